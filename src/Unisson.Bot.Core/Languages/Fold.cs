using System.Globalization;
using System.Text;

namespace Unisson.Bot.Languages;

/// <summary>Brings what people type to one form for comparison: no case, no accents, one apostrophe, one dash, single blanks.</summary>
public static class Fold
{
    public static string Of(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.ToString().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)
            {
                continue;
            }

            switch (c)
            {
                case '’' or '‘' or 'ʼ' or '´' or '`' or '′':
                    folded.Append('\'');
                    break;
                case '‐' or '‑' or '‒' or '–' or '—' or '−':
                    folded.Append('-');
                    break;
                case 'œ' or 'Œ':
                    folded.Append("oe");
                    break;
                case 'æ' or 'Æ':
                    folded.Append("ae");
                    break;
                default:
                    if (char.IsWhiteSpace(c))
                    {
                        AppendBlank(folded);
                    }
                    else
                    {
                        folded.Append(char.ToLowerInvariant(c));
                    }

                    break;
            }
        }

        return folded.ToString().TrimEnd(' ');
    }

    public static bool Same(string a, string b) => string.Equals(Of(a), Of(b), StringComparison.Ordinal);

    private static void AppendBlank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }
}
