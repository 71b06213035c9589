using NodaTime;
using Unisson.Bot.Tests.Dates;
using Xunit;

namespace Unisson.Bot.Tests;

/// <summary>Ten years of three people, recounted by the <see cref="Wall"/> of each.</summary>
public sealed class TenYearsTests
{
    private const string StillTrue = "Still true?", PauseEnds = "Your pause ends today";

    private static readonly (string Who, string Mark, LocalTime Hour, Func<LocalDate, bool> IsItsDay)[] Rhythms =
    [
        ("claire", "meter", new(2, 30), day => day.DayOfWeek == IsoDayOfWeek.Sunday),
        ("claire", "month", new(18, 0), day => day.PlusDays(1).Day == 1),
        ("claire", "leap", new(10, 0), day => day is { Month: 2, Day: 29 }),
        ("claire", "team", new(9, 30), IsFirstMonday),
        ("eve", "rent", new(9, 0), day => day.Day == 15),
        ("nou", "bread", new(17, 0), day => day.DayOfWeek == IsoDayOfWeek.Friday),
    ];

    [Fact]
    public async Task All_comes_once_at_its_hour_none_in_the_night_and_the_file_stays_small()
    {
        await using var life = await TenYears.LiveAsync();

        Assert.All(Rhythms, r => Assert.Equal(Wall.Times(Zone(r.Who), r.Hour, r.IsItsDay, life.Start, life.Bot.Now), life.Said.Of(r.Who, r.Mark)));
        Assert.Equal(Wall.Times(Zone("claire"), new(9, 30), IsFirstMonday, life.Start, life.Bot.Now), life.Said.Of("eve", "team"));
        Assert.Equal(3, life.Said.Of("claire", "leap").Count);
        Assert.All(Enumerable.Range(0, TenYears.Years), year => Assert.Single(life.Said.Of("nou", $"once{year}")));
        Deadlines(life);
        Questions(life);
        Nights(life);
        Small(life);
    }

    /// <summary>Each work counts down from 30 days to the day, each rung at most once; a far rung that rest days push to the next one is left to it.</summary>
    private static void Deadlines(TenYears life)
    {
        for (var year = 0; year < TenYears.Years; year++)
        {
            var rungs = life.Said.Lines("claire", $"Work {year} (M{year + 2})").FindAll(l => l.Contains("due ", StringComparison.Ordinal));
            Assert.InRange(rungs.Count, 5, 6);
            Assert.Equal(rungs.Count, rungs.Distinct().Count());
            Assert.Contains("due today", rungs[^1], StringComparison.Ordinal);
        }
    }

    /// <summary>Once a quarter, later only by days of rest and by a pause.</summary>
    private static void Questions(TenYears life)
    {
        Assert.Equal(TenYears.Years, life.Said.Lines("eve", PauseEnds).Count);
        foreach (var who in TenYears.Zones.Keys)
        {
            var days = life.Said.All.Where(s => s.Who == who && s.Text.Contains(StillTrue, StringComparison.Ordinal)).Select(s => s.At).ToList();
            Assert.InRange(days.Count, (TenYears.Years * 4) - (who == "eve" ? 20 : 4), TenYears.Years * 4);
            Assert.All(days.Zip(days.Skip(1)), d => Assert.InRange(d.Second, d.First.AddMonths(3), d.First.AddMonths(who == "eve" ? 7 : 3).AddDays(5)));
        }
    }

    private static void Nights(TenYears life)
    {
        string[] own = ["=meter=", "=month=", "=leap=", "=rent=", "=bread=", "=once", "=team="];
        var others = life.Said.All.FindAll(s => TenYears.Zones.ContainsKey(s.Who) && !own.Any(mark => s.Text.Contains(mark, StringComparison.Ordinal)));
        Assert.True(others.Count > 150, $"Too little happened: {others.Count} messages.");
        Assert.All(others, s => Assert.InRange(Instant.FromDateTimeOffset(s.At).InZone(Zone(s.Who)).Hour, 8, 20));
        Assert.All(life.Said.Of("eve", "team"), at => Assert.InRange(Instant.FromDateTimeOffset(at).InZone(Zone("eve")).Hour, 8, 20));
    }

    /// <summary>What is kept for a time goes, and ten years take hardly more room than two.</summary>
    private static void Small(TenYears life)
    {
        Assert.All(life.Kept, k => Assert.Equal((0, 0, true), (k.Bodies, k.Drafts, k.Oldest >= k.At.AddMonths(-12).AddDays(-1))));
        var (second, last) = (life.Kept[1], life.Kept[^1]);
        TestContext.Current.TestOutputHelper?.WriteLine($"{second}\n{last}\n{life.Said.All.Count} messages");
        Assert.InRange(last.Messages, 1, second.Messages * 1.1);
        Assert.InRange(last.Keys, 0, second.Keys + 5);
        Assert.InRange(last.Asks, 0, second.Asks + 3);
        Assert.InRange(last.Pages, 1, second.Pages * 1.2);
    }

    private static bool IsFirstMonday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Monday && day.Day <= 7;

    private static DateTimeZone Zone(string who) => DateTimeZoneProviders.Tzdb[TenYears.Zones[who]];
}
