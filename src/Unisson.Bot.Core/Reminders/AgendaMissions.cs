using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary>What a person's missions put into their calendar, in every community that they are in.</summary>
internal static class AgendaMissions
{
    /// <summary>Deadlines of missions that are open and in whose team the person is, as whole days.</summary>
    public static async Task<List<AgendaEntry>> DeadlinesAsync(Request r, CancellationToken ct)
    {
        var numbers = await r.Db.Reminders.Where(m => m.PersonId == r.Caller.PersonId && m.Kind == ReminderKind.Deadline && m.State == ReminderState.Active)
            .ToDictionaryAsync(m => m.MissionId!.Value, m => m.Label, ct);
        var entries = new List<AgendaEntry>();
        foreach (var community in await CommunitiesAsync(r, ct))
        {
            var missions = await r.Db.Missions.InTeamOf(community, r.Caller.PersonId)
                .Where(m => m.State == MissionState.Open && m.Deadline != null).OrderBy(m => m.Deadline).ThenBy(m => m.Id).ToListAsync(ct);
            entries.AddRange(missions.Select(m => new AgendaEntry($"deadline:{m.Id}", Title(m, r.Say), numbers.GetValueOrDefault(m.Id, m.Label)) { Day = m.Deadline }));
        }

        return entries;
    }

    /// <summary>What others of a team set for all of it and comes to this person.</summary>
    public static async Task<List<AgendaEntry>> OfTeamsAsync(Request r, CancellationToken ct)
    {
        var entries = new List<AgendaEntry>();
        foreach (var community in await CommunitiesAsync(r, ct))
        {
            var missions = await SharedReminders.RunningOf(r.Db, community, r.Caller.PersonId).Include(m => m.Holders).ToDictionaryAsync(m => m.Id, ct);
            var theirs = await r.Db.Reminders.Where(m => m.Kind == ReminderKind.Team && m.State == ReminderState.Active && m.PersonId != r.Caller.PersonId && missions.Keys.Contains(m.MissionId!.Value))
                .OrderBy(m => m.DueAt).ToListAsync(ct);
            foreach (var reminder in theirs)
            {
                var mission = missions[reminder.MissionId!.Value];
                if (TellingTeam.Everybody(mission, reminder.PersonId).Contains(r.Caller.PersonId) && await SharedReminders.StandsAsync(r.Db, reminder, mission, ct))
                {
                    var by = (await r.Db.PersonAsync(reminder.PersonId, ct)).Name;
                    entries.AddRange(Agenda.Of(reminder, reminder.What!, r.Say["reminder.by-for", by, mission.Title.Cut(40), mission.Label], isOwner: false));
                }
            }
        }

        return entries;
    }

    private static string Title(Mission mission, Say say) => mission.DeadlineHour is { } hour
        ? say["agenda.deadline-at", mission.Title, mission.Label, say.Clock(hour)]
        : say["agenda.deadline", mission.Title, mission.Label];

    private static Task<List<long>> CommunitiesAsync(Request r, CancellationToken ct)
        => r.Db.Memberships.Where(m => m.PersonId == r.Caller.PersonId && m.LeftAt == null).Select(m => m.CommunityId).ToListAsync(ct);
}
