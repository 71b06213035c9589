using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>What comes for one person until their next digest: deadlines of the missions in whose team they are, and reminders they set.</summary>
/// <param name="Missions">Those that the reminders are about.</param>
internal sealed record OwnDays(List<Mission> Deadlines, List<Reminder> Reminders, Dictionary<long, Mission> Missions)
{
    public bool HasAny => Deadlines.Count > 0 || Reminders.Count > 0;

    public static async Task<OwnDays> OfAsync(BotDb db, Community community, Person person, DateTimeOffset until, Say say, CancellationToken ct)
    {
        var (from, to) = (say.Day(say.Now), say.Day(until));
        var deadlines = await db.Missions.InTeamOf(community.Id, person.Id)
            .Where(m => m.State == MissionState.Open && m.Deadline >= from && m.Deadline <= to).OrderBy(m => m.Deadline).ThenBy(m => m.Id).ToListAsync(ct);
        var reminders = await db.Reminders
            .Where(r => r.PersonId == person.Id && r.State == ReminderState.Active && r.DueAt <= until && r.Kind != ReminderKind.Deadline && r.CommunityId == community.Id)
            .OrderBy(r => r.DueAt).ToListAsync(ct);
        return new OwnDays(deadlines, reminders, await FindingReminders.MissionsOfAsync(db, reminders, ct));
    }

    /// <summary>« une remise mardi », « trois rappels ».</summary>
    public IEnumerable<string> Counts(Say say)
    {
        if (Deadlines.Count > 0)
        {
            yield return Deadlines is [var only] ? say["digest.deadline", When(only.Deadline!.Value, say)] : say["digest.deadlines", Deadlines.Count];
        }

        if (Reminders.Count > 0)
        {
            yield return Reminders is [var only] ? say["digest.reminder", When(say.Day(only.DueAt), say)] : say["digest.reminders", Reminders.Count];
        }
    }

    public IEnumerable<string> Lines(Say say, Community community)
    {
        var zone = Zones.Get(community.Zone);
        return
        [
            .. Deadlines.Select(m => say["digest.due", m.ShortTitle, m.Label, MissionCard.Deadline(m, zone)]),
            .. Reminders.Select(r => say["digest.reminded", r.Label, r.DueAt, r.Described(say, r.MissionId is { } id ? Missions[id] : null)]),
        ];
    }

    /// <summary>« aujourd’hui », « jeudi », and the whole date where a weekday would not tell.</summary>
    private static string When(DateOnly day, Say say) => (day.DayNumber - say.Day(say.Now).DayNumber) switch
    {
        0 => say["digest.today"],
        < 7 => say["digest.weekday", say.Culture.DateTimeFormat.GetDayName(day.DayOfWeek)],
        _ => say["digest.weekday", say.Speak(day)],
    };
}
