using System.Globalization;
using System.Text;

namespace Unisson.Bot.Kernel;

/// <summary>What is refused before anything is read: text that a person cannot have meant, because nobody can see it.</summary>
public static class Cleaning
{
    /// <summary>Longest line in characters.</summary>
    public const int LongestLine = 4000;

    /// <summary>The text in one normal form, or a refusal that names the sign. Line breaks stay, tabs become blanks.</summary>
    public static Result<string> Clean(string text)
    {
        if (text.Length > LongestLine)
        {
            return new Refusal("line.too-long", LongestLine, text.Length);
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (Invisible(text[i]) && !JoinsEmoji(text, i))
            {
                return new Refusal("line.invisible", $"U+{(int)text[i]:X4}", i + 1);
            }
        }

        return text.Replace('\t', ' ').Normalize(NormalizationForm.FormC);
    }

    // Controls, direction marks, zero-width signs, private use, lone surrogates, and what bad UTF-8 was replaced by.
    private static bool Invisible(char c) => c is not ('\t' or '\n' or '\uFE0F')
        && (c is '\uFFFD' or '\u115F' or '\u1160' or '\u3164' or '\uFFFE' or '\uFFFF'
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.PrivateUse or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned);

    // 👩‍🌾 is two signs held by a zero-width joiner.
    private static bool JoinsEmoji(string text, int i)
        => text[i] == '\u200D' && i > 0 && i + 1 < text.Length && (char.IsLowSurrogate(text[i - 1]) || text[i - 1] == '\uFE0F') && text[i + 1] > '\u2000';
}
