using System.Text.Json.Nodes;
using Unisson.Discord.Stub.Rest;

namespace Unisson.Discord.Stub.Rules;

/// <summary>One broken rule that Discord's file does not have.</summary>
/// <param name="Path">The field, as <c>embeds.0.title</c>.</param>
/// <param name="House">Discord would accept it; this project does not.</param>
internal sealed record RuleFault(string Path, string Code, string Message, bool House = false);

/// <summary>Which rules a request has to keep besides its schema.</summary>
internal static class RuleBook
{
    public static IEnumerable<RuleFault> For(RestCall call) => call.Route.Name switch
    {
        "POST /channels/{channel_id}/messages" or "PATCH /channels/{channel_id}/messages/{message_id}" => Message(call),
        "POST /webhooks/{webhook_id}/{webhook_token}" => Message(call),
        "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/@original" or "PATCH /webhooks/{webhook_id}/{webhook_token}/messages/{message_id}" => Message(call),
        "POST /interactions/{interaction_id}/{interaction_token}/callback" => Callback(call),
        "PUT /applications/{application_id}/commands" or "PUT /applications/{application_id}/guilds/{guild_id}/commands" => CommandRules.Check(call.Json as JsonArray ?? []),
        "POST /channels/{channel_id}/messages/{message_id}/threads" or "POST /channels/{channel_id}/threads" or "PATCH /channels/{channel_id}" => MarkupRules.Check(call.Body, "name"),
        _ => [],
    };

    private static IEnumerable<RuleFault> Message(RestCall call) => MessageRules.Check(call.Body, call.Files.Keys);

    private static IEnumerable<RuleFault> Callback(RestCall call)
    {
        var data = call.Body["data"] as JsonObject;
        var found = (CallbackType)(int)call.Body["type"]! switch
        {
            CallbackType.Message or CallbackType.Update when data is not null => MessageRules.Check(data, call.Files.Keys),
            CallbackType.Modal when data is not null => ModalRules.Check(data),
            CallbackType.Choices when data is not null => ChoiceRules.Check(data, call.World.InteractionsByToken.GetValueOrDefault(call["interaction_token"])),
            _ => [],
        };
        return found.Select(fault => fault with { Path = $"data.{fault.Path}" });
    }
}
