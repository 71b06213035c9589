using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Moving;

/// <summary>The contributions of a community as they stand: each with all that was written about it since; without those that were taken back or whose words were forgotten.</summary>
internal static class LedgerRows
{
    private const int Batch = 1_000;

    /// <param name="read">Opens the context of a batch.</param>
    /// <param name="among">Those that are looked at.</param>
    /// <param name="keeps">The contexts are somebody else's, and stay open.</param>
    public static async IAsyncEnumerable<IReadOnlyList<Standing>> BatchesAsync(
        Func<BotDb> read, long communityId, Func<IQueryable<LedgerLine>, IQueryable<LedgerLine>> among, bool keeps, [EnumeratorCancellation] CancellationToken ct)
    {
        for (var after = 0; ;)
        {
            var db = read();
            try
            {
                var from = after;
                var lines = await among(db.Ledger.AsNoTracking().Include(l => l.Text).Where(l => l.CommunityId == communityId && l.Kind == LineKind.Line && l.Number > from)).OrderBy(l => l.Number).Take(Batch).ToListAsync(ct);
                List<int?> numbers = [.. lines.Select(l => (int?)l.Number)];
                var since = (await Standing.About(db, communityId, numbers).ToListAsync(ct)).ToLookup(l => l.About!.Value);
                yield return [.. lines.Select(l => new Standing(l, [.. since[l.Number].OrderBy(s => s.Number)])).Where(s => !s.IsWithdrawn && s.What is not null)];
                if (lines.Count < Batch)
                {
                    yield break;
                }

                after = lines[^1].Number;
            }
            finally
            {
                if (!keeps)
                {
                    await db.DisposeAsync();
                }
            }
        }
    }

    /// <summary><c>3h30</c>, <c>45 min</c>, <c>120.50 €</c>: as every reader of amounts of that language reads it, and spreadsheets leave it.</summary>
    public static string? Amount(Given given, Say say) => given switch
    {
        { Minutes: { } minutes } when minutes % 60 == 0 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h"),
        { Minutes: { } minutes and < 60 } => string.Create(CultureInfo.InvariantCulture, $"{minutes} min"),
        { Minutes: { } minutes } => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60}h{minutes % 60:00}"),
        { Cents: { } cents } => (cents / 100m).ToString("0.00", CultureInfo.InvariantCulture).Replace('.', say.Language == Language.French ? ',' : '.') + " €",
        _ => null,
    };

    public static async Task<Dictionary<long, string>> MissionsAsync(BotDb db, IReadOnlyList<Standing> lines, CancellationToken ct)
    {
        var ids = lines.Select(s => s.Line.MissionId).OfType<long>().Distinct().ToList();
        return ids.Count == 0 ? [] : await db.Missions.Where(m => ids.Contains(m.Id) && m.Visibility != Visibility.Private).ToDictionaryAsync(m => m.Id, m => $"{m.Label} {m.Title}", ct);
    }

    public static async Task<Dictionary<long, string>> CommonsAsync(BotDb db, IReadOnlyList<Standing> lines, CancellationToken ct)
    {
        var ids = lines.Select(s => s.Line.CommonId).Distinct().ToList();
        return await db.Commons.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Slug, ct);
    }
}
