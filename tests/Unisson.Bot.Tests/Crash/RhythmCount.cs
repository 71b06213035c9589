using System.Globalization;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Tests.Crash;

/// <summary>Recounts from the rows what reminders that come again did, against the hours of the clock on the wall.</summary>
internal sealed class RhythmCount(BotDb db, Tally tally)
{
    /// <summary>Each of somebody of their own, so that none is told together with another.</summary>
    public static readonly IReadOnlyList<(string Who, string Phrase, string What)> Own =
    [
        ("ana", "every day at 6:05am", "rhythm a"), ("cy", "every day at 14:35", "rhythm b"), ("dan", "weekdays at 11:05", "rhythm c"),
        ("eve", "every Sunday at 2:30am", "rhythm d"), ("fay", "every 7 hours", "rhythm e"),
    ];

    /// <summary>Claire's, for those who are told as well.</summary>
    public static readonly IReadOnlyList<(string Phrase, string What, string To)> Shared =
        [("every day at 12:15", "rhythm f", "mission:M1"), ("every day at 15:45", "rhythm g", "for:channel"), ("weekdays at 9:25", "rhythm h", "mission:M1")];

    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Instant Start = Instant.FromUtc(2026, 12, 1, 8, 0);

    /// <summary>What one commit stores together is there together: each time has its messages, and the next time waits, once.</summary>
    public async Task AtomsAsync()
    {
        var messages = (await db.Outbox.Where(o => o.Subject.StartsWith("reminder")).ToListAsync()).ToLookup(o => o.Subject, StringComparer.Ordinal);
        var reminders = await db.Reminders.ToListAsync();
        tally.Check(reminders.Count == Own.Count + Shared.Count, $"There are {reminders.Count} reminders.");
        foreach (var reminder in reminders)
        {
            var times = Times(reminder.What!, Instant.FromDateTimeOffset(reminder.DueAt));
            tally.Check(reminder.State == ReminderState.Active && reminder.DueAt == times[^1] && reminder.NextAt == reminder.DueAt, $"{reminder.What} is {reminder.State} and waits for {reminder.DueAt}.");
            foreach (var (to, rows) in messages[$"reminder:{reminder.Id}"].ToLookup(o => o.Channel ?? $"{o.PersonId}").Select(g => (g.Key, g)))
            {
                Compare($"{reminder.What} to {to}", times[..^1], rows);
            }

            // The messages of a team leave in one commit: each of them has as many.
            tally.Check(messages[$"reminder:{reminder.Id}"].Count() == (times.Count - 1) * (IsForTeam(reminder) ? 2 : 1), $"{reminder.What} has {messages[$"reminder:{reminder.Id}"].Count()} messages for {times.Count - 1} times.");
        }
    }

    /// <summary>At the end everything left, and was seen.</summary>
    public async Task CountAsync(List<string> heard)
    {
        await AtomsAsync();
        var rows = await db.Outbox.ToListAsync();
        tally.Check(rows.TrueForAll(o => o.SentAt is not null), "A message never left.");
        foreach (var reminder in await db.Reminders.ToListAsync())
        {
            var (came, said) = (rows.Count(o => o.Subject == $"reminder:{reminder.Id}"), heard.Count(h => h.StartsWith("→ ", StringComparison.Ordinal) && h.EndsWith($"Reminder: {reminder.What}.", StringComparison.Ordinal)));
            if (said < came)
            {
                tally.Lost.Add($"printed: {reminder.What}, {came - said} times");
            }
        }

        (tally.Stored, tally.Messages) = (Own.Count + Shared.Count, rows.Count);
    }

    private void Compare(string what, IEnumerable<DateTimeOffset> times, IEnumerable<OutboxRow> rows)
        => tally.Compare(what, times.Select(Written), [.. rows.Select(r => Written(r.CreatedAt))]);

    private static string Written(DateTimeOffset at) => at.ToString("MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static bool IsForTeam(Reminder reminder) => reminder.Kind == ReminderKind.Team;

    /// <summary>All times of a rhythm from the start up to one.</summary>
    private static List<DateTimeOffset> Times(string what, Instant until)
    {
        if (what == "rhythm e")
        {
            return [.. Enumerable.Range(1, (int)((until - Start).TotalHours / 7)).Select(n => (Start + Duration.FromHours(7 * n)).ToDateTimeOffset())];
        }

        var (hour, isItsDay) = what switch
        {
            "rhythm a" => (new LocalTime(6, 5), _ => true),
            "rhythm b" => (new LocalTime(14, 35), _ => true),
            "rhythm c" => (new LocalTime(11, 5), IsWorked),
            "rhythm d" => (new LocalTime(2, 30), day => day.DayOfWeek == IsoDayOfWeek.Sunday),
            "rhythm f" => (new LocalTime(12, 15), _ => true),
            "rhythm g" => (new LocalTime(15, 45), _ => true),
            _ => (new LocalTime(9, 25), (Func<LocalDate, bool>)IsWorked),
        };
        return [.. Enumerable.Range(0, (int)(until - Start).TotalDays + 2).Select(d => Start.InZone(Paris).Date.PlusDays(d)).Where(isItsDay)
            .Select(day => Paris.AtLeniently(day + hour).ToInstant()).Where(at => at > Start && at <= until).Select(at => at.ToDateTimeOffset())];
    }

    private static bool IsWorked(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
}
