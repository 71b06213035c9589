using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>What the lines of a ledger come to, added up by the database.</summary>
/// <param name="Minutes">Of work.</param>
/// <param name="Cents">Of euros.</param>
internal sealed record Sum<TKey>(TKey Key, long Minutes, long Cents);

/// <inheritdoc cref="Sum{TKey}"/>
internal static class LedgerSums
{
    private const int MostCommons = 10, MostMonths = 12;

    /// <summary>The largest, with the names of their commons, and all others together under null; by time, or by money.</summary>
    public static async Task<List<(string? Name, long Amount)>> ByCommonAsync(BotDb db, List<Sum<long>> sums, Func<Sum<long>, long> amount, CancellationToken ct)
    {
        var largest = sums.Where(s => amount(s) > 0).OrderByDescending(amount).ThenBy(s => s.Key).ToList();
        var ids = largest.Take(MostCommons).Select(s => s.Key).ToList();
        var names = await db.Commons.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Name, ct);
        return [.. ids.Select(id => ((string?)names[id], amount(largest.Find(s => s.Key == id)!))), (null, largest.Skip(MostCommons).Sum(amount))];
    }

    /// <summary>The newest months in their order, after all that was before them under null.</summary>
    public static List<(DateOnly? Month, long Amount)> Newest(List<Sum<DateOnly>> months, Func<Sum<DateOnly>, long> amount)
    {
        var given = months.Where(s => amount(s) > 0).ToList();
        var before = Math.Max(0, given.Count - MostMonths);
        return [(null, given.Take(before).Sum(amount)), .. given.Skip(before).Select(s => ((DateOnly?)s.Key, amount(s)))];
    }

    /// <summary>Lines as sums that were not yet added up.</summary>
    public static IQueryable<LedgerSum> PartsOf(IQueryable<LedgerLine> lines)
        => lines.Select(l => new LedgerSum { CommonId = l.CommonId, Month = l.On, Contribution = l.Contribution, Minutes = l.Minutes ?? 0, Cents = l.Cents ?? 0 });

    public static Task<List<Sum<long>>> OfCommonsAsync(IQueryable<LedgerSum> sums, CancellationToken ct)
        => sums.GroupBy(s => s.CommonId).Select(g => new Sum<long>(g.Key, g.Sum(s => s.Minutes), g.Sum(s => s.Cents))).ToListAsync(ct);

    public static Task<List<Sum<ContributionKind>>> OfKindsAsync(IQueryable<LedgerSum> sums, CancellationToken ct)
        => sums.GroupBy(s => s.Contribution).Select(g => new Sum<ContributionKind>(g.Key, g.Sum(s => s.Minutes), g.Sum(s => s.Cents))).ToListAsync(ct);

    /// <summary>By the first of each month, oldest first.</summary>
    public static async Task<List<Sum<DateOnly>>> OfMonthsAsync(IQueryable<LedgerSum> sums, CancellationToken ct)
    {
        // The database adds up days where it has them, which needs no reckoning of dates on every line.
        var days = await sums.GroupBy(s => s.Month).Select(g => new Sum<DateOnly>(g.Key, g.Sum(s => s.Minutes), g.Sum(s => s.Cents))).ToListAsync(ct);
        return [.. days.GroupBy(d => new DateOnly(d.Key.Year, d.Key.Month, 1)).Select(m => new Sum<DateOnly>(m.Key, m.Sum(d => d.Minutes), m.Sum(d => d.Cents))).OrderBy(m => m.Key)];
    }
}
