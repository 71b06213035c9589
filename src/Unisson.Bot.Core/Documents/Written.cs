using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Unisson.Bot.Documents;

/// <summary>Turns what people typed into Markdown that says just that: nothing in it is markup any more, and what no document can hold is dropped.</summary>
internal static partial class Written
{
    /// <summary>One line of text as Markdown; fits a paragraph, a heading, a list and a cell of a table.</summary>
    public static string Line(string text) => OutOfLine().Replace(Clean(text).OneLine(), @"\$0");

    /// <summary>The lines of a text, without its empty ones.</summary>
    public static IReadOnlyList<string> Lines(string? text)
        => text is null ? [] : [.. text.Split(['\n', '\r', '\u2028', '\u2029'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>A link with its address as the text; what is no address that a browser or a mail program opens stays text.</summary>
    public static string Link(string text) => Address(text) is { } address ? $"<{address}>" : Line(text);

    /// <summary>A link with a text of its own.</summary>
    public static string Link(string text, string target) => Address(target) is { } address ? $"[{Line(text)}](<{address}>)" : $"{Line(text)} ({Line(target)})";

    /// <summary>The address that a document may link to, <c>http</c>, <c>https</c> or <c>mailto</c>, with every sign encoded that could end it; null for anything else.</summary>
    public static string? Address(string text)
        => Uri.TryCreate(text.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" or "mailto" && !uri.AbsoluteUri.Any(c => c is '<' or '>' or '|' or '"' or '\\' || char.IsWhiteSpace(c) || char.IsControl(c))
            ? uri.AbsoluteUri
            : null;

    /// <summary>Without what XML cannot hold, without the bot's own marks, and without what would turn the direction of the words around it.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or '\t')
            {
                clean.Append(' ');
            }
            else if (rune.Value is not ((>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069) or 0x200E or 0x200F or 0x061C or 0xFFFD or 0xFFFE or 0xFFFF)
                && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    // Signs that are markup anywhere; then those that are at a beginning: of a heading, a list, a quote, a rule; then « &amp; », and # at the end of a heading.
    [GeneratedRegex(@"[\\`*\[\]<|~]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|^[>+\-=:]|(?<=^[0-9]{1,9})[.)]|&(?=#?\w+;)|(?<![\p{L}\p{N}])#", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OutOfLine();
}
