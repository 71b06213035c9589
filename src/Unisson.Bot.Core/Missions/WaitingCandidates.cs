using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Missions;

/// <summary>Somebody stepped forward and nobody answered: after three days whoever coordinates is reminded, once.</summary>
internal static class WaitingCandidates
{
    private const int Batch = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(3);

    public static DueKind Due { get; } = new("candidates", (db, ct) => db.RoleHolders.MinAsync(h => h.WaitsUntil, ct), RunAsync);

    /// <summary>Keeps the instants in line with who waits today; to be called after anything that changes roles.</summary>
    public static void Plan(BotDb db, Mission mission, DateTimeOffset now)
    {
        foreach (var holder in mission.Holders)
        {
            var waits = holder.Holding == Holding.Candidate && !mission.IsOver;
            if (!waits)
            {
                holder.WaitsUntil = null;
            }
            else if (holder.Since == now)
            {
                holder.WaitsUntil = now + Patience;
                db.Wake(now + Patience);
            }
        }
    }

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.RoleHolders.AsTracking().Where(h => h.WaitsUntil <= now).OrderBy(h => h.WaitsUntil).Take(Batch).ToListAsync(ct);
        foreach (var holder in due)
        {
            holder.WaitsUntil = null;
            var mission = await db.Missions.Include(m => m.Holders).FirstAsync(m => m.Id == holder.MissionId, ct);
            var name = (await Naming.NamesAsync(db, [holder.PersonId], ct))[holder.PersonId];
            await TellingTeam.TellAtOnceAsync(db, mission, TellingTeam.Coordination(mission, holder.PersonId), say => Waits(say, mission, name, holder), now, ct);
        }

        return due.Count == Batch;
    }

    private static Reply Waits(Say say, Mission mission, string name, RoleHolder holder) => new(say["mission.candidate-waits", name.Cut(32), MissionChoices.Role.Labelled(holder.Role), mission.ShortTitle, mission.Label])
    {
        Actions = [MissionActions.Show.On(mission.Id, say)],
        Loudness = Loudness.Ping,
    };
}
