using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unisson.Discord.Stub;

/// <summary>A message as Discord's JSON shows it.</summary>
internal static partial class MessagePayload
{
    public static JsonObject Of(StubMessage message)
    {
        var body = message.Body;
        var users = message.Channel.World.Users;
        var json = new JsonObject
        {
            ["id"] = message.Id,
            ["type"] = message.Interaction is { Kind: InteractionKind.Command } ? 20 : 0,
            ["channel_id"] = message.Channel.Id,
            ["author"] = Payloads.User(message.Author),
            ["content"] = body.Content,
            ["timestamp"] = Payloads.Iso(message.SentAt),
            ["edited_timestamp"] = message.EditedAt is { } at ? Payloads.Iso(at) : null,
            ["tts"] = false,
            ["pinned"] = false,
            ["mention_everyone"] = false,
            ["mentions"] = new JsonArray([.. Mentioned(body).Where(users.ContainsKey).Select(id => Payloads.User(users[id]))]),
            ["mention_roles"] = new JsonArray(),
            ["attachments"] = new JsonArray([.. body.Files.Select(f => (JsonNode)f.Json())]),
            ["embeds"] = Shown(body.EmbedsJson),
            ["components"] = Numbered(body.ComponentsJson),
            ["flags"] = body.Flags,
        };
        AddContext(json, message);
        return json;
    }

    /// <summary>Who is named in the content and may ring by <c>allowed_mentions</c>. What stands in an embed never rings.</summary>
    public static IEnumerable<string> Mentioned(MessageBody body)
        => Mention().Matches(body.Content).Select(m => m.Groups["id"].Value).Distinct().Where(body.MayRing.Contains);

    private static void AddContext(JsonObject json, StubMessage message)
    {
        if (message.Nonce is { } nonce)
        {
            json["nonce"] = nonce;
        }

        if (message.Thread is { } thread)
        {
            json["thread"] = Payloads.Channel(thread);
        }

        if (message.Interaction is { } interaction)
        {
            json["application_id"] = message.Author.Id;
            json["interaction_metadata"] = new JsonObject { ["id"] = interaction.Id, ["type"] = (int)interaction.Kind, ["user"] = Payloads.User(interaction.User), ["authorizing_integration_owners"] = new JsonObject() };
        }
    }

    /// <summary>Discord says of each embed its type, and of each field whether it stands in line.</summary>
    private static JsonArray Shown(JsonArray embeds)
    {
        var copy = (JsonArray)embeds.DeepClone();
        foreach (var embed in copy.OfType<JsonObject>())
        {
            embed["type"] = "rich";
            foreach (var field in (embed["fields"] as JsonArray ?? []).OfType<JsonObject>())
            {
                field["inline"] ??= false;
            }
        }

        return copy;
    }

    /// <summary>Discord gives each component an id of its own within the message.</summary>
    private static JsonArray Numbered(JsonArray components)
    {
        var copy = (JsonArray)components.DeepClone();
        var next = 1;
        foreach (var row in copy.OfType<JsonObject>())
        {
            row["id"] ??= next++;
            foreach (var part in (row["components"] as JsonArray ?? []).OfType<JsonObject>())
            {
                part["id"] ??= next++;
            }
        }

        return copy;
    }

    [GeneratedRegex(@"<@!?(?<id>\d+)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mention();
}
