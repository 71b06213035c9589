using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

// What is compared here is compared by the database, byte by byte.
#pragma warning disable CA1309

namespace Unisson.Bot.Commons;

/// <summary>What a search for commons found, best first.</summary>
/// <param name="EveryWord">Commons that all words narrow to.</param>
/// <param name="AnyWord">When there is none of these: commons that some word finds.</param>
internal sealed record CommonsFound(IReadOnlyList<Common> EveryWord, IReadOnlyList<Common> AnyWord);

/// <summary>
/// Finds commons by their short names, names and other names in both languages: words folded, by their beginnings, in any order. Everything is
/// read from the index of words, and never more than <see cref="Most"/> commons are looked at.
/// </summary>
internal static class CommonSearch
{
    public const int Most = 200;

    private const int MostWords = 6;

    /// <summary>Words too small to tell one common from another; they only count alone.</summary>
    private static readonly HashSet<string> Small = new(
        ["a", "an", "and", "at", "for", "in", "of", "on", "the", "to", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "pour", "sur", "un", "une"],
        StringComparer.Ordinal);

    public static async Task<CommonsFound> FindAsync(BotDb db, long communityId, string text, CancellationToken ct)
    {
        var words = Beginnings(text);
        if (words.Count == 0)
        {
            return new CommonsFound([], []);
        }

        var every = await LoadAsync(db, communityId, await Every(db, communityId, words).Take(Most).ToListAsync(ct), words, ct);
        if (every.Count > 0 || words.Count == 1)
        {
            return new CommonsFound(every, []);
        }

        var any = new HashSet<long>();
        foreach (var word in words)
        {
            any.UnionWith(await Beginning(db, communityId, word).Select(w => w.CommonId).Take(Most / words.Count).ToListAsync(ct));
        }

        return new CommonsFound([], await LoadAsync(db, communityId, [.. any], words, ct));
    }

    /// <summary>Short names of the commons whose words are nearest to what was typed.</summary>
    public static async Task<IReadOnlyList<string>> NearestAsync(BotDb db, long communityId, string typed, int count, CancellationToken ct)
    {
        var known = new Dictionary<string, long>(StringComparer.Ordinal);
        var words = Beginnings(typed);
        foreach (var beginning in words.SelectMany(Slips).Distinct(StringComparer.Ordinal))
        {
            foreach (var near in await Beginning(db, communityId, beginning).Select(w => new { w.Word, w.CommonId }).Take(Most).ToListAsync(ct))
            {
                known.TryAdd(near.Word, near.CommonId);
            }
        }

        var likely = words.SelectMany(w => Nearest.Of(w, known.Keys, count).Where(k => IsLike(w, k))).Select(k => known[k]).Distinct().Take(count).ToList();
        var slugs = await db.Commons.Where(c => likely.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        return [.. likely.Select(id => slugs[id])];
    }

    /// <summary>The words that count, without the plural's ending, which beginnings cover.</summary>
    private static List<string> Beginnings(string text)
    {
        var words = Common.WordsOf(text).Take(MostWords).ToList();
        var telling = words.Where(w => !Small.Contains(w)).ToList();
        return [.. (telling.Count > 0 ? telling : words).Select(w => w.Length > 4 && w[^1] is 's' or 'x' ? w[..^1] : w).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Beginnings of what may have been meant: the first letters, two of them swapped, the first alone.</summary>
    private static IEnumerable<string> Slips(string word) => word.Length < 2 ? [word] : [word[..Math.Min(3, word.Length)], $"{word[1]}{word[0]}", word[..2], word[..1]];

    private static bool IsLike(string typed, string word)
        => word.StartsWith(typed, StringComparison.Ordinal) || new F23.StringSimilarity.OptimalStringAlignment().Distance(typed, word) <= Math.Max(1, typed.Length / 3);

    /// <summary>A range instead of LIKE, which no index serves.</summary>
    private static IQueryable<CommonWord> Beginning(BotDb db, long communityId, string word)
    {
        var after = word + '\uFFFF';
        return db.CommonWords.Where(w => w.CommunityId == communityId && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0);
    }

    /// <summary>The engine intersects what the index gives for each word: a search inside a search would read some words once a common.</summary>
    private static IQueryable<long> Every(BotDb db, long communityId, List<string> words)
        => words.Skip(1).Aggregate(
            Beginning(db, communityId, words[0]).Select(w => w.CommonId).Distinct(),
            (commons, word) => commons.Intersect(Beginning(db, communityId, word).Select(w => w.CommonId)));

    /// <summary>More of the words first, whole words before beginnings, then by short name.</summary>
    private static async Task<List<Common>> LoadAsync(BotDb db, long communityId, List<long> ids, List<string> words, CancellationToken ct)
    {
        var commons = await db.Commons.Where(c => c.CommunityId == communityId && ids.Contains(c.Id)).ToListAsync(ct);
        return [.. commons.Select(c => (Common: c, Words: Common.WordsOf(c.Names)))
            .OrderByDescending(c => words.Count(w => c.Words.Any(o => o.StartsWith(w, StringComparison.Ordinal))))
            .ThenByDescending(c => words.Count(c.Words.Contains))
            .ThenBy(c => c.Common.Slug, StringComparer.Ordinal)
            .Select(c => c.Common)];
    }
}
