using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>What a change of a mission means for its calls.</summary>
internal static class MissionsCalls
{
    /// <summary>
    /// A mission that is over needs nobody any more. A role that was handed back is a place that is free; and whoever the team chose, or who
    /// joined, changes whom the calls look for. Needs the mission's holders.
    /// </summary>
    public static async Task AfterAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        CallState[] live = [CallState.Open, CallState.Waiting, CallState.Frozen, CallState.Filled];
        var calls = await db.Calls.Include(c => c.Asks)
            .Where(c => c.CommunityId == mission.CommunityId && c.MissionId == mission.Id && live.Contains(c.State)).ToListAsync(ct);
        foreach (var call in calls)
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
