using Unisson.Bot.Calls;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>What follows whenever a mission changed: its card, and what goes by its state, deadline and roles.</summary>
internal static class MissionChanged
{
    /// <param name="by">Who changed it; sees it in their own answer.</param>
    /// <param name="onCard">Whether the card says something else now.</param>
    public static async Task AfterAsync(BotDb db, Mission mission, long by, bool onCard, DateTimeOffset now, CancellationToken ct)
    {
        WaitingCandidates.Plan(db, mission, now);
        await db.SaveChangesAsync(ct);
        await DeadlineLadder.PlanAsync(db, mission, now, ct);
        await MissionsCalls.AfterAsync(db, mission, now, ct);
        if (onCard)
        {
            await MissionCard.PostAsync(db, mission, by, now, ct);
        }
    }
}
