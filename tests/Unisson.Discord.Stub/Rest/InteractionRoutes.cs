using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>The first answer to an interaction: one only, within 3 s, and of a type that fits what the person did.</summary>
internal static class InteractionRoutes
{
    private const int EphemeralFlag = 1 << 6;

    public static IEnumerable<Route> All => [new("POST", "/interactions/{interaction_id}/{interaction_token}/callback", Answer)];

    private static RestAnswer Answer(RestCall call)
    {
        var interaction = call.World.InteractionsByToken.GetValueOrDefault(call["interaction_token"]);
        if (interaction is null || interaction.Id != call["interaction_id"])
        {
            throw RestError.UnknownInteraction;
        }

        if (interaction.Answer is not null)
        {
            throw RestError.AlreadyAcknowledged;
        }

        if (call.World.Now - interaction.CreatedAt > StubInteraction.FirstAnswer)
        {
            throw RestError.UnknownInteraction;
        }

        var type = (CallbackType)(int)call.Body["type"]!;
        MustFit(type, interaction);
        Apply(call, interaction, type, call.Body["data"] as JsonObject ?? []);
        interaction.Answered(type);
        interaction.Changed.Raise();
        return call.Query("with_response") is "true" or "True" ? RestAnswer.Ok(Response(interaction, type)) : RestAnswer.Nothing;
    }

    /// <summary>A completion cannot be deferred, a form cannot open a form, and only what stands under a message can update it.</summary>
    private static void MustFit(CallbackType type, StubInteraction interaction)
    {
        var fits = type switch
        {
            CallbackType.Choices => interaction.Kind == InteractionKind.Autocomplete,
            CallbackType.Modal => interaction.Kind is InteractionKind.Command or InteractionKind.Component,
            CallbackType.Update or CallbackType.DeferredUpdate => interaction.Source is not null,
            CallbackType.Message or CallbackType.DeferredMessage => interaction.Kind != InteractionKind.Autocomplete,
            _ => false,
        };
        if (!fits)
        {
            throw RestError.InvalidForm([("type", "INTERACTION_CALLBACK_TYPE_INVALID", $"Callback type {(int)type} does not fit an interaction of type {(int)interaction.Kind}.")]);
        }
    }

    private static void Apply(RestCall call, StubInteraction interaction, CallbackType type, JsonObject data)
    {
        switch (type)
        {
            case CallbackType.Message:
                interaction.Original = InteractionMessages.Create(call, interaction, MessageReader.Read(call, data));
                break;
            case CallbackType.DeferredMessage:
                interaction.DeferredEphemeral = ((int?)data["flags"] & EphemeralFlag) is > 0;
                break;
            case CallbackType.Update:
                interaction.Original = interaction.Source;
                interaction.Source!.Edit(MessageReader.Edit(call, data, interaction.Source.Body), call.World.Now);
                break;
            case CallbackType.DeferredUpdate:
                interaction.Original = interaction.Source;
                break;
            case CallbackType.Choices:
                interaction.Choices = Choices(interaction, data);
                break;
            case CallbackType.Modal:
                interaction.Modal = new StubModal(data, interaction);
                break;
        }
    }

    private static List<StubChoice> Choices(StubInteraction interaction, JsonObject data) => [.. (data["choices"] as JsonArray ?? []).Select(c => new StubChoice(
        (string?)c!["name_localizations"]?[interaction.User.Locale] ?? (string)c["name"]!,
        c["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String ? (string)c["value"]! : (decimal)c["value"]!))];

    private static JsonObject Response(StubInteraction interaction, CallbackType type)
    {
        var json = new JsonObject
        {
            ["interaction"] = new JsonObject
            {
                ["id"] = interaction.Id,
                ["type"] = (int)interaction.Kind,
                ["response_message_id"] = interaction.Original?.Id,
                ["response_message_ephemeral"] = interaction.Original?.Ephemeral ?? interaction.DeferredEphemeral,
                ["response_message_loading"] = type == CallbackType.DeferredMessage,
                ["channel_id"] = interaction.Channel.Id,
            },
        };
        if (type is CallbackType.Message or CallbackType.Update)
        {
            json["resource"] = new JsonObject { ["type"] = (int)type, ["message"] = MessagePayload.Of(interaction.Original!) };
        }

        return json;
    }
}
