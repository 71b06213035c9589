using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commons;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The asks a month that a common's people may get in all (rule 5): counted over all calls for it, sent or planned, in calendar months of the
/// community's zone. A call that was put on hold by reports takes nothing (rule 18).
/// </summary>
internal static class CommonBudget
{
    /// <summary>What is left, below 0 where the steward lowered it meanwhile; null = no limit.</summary>
    public static async Task<int?> LeftAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct)
        => scene.Common is { StewardId: not null, AskBudget: { } budget } common ? budget - await UsedAsync(db, common, scene.Zone, now, ct) : null;

    public static async Task<int> UsedAsync(BotDb db, Common common, DateTimeZone zone, DateTimeOffset now, CancellationToken ct)
    {
        var begins = Months.Begin(Months.Of(now, zone), zone);
        var calls = db.Calls.Where(c => c.CommunityId == common.CommunityId && c.CommonId == common.Id && c.FrozenAt == null);

        // Two ranges of the index: what runs, and what ended this month.
        return await calls.Where(c => c.EndedAt == null).Concat(calls.Where(c => c.EndedAt >= begins))
            .SelectMany(c => c.Asks).SumAsync(a => (a.SentAt >= begins ? a.Times : 0) + (a.State == AskState.Planned ? 1 : 0), ct);
    }
}
