using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Closing;

/// <summary>
/// 3 and 12 months after a mission was closed, whoever coordinated or guaranteed it is asked whether its link with each common still lives (rule
/// 12): quietly, in their waking hours, once.
/// </summary>
internal static class LookingBack
{
    private const int Batch = 100;

    private static readonly int[] Months = [3, 12];

    public static DueKind Due { get; } = new("lookback", NextAsync, RunAsync);

    public static void Plan(BotDb db, Mission mission, DateTimeOffset now)
    {
        foreach (var months in Months)
        {
            db.Lookbacks.AddRange(mission.Commons.Select(c => new Lookback { CommunityId = mission.CommunityId, MissionId = mission.Id, CommonId = c.CommonId, Months = months, DueAt = now.AddMonths(months) }));
        }

        db.Wake(now.AddMonths(Months[0]));
    }

    /// <summary>The mission goes on: nothing is asked about its end.</summary>
    public static Task DropAsync(BotDb db, Mission mission, CancellationToken ct)
        => db.Lookbacks.Where(l => l.CommunityId == mission.CommunityId && l.MissionId == mission.Id && l.AnsweredAt == null).ExecuteDeleteAsync(ct);

    private static Task<DateTimeOffset?> NextAsync(BotDb db, CancellationToken ct) => db.Lookbacks.Where(l => l.AskedAt == null).MinAsync(l => (DateTimeOffset?)l.DueAt, ct);

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Lookbacks.AsTracking().Where(l => l.AskedAt == null && l.DueAt <= now).OrderBy(l => l.DueAt).Take(Batch).ToListAsync(ct);
        foreach (var lookback in due)
        {
            lookback.AskedAt = now;
            await AskAsync(db, lookback, now, ct);
        }

        return due.Count == Batch;
    }

    private static async Task AskAsync(BotDb db, Lookback lookback, DateTimeOffset now, CancellationToken ct)
    {
        var mission = await db.Missions.Include(m => m.Holders).FirstAsync(m => m.Id == lookback.MissionId, ct);
        var common = await db.Commons.FirstAsync(c => c.Id == lookback.CommonId, ct);
        var people = mission.Holders.Where(h => h.Holding == Holding.Done && h.Role is RoleKind.Coordinator or RoleKind.GuarantorConnector).Select(h => h.PersonId).Distinct().ToList();
        await TellingTeam.TellAtOnceAsync(db, mission, people, say => Question(say, mission, common, lookback), now, ct);
    }

    private static Reply Question(Say say, Mission mission, Common common, Lookback lookback) => new(say[lookback.Months == Months[0] ? "lookback.three" : "lookback.twelve", mission.ShortTitle, mission.Label, common.Name])
    {
        Actions = [LookbackActions.Yes.On(lookback.Id, say), LookbackActions.ALittle.On(lookback.Id, say), LookbackActions.No.On(lookback.Id, say)],
    };
}
