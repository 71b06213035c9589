using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests;

/// <summary>
/// A year of a practice community, by <c>/wait</c>: missions with deadlines, calls, answers, pauses, reminders. Then everything that was said and
/// everybody who was asked is recounted, by the calendar on the wall.
/// </summary>
public sealed class YearTests
{
    private const string StillTrue = "Still true?";

    [Fact]
    public async Task In_a_year_nothing_comes_twice_and_nobody_is_asked_too_much_at_night_or_in_a_pause()
    {
        await using var year = await Year.LiveAsync(new Random(20261124));

        var twice = year.Heard.GroupBy(h => (h.Who, h.Text)).Where(g => g.Count() > 1 && !g.Key.Text.StartsWith("Your pause ends today", StringComparison.Ordinal) && !g.Key.Text.Contains(StillTrue, StringComparison.Ordinal)).Select(g => $"{g.Key.Who}: {g.Key.Text}");
        var (asks, rows) = await year.Bot.SeeAsync(async db => (await db.Asks.Where(a => a.SentAt != null).ToListAsync(), await db.Outbox.ToListAsync()));
        Assert.Empty(twice);
        Assert.True(asks.Count > 60 && asks.Select(a => a.PersonId).Distinct().Count() == Year.People.Count, $"Too little happened: {asks.Count} asks.");
        await CapsAsync(year, asks);
        Assert.Empty(asks.Where(a => year.Pauses.Exists(p => p.Person == a.PersonId && p.From <= a.SentAt && a.SentAt < p.To)).Select(a => $"{year.Names[a.PersonId]} pauses at {a.SentAt}"));
        await HoursAsync(year, rows);
        await RemindersAsync(year);
        foreach (var questions in year.Heard.Where(h => h.Text.Contains(StillTrue, StringComparison.Ordinal)).GroupBy(h => h.Who))
        {
            var days = questions.Select(q => q.At).Order().ToList();
            Assert.All(days.Zip(days.Skip(1)), d => Assert.True(d.Second >= d.First.AddMonths(3), $"{questions.Key} was asked at {d.First} and at {d.Second}."));
        }

        Assert.Equal(Year.People.Count, year.Heard.Where(h => h.Text.Contains(StillTrue, StringComparison.Ordinal)).Select(h => h.Who).Distinct().Count());
    }

    private static async Task CapsAsync(Year year, List<Ask> asks)
    {
        foreach (var month in asks.GroupBy(a => (a.PersonId, Month: Paris(a.SentAt!.Value).ToString("yyyy-MM", CultureInfo.InvariantCulture))))
        {
            var name = year.Names[month.Key.PersonId];
            Assert.True(month.Sum(a => a.Times) <= Year.People[name].Asks, $"{name} was asked {month.Count()} times in {month.Key.Month}.");
        }

        foreach (var month in asks.Where(a => a.State == AskState.Accepted).GroupBy(a => (a.PersonId, a.Month)))
        {
            var name = year.Names[month.Key.PersonId];
            Assert.True(month.Sum(a => a.Minutes) <= 60 * Year.People[name].Hours, $"{name} promised more than they give in month {month.Key.Month}.");
        }

        var calls = await year.Bot.SeeAsync(db => db.Calls.Include(c => c.Asks).ToListAsync());
        Assert.All(calls, c => Assert.True(c.Asks.Count(a => a.State == AskState.Accepted) <= c.Places, $"{c.Label} has more yeses than places."));
    }

    /// <summary>What somebody asked to be told comes at its minute; all else knows the night, and what is not urgent the days of rest.</summary>
    private static async Task HoursAsync(Year year, List<OutboxRow> rows)
    {
        var urgent = await year.Bot.SeeAsync(async db => (await db.Calls.Include(c => c.Asks).ToListAsync()).Where(c => c.Deadline - c.OpenedAt < TimeSpan.FromHours(14)).SelectMany(c => c.Asks.Select(a => a.Id)).ToHashSet());
        var own = await year.Bot.SeeAsync(async db => (await db.Reminders.Where(r => r.Kind == ReminderKind.Own).ToListAsync()).Select(r => $"reminder:{r.Id}").ToHashSet(StringComparer.Ordinal));
        var wrong = new List<string>();
        foreach (var row in rows.Where(r => r.PersonId is not null && r.SentAt is not null && !own.Contains(r.Subject)))
        {
            var name = year.Names[row.PersonId!.Value];
            var there = TimeZoneInfo.ConvertTime(row.SentAt!.Value, TimeZoneInfo.FindSystemTimeZoneById(Year.People.GetValueOrDefault(name)?.Zone ?? "Europe/Paris"));
            var waits = row.AskId is { } ask ? !urgent.Contains(ask) : row.Loudness == Loudness.Quiet;
            if (there.Hour is < 8 or >= 21 || (waits && IsRest(there, name)))
            {
                wrong.Add($"{name} at {there:ddd yyyy-MM-dd HH:mm}: {row.Subject} {row.Loudness} {row.Body}");
            }
        }

        Assert.Empty(wrong);
        Assert.Contains(rows, r => r.AskId is { } id && urgent.Contains(id) && r.SentAt is not null);
    }

    private static bool IsRest(DateTimeOffset there, string name)
        => (there.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && Year.People.GetValueOrDefault(name)?.Weekends != true) || Year.Holidays.Contains(there.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static async Task RemindersAsync(Year year)
    {
        var rows = await year.Bot.SeeAsync(db => db.Reminders.ToListAsync());
        var own = rows.FindAll(r => r.Kind == ReminderKind.Own && r.State != ReminderState.Active);
        Assert.DoesNotContain(rows, r => r.State == ReminderState.Active && r.DueAt <= year.Bot.Now);
        Assert.All(own, r => Assert.Equal(r.DueAt, r.SentAt));
        Assert.All(own, r => Assert.Single(year.Heard, h => h.At == r.DueAt && h.Text.StartsWith("Reminder", StringComparison.Ordinal) && h.Text.Contains(r.What!, StringComparison.Ordinal)));
        Assert.True(own.Count > 100, "The reminders did not come.");
        Assert.True(year.Heard.Count(h => h.Who == "claire" && h.Text.StartsWith("Work ", StringComparison.Ordinal) && h.Text.Contains("(M", StringComparison.Ordinal)) > rows.Count - own.Count, "The deadlines were not told.");
    }

    private static DateTimeOffset Paris(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris"));
}
