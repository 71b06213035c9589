using System.Text.Json.Serialization;
using Unisson.Bot.Files;

namespace Unisson.Bot.Kernel;

/// <summary>Whether a message rings (asked by name, my deadline, a person waits for me) or not (rule 14).</summary>
public enum Loudness
{
    Quiet,
    Ping,
}

/// <summary>A gesture offered with a reply: a button, a reaction, a number to type. <see cref="Code"/> is at most 100 characters.</summary>
public sealed record ReplyAction(string Code, string Label);

/// <summary>What is said, for every door alike: plain text, which each door escapes whole, so that what a person typed can be neither markup nor mention.</summary>
/// <param name="First">Stands alone on a lock screen: at most 120 characters when it rings.</param>
public sealed record Reply(string First)
{
    /// <summary>Further lines; an empty one never occurs, a door sets its own spacing.</summary>
    public IReadOnlyList<string> Lines { get; init; } = [];

    public IReadOnlyList<ReplyAction> Actions { get; init; } = [];

    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    public Loudness Loudness { get; init; }

    /// <summary>People who are pinged by id; nobody else can be.</summary>
    public IReadOnlyList<long> Mentions { get; init; } = [];

    /// <summary>Names the one card that this reply is the newest state of (rule 14): <c>mission:12</c>.</summary>
    public string? Card { get; init; }

    /// <summary>Of a card: what stood there before is to be read no more, behind edits neither.</summary>
    public bool Erases { get; init; }

    /// <summary>The line to complete or to change, as a person would type it; the last of what is said. Doors with forms offer <see cref="Fill"/> instead.</summary>
    public string? Typed { get; init; }

    /// <summary>The draft of that line, where it was kept for a form.</summary>
    public long? Fill { get; init; }

    /// <summary>Help: commands in it are the catalogue's own, and nothing in it was typed by anybody. A door may make them tappable.</summary>
    public bool NamesCommands { get; init; }

    /// <summary>The refusal's code when this is a refusal.</summary>
    public string? Refused { get; init; }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Reply)), JsonSerializable(typeof(CommandLine))]
public sealed partial class KernelJson : JsonSerializerContext;
