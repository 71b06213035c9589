using F23.StringSimilarity;

namespace Unisson.Bot.Languages;

/// <summary>What was probably meant.</summary>
public static class Nearest
{
    /// <summary>The <paramref name="count"/> nearest of <paramref name="known"/>, best first; one that begins as typed counts as very near.</summary>
    public static IReadOnlyList<string> Of(string typed, IEnumerable<string> known, int count)
    {
        var folded = Fold.Of(typed);
        var distance = new OptimalStringAlignment();
        return [.. known.Distinct(StringComparer.Ordinal)
            .Select(k => (Word: k, Far: Far(folded, Fold.Of(k))))
            .OrderBy(k => k.Far).ThenBy(k => k.Word, StringComparer.Ordinal)
            .Take(count).Select(k => k.Word)];

        double Far(string typed, string word)
            => typed.Length > 0 && word.StartsWith(typed, StringComparison.Ordinal) ? 0.5 : distance.Distance(typed, word);
    }
}
