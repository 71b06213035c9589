using System.Globalization;
using System.Text.RegularExpressions;

namespace Unisson.Bot.Languages;

/// <summary>
/// An instant in a sentence: <c>mark SECONDS mark WORDS mark</c>, between marks that stand in no text a person typed. A network that shows
/// each reader their own clock draws it from the seconds since 1970 in UTC; everywhere else the words are read.
/// </summary>
public static partial class Timestamp
{
    /// <summary>Stands around a moment (Unicode, private use).</summary>
    public const char Mark = '\uE024';

    public static string Marked(DateTimeOffset at, string words) => string.Create(CultureInfo.InvariantCulture, $"{Mark}{at.ToUnixTimeSeconds()}{Mark}{words}{Mark}");

    /// <summary>The text with its moments in words, without a mark.</summary>
    public static string Words(string text) => text.Contains(Mark, StringComparison.Ordinal) ? Whole().Replace(text, "${words}").Replace("\uE024", "", StringComparison.Ordinal) : text;

    /// <summary>The moment that begins at this place, and the place of its last mark; null where none does.</summary>
    public static (string Seconds, int End)? At(string text, int place)
        => Whole().Match(text, place) is { Success: true } match && match.Index == place ? (match.Groups["seconds"].Value, place + match.Length - 1) : null;

    [GeneratedRegex(@"\uE024(?<seconds>-?[0-9]{1,12})\uE024(?<words>[^\uE024]*)\uE024", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Whole();
}
