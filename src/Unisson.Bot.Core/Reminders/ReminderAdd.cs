using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Reminders;

/// <summary><c>/reminder add</c>: something that comes back at its minute, once or by a rhythm, to oneself, to a mission's team or in the channel.</summary>
public static class ReminderAdd
{
    private static readonly Option<Wish> When = DateOptions.Wish("when", "quand", needed: true);
    private static readonly Option<string> What = Options.Text("what", "quoi", 300, needed: true);
    private static readonly Option<string> Again = DateOptions.RhythmWords("repeat", "répéter");

    public static CommandSpec Spec { get; } = new(Groups.Reminder, new("add", "ajouter", "noter", "me"))
    {
        Allow = Allow.Member,
        Options = [When, What, ReminderAddress.For, ReminderAddress.Of, Again],
        Form = [When, What],
        Run = RunAsync,
    };

    /// <summary>How many set by hand wait, and the one that comes last.</summary>
    internal static async Task<(int Count, Reminder? Last)> WaitingAsync(Request r, CancellationToken ct)
    {
        var waiting = await r.Db.Reminders.Where(m => m.PersonId == r.Caller.PersonId && m.State == ReminderState.Active && m.Kind != ReminderKind.Deadline)
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

        if (WishOf(r).Refused(out var refusal, out var wish) || (await ReminderAddress.FindAsync(r, ct)).Refused(out refusal, out var addresses))
        {
            return refusal;
        }

        return addresses is [var only] ? await AddAsync(r, what, wish, only, ct) : await ReminderAddress.WhichAsync(r, addresses, ct);
    }

    /// <summary>The moment with the rhythm, which may be said in either field; the moment gives the hour and the day to begin at.</summary>
    private static Result<Wish> WishOf(Request r)
    {
        var wish = r.Get(When);
        if (!r.Given(Again, out var words))
        {
            return wish;
        }

        if (wish.Rhythm is not null)
        {
            return new Refusal("reminder.two-rhythms", r.Line.Values["when"]) { Mend = r.Line.With("when", CommandLine.Blank) };
        }

        return DateOptions.Rhythm(words, new Reading(r.Say), wish.At).Refused(out var refusal, out var rhythm)
            ? refusal with { Mend = r.Line.With("repeat", CommandLine.Blank) }
            : new Wish(rhythm.First, rhythm);
    }

    private static async Task<Result<Reply>> AddAsync(Request r, string what, Wish wish, ReminderAddress to, CancellationToken ct)
    {
        var (waiting, last) = await WaitingAsync(r, ct);
        var made = to.Reminder(r.Caller, await r.Db.NextNumberAsync("reminder", r.Caller.PersonId, ct), what);
        if (made.Set(wish, r.Caller.Zone, waiting, last, r.Now).Refused(out var refusal, out var reminder))
        {
            return refusal with { Mend = refusal.Code == "reminder.hourly" ? r.Line.With(r.Given(Again) ? "repeat" : "when", CommandLine.Blank) : r.Line };
        }

        r.Db.Reminders.Add(reminder);
        r.Db.Wake(reminder.DueAt);
        await r.Db.SaveChangesAsync(ct);
        return new Reply(First(r, reminder))
        {
            Lines = [r.Say["reminder.quoted", reminder.What], .. to.Says(r.Say) is { } goes ? [goes] : await LinesAsync(r, reminder, ct)],
            Actions = [ReminderActions.Change.On(reminder.Id, r.Say), ReminderActions.Cancel.On(reminder.Id, r.Say)],
        };
    }

    private static string First(Request r, Reminder reminder)
    {
        // Whoever is shown their own clock needs no zone beside it.
        var when = Timestamp.Marked(reminder.DueAt, $"{r.Say.InYear(reminder.DueAt)}, {ZoneNames.Of(r.Caller.Zone, r.Say)}");
        return reminder.Rhythm is { } rhythm ? r.Say["reminder.added-rhythm", reminder.Label, Spoken.Of(rhythm, r.Say), when]
            : r.Say[reminder.Kind == ReminderKind.Own ? "reminder.added" : "reminder.added-for", reminder.Label, when];
    }

    private static async Task<List<string>> LinesAsync(Request r, Reminder reminder, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var community = await r.Db.CommunityAsync(r.Caller.CommunityId, ct);
        var lines = new List<string>();
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
