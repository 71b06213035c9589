using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>What a change of a mission means for its calls.</summary>
internal static class MissionsCalls
{
    private static readonly Func<BotDb, long, long, IAsyncEnumerable<Call>> Live = EF.CompileAsyncQuery((BotDb db, long communityId, long missionId) =>
        db.Calls.AsTracking().Include(c => c.Asks).Where(c => c.CommunityId == communityId && c.MissionId == missionId
            && (c.State == CallState.Open || c.State == CallState.Waiting || c.State == CallState.Frozen || c.State == CallState.Filled)));

    /// <summary>
    /// A mission that is over needs nobody any more. A role that was handed back is a place that is free; and whoever the team chose, or who
    /// joined, changes whom the calls look for. Needs the mission's holders.
    /// </summary>
    public static async Task AfterAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var call in await Live(db, mission.CommunityId, mission.Id).ToListAsync(ct))
        {
            if (!mission.IsOver)
            {
                await LookAgainAsync(db, call, mission, now, ct);
            }
            else if (call.State != CallState.Filled)
            {
                await CallEnd.CloseAsync(db, call, CallState.Closed, now, ct);
            }
        }
    }

    private static async Task LookAgainAsync(BotDb db, Call call, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        var left = call.Asks.FindAll(a => a.State == AskState.Accepted && call.RoleOf(a, mission)?.Holding == Holding.HandedBack);
        left.ForEach(a => a.Answer(AskState.Declined, now));
        if (left.Count > 0)
        {
            await CallEnd.FreeAsync(db, call, now, ct);
        }
        else if (call.State == CallState.Open)
        {
            call.DueAt = now;
            db.Wake(now);
        }
    }
}
