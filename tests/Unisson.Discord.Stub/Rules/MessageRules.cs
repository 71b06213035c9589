using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>What a message must keep: 2,000 characters, 6,000 over all embeds, files that exist, mentions made explicit.</summary>
internal static class MessageRules
{
    private const int MostContent = 2000;
    private const int MostEmbedText = 6000;
    private static readonly string[] FieldParts = ["name", "value"];
    private const int ComponentsV2 = 1 << 15;

    public static IEnumerable<RuleFault> Check(JsonObject message, ICollection<string> files)
        => Content(message)
            .Concat(Embeds(message))
            .Concat(Attachments(message, files))
            .Concat(MentionRules.Check(message))
            .Concat(ComponentRules.Check(message))
            .Concat(MarkupRules.CheckMessage(message));

    private static IEnumerable<RuleFault> Content(JsonObject message)
    {
        if (Texts.Length(message["content"]) > MostContent)
        {
            yield return new("content", "BASE_TYPE_MAX_LENGTH", $"Must be {MostContent} or fewer in length.");
        }

        var v2 = ((int?)message["flags"] & ComponentsV2) is > 0;
        if (v2 && (Texts.Length(message["content"]) > 0 || message["embeds"] is JsonArray { Count: > 0 }))
        {
            yield return new("content", "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", "The 'content' and 'embeds' fields cannot be used when using MessageFlags.IS_COMPONENTS_V2");
        }
    }

    private static IEnumerable<RuleFault> Embeds(JsonObject message)
    {
        var embeds = Texts.Each(message, "embeds").ToList();
        if (embeds.Sum(e => Length(e.Json)) > MostEmbedText)
        {
            yield return new("embeds", "MAX_EMBED_SIZE_EXCEEDED", $"Embed size exceeds maximum size of {MostEmbedText}");
        }

        foreach (var (path, field) in embeds.SelectMany(e => Texts.Each(e.Json, "fields", e.Path + ".")))
        {
            foreach (var part in FieldParts.Where(part => string.IsNullOrWhiteSpace((string?)field[part])))
            {
                yield return new($"{path}.{part}", "BASE_TYPE_REQUIRED", "This field is required");
            }
        }
    }

    private static int Length(JsonObject embed)
        => Texts.Length(embed["title"]) + Texts.Length(embed["description"]) + Texts.Length(embed["footer"]?["text"]) + Texts.Length(embed["author"]?["name"])
            + Texts.Each(embed, "fields").Sum(f => Texts.Length(f.Json["name"]) + Texts.Length(f.Json["value"]));

    private static IEnumerable<RuleFault> Attachments(JsonObject message, ICollection<string> files)
    {
        var named = Texts.Each(message, "attachments").ToDictionary(a => a.Json["id"]!.ToString(), a => a.Path);
        foreach (var file in files.Where(f => named.Count > 0 && !named.ContainsKey(f)))
        {
            yield return new("attachments", "file.unnamed", $"files[{file}] is not named among the attachments", House: true);
        }

        foreach (var (id, path) in named.Where(n => n.Key.Length < 17 && !files.Contains(n.Key)))
        {
            yield return new($"{path}.id", "ATTACHMENT_NOT_FOUND", $"No file files[{id}] came with the form.");
        }
    }
}
