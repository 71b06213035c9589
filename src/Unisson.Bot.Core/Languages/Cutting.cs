using System.Globalization;

namespace Unisson.Bot.Languages;

/// <summary>Makes what people typed fit where it is shown.</summary>
public static class Cutting
{
    /// <summary>At most so many characters, ended by « … » where some were left out; a sign made of several characters stays whole.</summary>
    public static string Cut(this string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var end = 0;
        while (end + StringInfo.GetNextTextElementLength(text, end) is var next && next < most)
        {
            end = next;
        }

        return text[..end].TrimEnd() + "…";
    }

    /// <summary>On one line, with single blanks.</summary>
    public static string OneLine(this string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
