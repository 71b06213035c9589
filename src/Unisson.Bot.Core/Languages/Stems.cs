using System.Buffers;

namespace Unisson.Bot.Languages;

/// <summary>
/// What the forms of a word have in common, in French and in English: plurals, feminines, endings of verbs and of what is made of verbs
/// (<c>réparer, réparée, réparations</c>; <c>share, sharing, shared</c>). Light: at least four letters stay, three in English, and an ending is only cut where
/// the rest still tells one word from another. Words come folded, so that who types no accents finds as much; that is why the known rules
/// for accented words do not fit. Whoever changes a rule fills the index anew by a migration, since what is stored was cut by the old one.
/// </summary>
public static class Stems
{
    private const int Shortest = 4;

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    /// <summary>Endings, longest first, each with what takes its place and how many letters must be left before it.</summary>
    private static readonly (string Ending, string Instead, int Left)[] French =
    [
        ("issement", "", 4), ("atrice", "", 4), ("ateur", "", 4), ("ation", "", 4), ("ative", "", 4), ("ement", "", 4), ("trice", "teu", 3), ("atif", "", 4),
        ("euse", "eu", 2), ("elle", "el", 2), ("enne", "en", 2), ("onne", "on", 2), ("ive", "i", 3), ("age", "", 5), ("ant", "", 4), ("ail", "al", 3),
        ("eur", "eu", 3), ("eux", "eu", 2), ("aux", "al", 2), ("eau", "eau", 2), ("ee", "", 4), ("er", "", 4), ("ez", "", 4), ("if", "i", 3), ("e", "", 3),
    ];

    private static readonly (string Ending, string Instead, int Left)[] English =
    [
        ("ation", "", 4), ("ment", "", 5), ("ies", "i", 2), ("ied", "i", 2), ("ing", "", 3), ("eed", "eed", 1), ("ed", "", 3), ("er", "", 4), ("ly", "", 4), ("y", "i", 3), ("e", "", 3),
    ];

    /// <summary>The French and the English stem of a folded word; one where they are alike, none where there is nothing to cut.</summary>
    public static IReadOnlyList<string> Of(string folded)
        => folded.Length < Shortest || folded.AsSpan().ContainsAnyExceptInRange('a', 'z') ? [] : [.. new[] { InFrench(folded), InEnglish(folded) }.Where(s => s != folded).Distinct(StringComparer.Ordinal)];

    private static string InFrench(string word)
    {
        var single = word.EndsWith("ss", StringComparison.Ordinal) ? word : word.TrimEnd('s');
        single = single.EndsWith("eaux", StringComparison.Ordinal) || single.EndsWith("oux", StringComparison.Ordinal) ? single[..^1] : single;
        return Undoubled(Cut(single, French));
    }

    private static string InEnglish(string word)
    {
        var single = word switch
        {
            _ when EndsWithAny(word, "sses", "xes", "ches", "shes", "zes") => word[..^2],
            _ when EndsWithAny(word, "ss", "us", "is", "ies") => word,
            [.. var before, 's'] => before,
            _ => word,
        };
        var stem = Undoubled(Cut(single, English));
        stem = stem.EndsWith('e') && stem.Length > Shortest ? stem[..^1] : stem;
        return stem.EndsWith("iz", StringComparison.Ordinal) ? stem[..^1] + 's' : stem;
    }

    private static string Cut(string word, (string Ending, string Instead, int Left)[] endings)
    {
        foreach (var (ending, instead, left) in endings)
        {
            if (word.Length - ending.Length >= left && word.EndsWith(ending, StringComparison.Ordinal) && word.AsSpan(0, word.Length - ending.Length).ContainsAny(Vowels))
            {
                return word[..^ending.Length] + instead;
            }
        }

        return word;
    }

    /// <summary>One consonant where two end a stem: <c>recett</c>, <c>runn</c>.</summary>
    private static string Undoubled(string stem)
        => stem.Length > 3 && stem[^1] == stem[^2] && !Vowels.Contains(stem[^1]) ? stem[..^1] : stem;

    private static bool EndsWithAny(string word, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
