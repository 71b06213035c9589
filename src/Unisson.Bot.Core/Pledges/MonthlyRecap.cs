using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Pledges;

/// <summary>Each month of a running mission its team reads what was promised and what the ledger says was given, with their next digest.</summary>
internal static class MonthlyRecap
{
    private const int Batch = 100;

    public static DueKind Due { get; } = new("recap", (db, ct) => db.Missions.MinAsync(m => m.RecapAt, ct), RunAsync);

    /// <summary>Brings the next one in line with the state of the mission; to be called after a step.</summary>
    public static void Plan(BotDb db, Mission mission, DateTimeOffset now)
    {
        mission.RecapAt = mission.State == MissionState.Running ? now.AddMonths(1) : null;
        if (mission.RecapAt is { } at)
        {
            db.Wake(at);
        }
    }

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Missions.AsTracking().Include(m => m.Holders).Where(m => m.RecapAt <= now).OrderBy(m => m.RecapAt).Take(Batch).ToListAsync(ct);
        foreach (var mission in due)
        {
            mission.RecapAt = now.AddMonths(1);
            var pledges = await db.PledgesAsync(mission, ct);
            var names = await PledgeWords.NamesAsync(db, pledges, ct);
            var gauges = await Gauge.OfAsync(db, mission, pledges, ct);
            await TellingTeam.TellAsync(db, mission, TellingTeam.Everybody(mission, except: 0), say => Told(say, mission, [.. gauges.Select(g => g.Words(names[g.CommonId], say)).OfType<string>()]), now, ct);
        }

        return due.Count == Batch;
    }

    private static Reply Told(Say say, Mission mission, IReadOnlyList<string> gauges)
        => new(say[gauges.Count == 0 ? "recap.none" : "recap", mission.ShortTitle, mission.Label, string.Join(' ', gauges)]) { Actions = [MissionActions.Show.On(mission.Id, say)] };
}
