using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Reminders;

/// <summary>
/// Keeps the reminders of a mission's deadline: one row for each person who holds or shadows a role there, while the mission is open and not
/// answered. Candidates are not the team yet, and the sponsor set the deadline.
/// </summary>
public static class DeadlineLadder
{
    private static readonly Func<BotDb, long, long, IAsyncEnumerable<Reminder>> Rows = EF.CompileAsyncQuery((BotDb db, long communityId, long missionId) =>
        db.Reminders.AsTracking().Where(r => r.CommunityId == communityId && r.MissionId == missionId && r.Kind == ReminderKind.Deadline));

    /// <summary>
    /// Brings the rows to what the mission is now; to be called, with the mission and what was planned before stored, after anything that may change its deadline, state or
    /// team. Calling it again changes nothing.
    /// </summary>
    public static async Task PlanAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        await db.Entry(mission).Collection(m => m.Holders).LoadAsync(ct);
        var rows = await Rows(db, mission.CommunityId, mission.Id).ToDictionaryAsync(r => r.PersonId, cancellationToken: ct);
        var team = CountsDown(mission) ? mission.Holders.Where(h => IsReminded(h)).Select(h => h.PersonId).Distinct().ToList() : [];
        foreach (var row in rows.Values.Where(r => !team.Contains(r.PersonId)))
        {
            row.CallOff();
        }

        foreach (var personId in team)
        {
            await PlanAsync(db, mission, personId, rows.GetValueOrDefault(personId), now, ct);
        }
    }

    /// <summary>The countdown of one person. Needs a deadline.</summary>
    internal static async Task<Ladder> OfAsync(BotDb db, Mission mission, long personId, CancellationToken ct)
    {
        var person = await db.PersonAsync(personId, ct);
        var community = await db.CommunityAsync(mission.CommunityId, ct);
        var end = Ladder.EndOf(mission.Deadline!.Value, mission.DeadlineHour, Zones.Get(community.Zone));
        return new Ladder(mission.Deadline.Value, end, person, Zones.Get(person.Zone ?? community.Zone), community.Holidays);
    }

    internal static bool CountsDown(Mission mission) => mission is { State: MissionState.Open, Deadline: not null };

    internal static bool IsReminded(RoleHolder holder) => holder.Holding is Holding.Active or Holding.Shadow && holder.Role != RoleKind.Sponsor;

    private static async Task PlanAsync(BotDb db, Mission mission, long personId, Reminder? row, DateTimeOffset now, CancellationToken ct)
    {
        var ladder = await OfAsync(db, mission, personId, ct);
        var next = ladder.Next(now);
        if (row is null)
        {
            if (next is null)
            {
                return;
            }

            row = db.Reminders.Add(new Reminder
            {
                PersonId = personId,
                Number = await db.NextNumberAsync("reminder", personId, ct),
                CommunityId = mission.CommunityId,
                Kind = ReminderKind.Deadline,
                MissionId = mission.Id,
                State = ReminderState.Cancelled,
                Zone = ladder.Zone.Id,
            }).Entity;
        }

        row.CountDown(ladder.Deadline, next, ladder.Zone);
        if (row.State == ReminderState.Active)
        {
            db.Wake(row.DueAt);
        }
    }
}
