using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Dates;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary>
/// What is ahead of a person, as a file for their own calendar: the reminders that come to them, and the deadlines of the missions that they
/// are in the team of. It is what stands now; asked for again, events keep their names, and calendars change them in place.
/// </summary>
internal static class Agenda
{
    private const string FileName = "unisson.ics";

    public static async Task<Reply> ReplyAsync(Request r, CancellationToken ct)
    {
        var deadlines = await AgendaMissions.DeadlinesAsync(r, ct);
        var reminders = await RemindersAsync(r, ct);
        if (deadlines.Count + reminders.Count == 0)
        {
            return new Reply(r.Say["agenda.none"]);
        }

        var account = await r.Db.Accounts.Where(a => a.PersonId == r.Caller.PersonId).OrderBy(a => a.Id).FirstAsync(ct);
        var file = AgendaFile.Write([.. reminders, .. deadlines], $"{account.Door}\n{account.ExternalId}", r.Now);
        return new Reply(r.Say["agenda.made", reminders.Count, deadlines.Count])
        {
            Lines = [r.Say["agenda.again"]],
            Files = [new ReplyFile(FileName, AgendaFile.MediaType, file)],
        };
    }

    private static async Task<List<AgendaEntry>> RemindersAsync(Request r, CancellationToken ct)
    {
        var mine = await r.Db.Reminders.Where(m => m.PersonId == r.Caller.PersonId && m.State == ReminderState.Active).OrderBy(m => m.DueAt).ToListAsync(ct);
        var missions = await FindingReminders.MissionsOfAsync(r.Db, mine, ct);
        var entries = new List<AgendaEntry>();
        foreach (var reminder in mine)
        {
            var mission = reminder.MissionId is { } id ? missions.GetValueOrDefault(id) : null;
            if (reminder.IsOwn || await IsPutOffAsync(r, reminder, mission!, ct))
            {
                entries.AddRange(Of(reminder, reminder.IsOwn ? reminder.What! : reminder.Titled(r.Say, mission), About(reminder, mission, r.Say), isOwner: true));
            }
        }

        entries.AddRange(await AgendaMissions.OfTeamsAsync(r, ct));
        return entries;
    }

    /// <summary>One that is put off comes at that time as well as by its rhythm; what came and was put off comes to its owner alone.</summary>
    internal static IEnumerable<AgendaEntry> Of(Reminder reminder, string title, string about, bool isOwner)
    {
        var (key, zone) = ($"reminder:{reminder.Id}", Zones.Get(reminder.Zone));
        if (reminder is { Rhythm: { } rhythm, NextAt: { } next })
        {
            yield return new AgendaEntry(key, title, about) { At = next, Zone = zone, Rhythm = rhythm };
        }

        var (once, isAgain) = reminder.IsRepeated ? (reminder.PutOffTo, reminder.SentAt is not null) : (reminder.DueAt, reminder.IsAgain);
        if (once is { } at && (isOwner || !isAgain))
        {
            yield return new AgendaEntry(reminder.IsRepeated ? key + ":once" : key, title, about) { At = at, Zone = zone };
        }
    }

    /// <summary>Of a deadline the day itself is in the calendar; an hour that the person put its word off to is theirs as well.</summary>
    private static async Task<bool> IsPutOffAsync(Request r, Reminder reminder, Mission mission, CancellationToken ct)
        => DeadlineLadder.CountsDown(mission) && reminder.IsPutOff(await DeadlineLadder.OfAsync(r.Db, mission, r.Caller.PersonId, ct), r.Now);

    /// <summary>« R3 · tous les mardis à 9 h · l’équipe de Lons (M1) ».</summary>
    private static string About(Reminder reminder, Mission? mission, Say say) => string.Join(" · ", new[]
    {
        reminder.Label,
        reminder.Rhythm is { } rhythm ? Spoken.Of(rhythm, say) : null,
        reminder.Kind switch
        {
            ReminderKind.Team => say["reminder.to-team", mission!.Title.Cut(40), mission.Label],
            ReminderKind.Channel => say["agenda.to-channel"],
            _ => null,
        },
    }.Where(part => part is not null));
}
