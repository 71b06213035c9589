using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Reminders;

/// <summary><c>/reminder add</c>: something that comes back to oneself at its minute.</summary>
public static class ReminderAdd
{
    private static readonly Option<DateTimeOffset> When = DateOptions.Instant("when", "quand", needed: true);
    private static readonly Option<string> What = Options.Text("what", "quoi", 300, needed: true);

    public static CommandSpec Spec { get; } = new(Groups.Reminder, new("add", "ajouter", "noter", "me"))
    {
        Allow = Allow.Member,
        Options = [When, What],
        Form = [When, What],
        Run = RunAsync,
    };

    /// <summary>How many of one's own wait, and the one that comes last.</summary>
    internal static async Task<(int Count, Reminder? Last)> WaitingAsync(Request r, CancellationToken ct)
    {
        var waiting = await r.Db.Reminders.Where(m => m.PersonId == r.Caller.PersonId && m.State == ReminderState.Active && m.Kind == ReminderKind.Own)
            .OrderBy(m => m.DueAt).ToListAsync(ct);
        return (waiting.Count, waiting.LastOrDefault());
    }

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var what = r.Get(What).OneLine();
        if (what.Length == 0)
        {
            return r.Missing([What]);
        }

        var (waiting, last) = await WaitingAsync(r, ct);
        var key = (r.Caller.PersonId, r.Caller.CommunityId, await r.Db.NextNumberAsync("reminder", r.Caller.PersonId, ct));
        if (Reminder.Own(key, what, r.Get(When), r.Caller.Zone, waiting, last, r.Now).Refused(out var refusal, out var reminder))
        {
            return refusal with { Mend = r.Line };
        }

        r.Db.Reminders.Add(reminder);
        r.Db.Wake(reminder.DueAt);
        await r.Db.SaveChangesAsync(ct);
        // Whoever is shown their own clock needs no zone beside it.
        var when = Timestamp.Marked(reminder.DueAt, $"{r.Say.InYear(reminder.DueAt)}, {ZoneNames.Of(r.Caller.Zone, r.Say)}");
        return new Reply(r.Say["reminder.added", reminder.Label, when])
        {
            Lines = await LinesAsync(r, reminder, ct),
            Actions = [ReminderActions.Change.On(reminder.Id, r.Say), ReminderActions.Cancel.On(reminder.Id, r.Say)],
        };
    }

    private static async Task<List<string>> LinesAsync(Request r, Reminder reminder, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var community = await r.Db.CommunityAsync(r.Caller.CommunityId, ct);
        var lines = new List<string> { r.Say["reminder.quoted", reminder.What] };
        if (QuietHours.NextWake(person, r.Caller.Zone, community.Holidays, reminder.DueAt, isUrgent: false) > reminder.DueAt)
        {
            lines.Add(r.Say["reminder.in-quiet-hours"]);
        }

        if (reminder.Number == 1 && person.Zone is null && r.Catalogue.Has("my settings"))
        {
            lines.Add(r.Say["reminder.zone-of-community"]);
        }

        return lines;
    }
}
