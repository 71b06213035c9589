using System.Text.Json.Serialization;

namespace Unisson.Bot.Kernel;

/// <summary>
/// A command that was read but not yet run, in English names: what every door makes out of what it got, what drafts keep, and what actions
/// and mending lines stand for.
/// </summary>
/// <param name="Path"><c>mission open</c>.</param>
/// <param name="Values">Raw text by the option's English name.</param>
[method: JsonConstructor]
public sealed record CommandLine(string Path, IReadOnlyDictionary<string, string> Values)
{
    public CommandLine(string path, params (string Option, string Value)[] values)
        : this(path, values.ToDictionary(v => v.Option, v => v.Value, StringComparer.Ordinal))
    {
    }

    /// <summary>What stands for a value that is still to be given.</summary>
    public const string Blank = "…";

    /// <summary>Options whose value is still to be given.</summary>
    [JsonIgnore]
    public IEnumerable<string> Blanks => Values.Where(v => v.Value == Blank).Select(v => v.Key);

    public CommandLine With(string option, string value)
        => this with { Values = new Dictionary<string, string>(Values, StringComparer.Ordinal) { [option] = value } };
}
