using System.Buffers;

namespace Unisson.Bot.Kernel;

/// <summary>The reader's other half: writes lines as people would type them.</summary>
public static class LineWriter
{
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(" :\"“”«»\n\u00A0\u202F");

    /// <summary>Writes a line as a person of that language would type it.</summary>
    public static string Write(this CommandSpec spec, CommandLine line, Language language)
    {
        var words = new List<string> { "/" + spec.PathIn(language) };
        foreach (var option in spec.Options)
        {
            if (line.Values.TryGetValue(option.Name.English, out var value))
            {
                words.Add(option.Needed ? Quoted(value) : $"{option.Name.In(language)}:{Quoted(value)}");
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>A value as a line takes it.</summary>
    public static string Quoted(string value)
        => value.Length == 0 || value.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{value.Replace("\"", "\\\"", StringComparison.Ordinal)}\"" : value;
}
