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
    /// <summary>
    /// Brings the rows to what the mission is now; to be called, with the mission stored, after anything that may change its deadline, state or
    /// team. Calling it again changes nothing.
    /// </summary>
    public static async Task PlanAsync(BotDb db, Mission mission, DateTimeOffset now, CancellationToken ct)
    {
        await db.Entry(mission).Collection(m => m.Holders).LoadAsync(ct);
        await db.Reminders.Where(r => r.CommunityId == mission.CommunityId && r.MissionId == mission.Id && r.Kind == ReminderKind.Deadline).LoadAsync(ct);
        var rows = db.Reminders.Local.Where(r => r.CommunityId == mission.CommunityId && r.MissionId == mission.Id && r.Kind == ReminderKind.Deadline)
            .ToDictionary(r => r.PersonId);
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
        var person = await db.People.FindAsync([personId], ct);
        var community = await db.Communities.FindAsync([mission.CommunityId], ct);
        var end = Ladder.EndOf(mission.Deadline!.Value, mission.DeadlineHour, Zones.Get(community!.Zone));
        return new Ladder(mission.Deadline.Value, end, person!, Zones.Get(person!.Zone ?? community.Zone), community.Holidays);
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
