using Unisson.Bot.Kernel;

namespace Unisson.Bot.Gates;

/// <summary>Something that a step still needs.</summary>
/// <param name="Words">What it is.</param>
/// <param name="Line">The line to type that mends it.</param>
internal sealed record Lack(string Words, string Line)
{
    public static Lack Of(Request r, string words, string path, params (string, string)[] values) => new(words, r.Catalogue[path].Write(new CommandLine(path, values), r.Caller.Language));

    /// <summary>A refused step as a checklist: each thing that is missing, and the line that brings it.</summary>
    public static Reply Checklist(Request r, string code, string first, IReadOnlyList<Lack> lacks, params string[] more)
        => new(first) { Lines = [.. lacks.SelectMany(l => new[] { r.Say["gate.lack", l.Words], l.Line }), .. more], Refused = code };
}
