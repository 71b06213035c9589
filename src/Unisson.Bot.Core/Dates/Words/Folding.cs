using System.Text;

namespace Unisson.Bot.Dates.Words;

/// <summary>Writes a phrase the way the word lists are written: lower case, no accents, one plain blank between words.</summary>
internal static class Folding
{
    /// <summary>Stands for a dash between two letters, which joins words ("après-demain") or spans days ("lundi-vendredi").</summary>
    public const char Joint = '\u2011';

    public static string Fold(ReadOnlySpan<char> phrase)
    {
        var folded = new StringBuilder(phrase.Length + 8);
        for (var i = 0; i < phrase.Length; i++)
        {
            var c = phrase[i];
            switch (c)
            {
                case >= 'a' and <= 'z' or >= '0' and <= '9':
                    folded.Append(c);
                    break;
                case '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '!' or '"' or '«' or '»' or '“' or '”' or ';' or '…' or '(' or ')':
                    Blank(folded);
                    break;
                case '.' or ',':
                    Keep(folded, c, char.IsAsciiDigit(Before(phrase, i, 1)) && char.IsAsciiDigit(After(phrase, i, 1)));
                    break;
                case ':':
                    Keep(folded, c, char.IsAsciiDigit(PastBlanks(phrase, i, -1)) && char.IsAsciiDigit(PastBlanks(phrase, i, 1)));
                    break;
                case '-' or '‐' or '‑' or '‒' or '–' or '—' or '−':
                    Dash(folded, phrase, i);
                    break;
                default:
                    Letter(folded, c);
                    break;
            }
        }

        return folded.ToString().TrimEnd();
    }

    private static void Letter(StringBuilder folded, char c)
    {
        if (char.IsWhiteSpace(c))
        {
            Blank(folded);
        }
        else if (Plain(c) is { } plain)
        {
            folded.Append(plain);
        }
        else
        {
            folded.Append(char.ToLowerInvariant(c));
        }
    }

    /// <summary>Null for what is kept as it stands.</summary>
    private static string? Plain(char c) => char.ToLowerInvariant(c) switch
    {
        'à' or 'â' or 'ä' or 'á' or 'ã' or 'å' => "a",
        'ç' => "c",
        'é' or 'è' or 'ê' or 'ë' or 'ᵉ' => "e",
        'î' or 'ï' or 'í' or 'ì' => "i",
        'ñ' => "n",
        'ô' or 'ö' or 'ó' or 'ò' or 'õ' => "o",
        'ʳ' => "r",
        'û' or 'ü' or 'ù' or 'ú' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        '½' => " 1/2",
        '¼' => " 1/4",
        '¾' => " 3/4",
        (>= '\u0300' and <= '\u036f') or '\u00ad' or '\ufeff' or (>= '\u200b' and <= '\u200d') or '\u2060' => "",
        _ => null,
    };

    private static void Keep(StringBuilder folded, char c, bool kept)
    {
        if (kept)
        {
            folded.Append(c);
        }
        else
        {
            Blank(folded);
        }
    }

    private static void Blank(StringBuilder folded)
    {
        if (folded.Length > 0 && folded[^1] != ' ')
        {
            folded.Append(' ');
        }
    }

    private static void Dash(StringBuilder folded, ReadOnlySpan<char> phrase, int i)
    {
        if (char.IsLetter(Before(phrase, i, 1)) && char.IsLetter(After(phrase, i, 1)))
        {
            folded.Append(Joint);
        }
        else
        {
            Keep(folded, '-', !Joins(phrase, i));
        }
    }

    /// <summary>A dash that only joins words or parts a phrase, and neither parts the figures of a date nor says "minus".</summary>
    private static bool Joins(ReadOnlySpan<char> phrase, int i)
    {
        char before = PastBlanks(phrase, i, -1), after = PastBlanks(phrase, i, 1);
        if (char.IsLetter(before) && char.IsLetter(after))
        {
            return true;
        }

        bool blankBefore = Before(phrase, i, 1) is var b && char.IsWhiteSpace(b), blankAfter = After(phrase, i, 1) is var a && char.IsWhiteSpace(a);
        return blankBefore == blankAfter && (char.IsLetter(before) || (char.IsDigit(before) && char.IsLetter(after)))
            && (blankBefore || before is not ('h' or 'H'));
    }

    private static char Before(ReadOnlySpan<char> phrase, int i, int by) => i - by >= 0 ? phrase[i - by] : '\0';

    private static char After(ReadOnlySpan<char> phrase, int i, int by) => i + by < phrase.Length ? phrase[i + by] : '\0';

    private static char PastBlanks(ReadOnlySpan<char> phrase, int i, int step)
    {
        do
        {
            i += step;
        }
        while (i >= 0 && i < phrase.Length && char.IsWhiteSpace(phrase[i]));
        return i >= 0 && i < phrase.Length ? phrase[i] : '\0';
    }
}
