using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>A form as it opened.</summary>
public sealed class StubModal
{
    internal StubModal(JsonObject data, StubInteraction opener)
    {
        (Opener, CustomId, Title) = (opener, (string)data["custom_id"]!, (string)data["title"]!);
        Fields = [.. data["components"]!.AsArray().OfType<JsonObject>().Where(c => (int)c["type"]! != 10).Select(ModalField.Read)];
        Texts = [.. data["components"]!.AsArray().OfType<JsonObject>().Where(c => (int)c["type"]! == 10).Select(c => (string)c["content"]!)];
    }

    public string CustomId { get; }

    public string Title { get; }

    /// <summary>What can be filled in, from top to bottom.</summary>
    public IReadOnlyList<ModalField> Fields { get; }

    /// <summary>What only stands there to be read.</summary>
    public IReadOnlyList<string> Texts { get; }

    internal StubInteraction Opener { get; }

    public override string ToString() => $"{Title} ({string.Join(", ", Fields.Select(f => f.Label))})";
}

/// <summary>One field of a form, in its label (or, in the old form, in its row).</summary>
public sealed record ModalField(string Label, string? Description, string CustomId, int Type, bool Required)
{
    /// <summary>What already stands in a text field.</summary>
    public string? Value { get; private init; }

    /// <summary>The choices of a select, radio group or group of checkboxes.</summary>
    public IReadOnlyList<StubOption> Options { get; private init; } = [];

    internal bool InRow { get; private init; }

    internal JsonObject Component { get; private init; } = [];

    internal static ModalField Read(JsonObject json)
    {
        var inRow = (int)json["type"]! == 1;
        var part = inRow ? json["components"]![0]!.AsObject() : json["component"]!.AsObject();
        return new ModalField(
            (string?)(inRow ? part["label"] : json["label"]) ?? "",
            (string?)json["description"],
            (string)part["custom_id"]!,
            (int)part["type"]!,
            (bool?)part["required"] ?? true)
        {
            Value = (string?)part["value"],
            Options = [.. (part["options"] as JsonArray ?? []).Select(o => StubOption.Read(o!))],
            InRow = inRow,
            Component = part,
        };
    }
}
