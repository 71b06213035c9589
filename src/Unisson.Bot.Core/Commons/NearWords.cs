using F23.StringSimilarity;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>
/// What was probably meant by a word that no common has: words of the index that differ by one letter, or by a third of the letters of a longer
/// one (two that changed places differ by one). Words are compared that begin alike; where none is near, those that differ in their first letter alone.
/// </summary>
internal static class NearWords
{
    private const int Looked = 2000;

    private const int Kept = 20;

    /// <summary>A shorter word is near to too many others to be read as one of them.</summary>
    private const int ShortestMended = 4;

    /// <summary>The words again, each that no common of the community has read as those near to it; null where there are none such, or nothing near.</summary>
    public static async Task<List<SoughtWord>?> MendAsync(BotDb db, long communityId, IReadOnlyList<string> words, CancellationToken ct)
    {
        var (mended, changed) = (new List<SoughtWord>(), false);
        foreach (var word in words)
        {
            var sought = SoughtWord.Begun(word);
            if ((await db.SearchAsync(new SoughtCommons(communityId, [sought], Every: true, SoughtIn.All, 1), ct)).Count == 0)
            {
                if (word.Length < ShortestMended || await OfAsync(db, word, ct) is not { Count: > 0 } near)
                {
                    return null;
                }

                (sought, changed) = (new SoughtWord(near, null), true);
            }

            mended.Add(sought);
        }

        return changed ? mended : null;
    }

    /// <summary>Nearest first, 20 at most.</summary>
    public static async Task<List<string>> OfAsync(BotDb db, string word, CancellationToken ct)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var beginning in Beginnings(word))
        {
            known.UnionWith(await db.WordsAsync(beginning, Looked, ct));
        }

        var near = Nearest(word, known);
        return near.Count > 0 || word.Length < ShortestMended ? near : Nearest(word, await db.WordsEndingAsync(word, word[1..], ct));
    }

    private static List<string> Nearest(string word, IEnumerable<string> known)
    {
        var (most, distance) = (Math.Max(1, word.Length / 3), new OptimalStringAlignment());
        return [.. known.Where(k => k.Length <= word.Length + most || k.StartsWith(word, StringComparison.Ordinal))
            .Select(k => (Word: k, Far: k.StartsWith(word, StringComparison.Ordinal) ? 0.5 : distance.Distance(word, k)))
            .Where(k => k.Far <= most).OrderBy(k => k.Far).ThenBy(k => k.Word, StringComparer.Ordinal).Take(Kept).Select(k => k.Word)];
    }

    private static string[] Beginnings(string word)
        => word.Length < 2 ? [word] : [word[..Math.Min(3, word.Length)], $"{word[1]}{word[0]}", word[..2], word[..1], word[1..Math.Min(3, word.Length)]];
}
