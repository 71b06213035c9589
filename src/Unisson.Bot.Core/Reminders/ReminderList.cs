using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary><c>/reminder list</c>: what waits, soonest first, then what came lately and was not said to be done; or all of it for a calendar.</summary>
public static class ReminderList
{
    private const int Shown = 20;
    private const int ShownSent = 5;

    private static readonly Option<AgendaFormat> Format = Options.Choice("format", "format", ReminderChoices.Format);

    public static CommandSpec Spec { get; } = new(Groups.Reminder, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Reads = true,
        Options = [Format],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (r.Given(Format))
        {
            return await Agenda.ReplyAsync(r, ct);
        }

        var mine = r.Db.Reminders.Where(m => m.PersonId == r.Caller.PersonId);
        var count = await mine.CountAsync(m => m.State == ReminderState.Active, ct);
        var waiting = await mine.Where(m => m.State == ReminderState.Active).OrderBy(m => m.DueAt).Take(Shown).ToListAsync(ct);
        var sent = await mine.Where(m => m.State == ReminderState.Sent).OrderByDescending(m => m.DueAt).Take(ShownSent).ToListAsync(ct);
        var missions = await FindingReminders.MissionsOfAsync(r.Db, waiting.Concat(sent), ct);

        var lines = waiting.ConvertAll(m => r.Say["reminder.line", m.Label, m.DueAt, m.Described(r.Say, Of(m))]);
        if (count > Shown)
        {
            lines.Add(r.Say["reminder.more", count - Shown]);
        }

        lines.AddRange(sent.Select(m => r.Say["reminder.line-sent", m.Label, m.SentAt, m.Described(r.Say, Of(m))]));
        return new Reply(count == 0 ? r.Say["reminder.none"] : r.Say["reminder.list", count]) { Lines = lines };

        Mission? Of(Reminder m) => m.MissionId is { } id ? missions.GetValueOrDefault(id) : null;
    }
}
