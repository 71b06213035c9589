using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>An embed as a person reads it.</summary>
public sealed record StubEmbed(string? Title, string? Description, string? Footer, int? Color, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>All its words, one part a line.</summary>
    public string Text => string.Join('\n', new[] { Title, Description }
        .Concat(Fields.SelectMany(f => new[] { f.Name, f.Value }))
        .Append(Footer)
        .Where(t => !string.IsNullOrEmpty(t)));

    internal static StubEmbed Read(JsonNode json) => new(
        (string?)json["title"],
        (string?)json["description"],
        (string?)json["footer"]?["text"],
        (int?)json["color"],
        [.. (json["fields"] as JsonArray ?? []).Select(f => ((string)f!["name"]!, (string)f["value"]!))]);
}

/// <summary>A button under a message. A link has an address and no custom id.</summary>
public sealed record StubButton(string Label, string? CustomId, string? Url, int Style, bool Disabled)
{
    internal static StubButton Read(JsonObject json) => new(
        (string?)json["label"] ?? (string?)json["emoji"]?["name"] ?? "",
        (string?)json["custom_id"],
        (string?)json["url"],
        (int)json["style"]!,
        (bool?)json["disabled"] ?? false);
}

/// <summary>A choice of a select, a radio group or a group of checkboxes.</summary>
public sealed record StubOption(string Label, string Value, string? Description, bool Default)
{
    internal static StubOption Read(JsonNode json) => new(
        (string)json["label"]!, (string)json["value"]!, (string?)json["description"], (bool?)json["default"] ?? false);
}

/// <summary>A select menu under a message; one of users, roles or channels has no options of its own.</summary>
public sealed record StubSelect(int Type, string CustomId, string? Placeholder, int MinValues, int MaxValues, bool Disabled, IReadOnlyList<StubOption> Options)
{
    internal static StubSelect Read(JsonObject json) => new(
        (int)json["type"]!,
        (string)json["custom_id"]!,
        (string?)json["placeholder"],
        (int?)json["min_values"] ?? 1,
        (int?)json["max_values"] ?? 1,
        (bool?)json["disabled"] ?? false,
        [.. (json["options"] as JsonArray ?? []).Select(o => StubOption.Read(o!))]);
}

/// <summary>A file that somebody attached, or that the bot sent.</summary>
public sealed record StubFile(string Id, string Name, byte[] Content, string ContentType)
{
    /// <summary>The content read as UTF-8.</summary>
    public string Text => System.Text.Encoding.UTF8.GetString(Content);

    /// <summary>Where it can be fetched, as Discord's CDN would say.</summary>
    public required Uri Url { get; init; }

    internal JsonObject Json() => new()
    {
        ["id"] = Id,
        ["filename"] = Name,
        ["size"] = Content.Length,
        ["url"] = Url.AbsoluteUri,
        ["proxy_url"] = Url.AbsoluteUri,
        ["content_type"] = ContentType,
        ["ephemeral"] = true,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name} ({Content.Length} bytes)");
}
