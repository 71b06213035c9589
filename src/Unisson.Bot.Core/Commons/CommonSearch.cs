using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Commons;

/// <summary>How what was found holds the words that were typed.</summary>
internal enum Fit
{
    Every,

    /// <summary>Every word, where those that no common has are read as words near to them.</summary>
    Near,
    Any,
}

/// <summary>What a search for commons found, best first.</summary>
internal sealed record CommonsFound(Fit Fit, IReadOnlyList<Common> Commons);

/// <summary>
/// Finds commons by their names, by the titles of their resources and by what is said of them, in both languages: words folded, in all their
/// forms, by their beginnings, in any order. The store looks and ranks; never more than <see cref="Most"/> commons are loaded.
/// </summary>
internal static class CommonSearch
{
    public const int Most = 200;

    private const int MostWords = 6;

    private const int MostWordsOfText = 60, MostFitting = 50;

    /// <summary>What fits up to so many times better still fits alike.</summary>
    private const double Alike = 1.5;

    public static async Task<CommonsFound> FindAsync(BotDb db, long communityId, string text, CancellationToken ct)
    {
        var words = TellingWords.Of(text, MostWords);
        List<SoughtWord> sought = [.. words.Select(SoughtWord.Begun)];
        var every = await LoadAsync(db, new SoughtCommons(communityId, sought, Every: true, SoughtIn.All, Most), ct);
        if (every.Count > 0 || words.Count == 0)
        {
            return new CommonsFound(Fit.Every, every);
        }

        if (await NearWords.MendAsync(db, communityId, words, ct) is { } mended
            && await LoadAsync(db, new SoughtCommons(communityId, mended, Every: true, SoughtIn.All, Most), ct) is { Count: > 0 } near)
        {
            return new CommonsFound(Fit.Near, near);
        }

        return new CommonsFound(Fit.Any, await LoadAsync(db, new SoughtCommons(communityId, sought, Every: false, SoughtIn.All, Most), ct));
    }

    /// <summary>The commons that are called so: every word, in a name alone.</summary>
    public static async Task<IReadOnlyList<Common>> NamedAsync(BotDb db, long communityId, string text, CancellationToken ct)
        => await LoadAsync(db, Named(communityId, text, Most), ct);

    /// <summary>Ids of the commons that are called so; for completion, which reads a page of them.</summary>
    public static async Task<List<long>> BegunAsync(BotDb db, long communityId, string text, int most, CancellationToken ct)
        => Named(communityId, text, most) is { Words.Count: > 0 } sought ? (await db.SearchAsync(sought, ct)).ConvertAll(h => h.Id) : [];

    /// <summary>
    /// From a text of any length, such as what a mission needs, to the commons that fit it best; any of its words counts, in all its forms. Among
    /// those that fit alike, the ones that speak of the place come first (method: local first).
    /// </summary>
    public static async Task<IReadOnlyList<Common>> FittingAsync(BotDb db, long communityId, string text, string place, int count, CancellationToken ct)
    {
        var hits = await HitsAsync(db, Fitting(communityId, text, MostFitting), ct);
        var near = (await HitsAsync(db, Fitting(communityId, place, Most), ct)).ConvertAll(h => h.Id);
        var best = hits.OrderBy(h => near.Contains(h.Id) ? h.Rank * Alike : h.Rank).Select(h => h.Id).Take(count).ToList();
        var commons = await db.Commons.Where(c => best.Contains(c.Id)).ToDictionaryAsync(c => c.Id, ct);
        return [.. best.Select(id => commons[id])];
    }

    /// <summary>Short names of the commons whose names are nearest to what was typed.</summary>
    public static async Task<IReadOnlyList<string>> NearestAsync(BotDb db, long communityId, string typed, int count, CancellationToken ct)
    {
        var ids = new List<long>();
        foreach (var word in TellingWords.Of(typed, MostWords))
        {
            foreach (var near in await NearWords.OfAsync(db, word, ct))
            {
                var found = ids.Count < count ? await db.SearchAsync(new SoughtCommons(communityId, [new SoughtWord([near], null)], Every: true, SoughtIn.Names, count), ct) : [];
                ids.AddRange(found.Select(h => h.Id).Except(ids).ToList());
            }
        }

        var likely = ids.Take(count).ToList();
        var slugs = await db.Commons.Where(c => likely.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
        return [.. likely.Select(id => slugs[id])];
    }

    private static SoughtCommons Fitting(long communityId, string text, int most)
        => new(communityId, [.. TellingWords.OfText(text, MostWordsOfText).Select(SoughtWord.InFull)], Every: false, SoughtIn.All, most);

    private static SoughtCommons Named(long communityId, string text, int most)
        => new(communityId, [.. TellingWords.Of(text, MostWords).Select(SoughtWord.Begun)], Every: true, SoughtIn.Names, most);

    private static async Task<List<(long Id, double Rank)>> HitsAsync(BotDb db, SoughtCommons sought, CancellationToken ct)
        => sought.Words.Count == 0 ? [] : await db.SearchAsync(sought, ct);

    /// <summary>By rank, then by short name.</summary>
    private static async Task<List<Common>> LoadAsync(BotDb db, SoughtCommons sought, CancellationToken ct)
    {
        var hits = (await HitsAsync(db, sought, ct)).ToDictionary(h => h.Id, h => h.Rank);
        var ids = hits.Keys.ToList();
        var commons = ids.Count == 0 ? [] : await db.Commons.Where(c => c.CommunityId == sought.CommunityId && ids.Contains(c.Id)).ToListAsync(ct);
        return [.. commons.OrderBy(c => hits[c.Id]).ThenBy(c => c.Slug, StringComparer.Ordinal)];
    }
}
