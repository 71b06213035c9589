using System.Globalization;
using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Every quarter of an hour of five years' clock changes in Paris, as the hour of every kind of rhythm, against the <see cref="Wall"/>.</summary>
public sealed class RhythmClockChangeTests
{
    private const int FirstYear = 2026, LastYear = 2030;

    /// <summary>Far enough on both sides that what comes once a month comes before the change and after it.</summary>
    private const int DaysAround = 33;

    /// <summary>What is said, and the days that are meant by it where the clock changes on that day. Two of the ten changes are the last of their month.</summary>
    private static readonly (Func<LocalDate, string> Says, Func<LocalDate, Func<LocalDate, bool>> Means)[] Kinds =
    [
        (_ => "chaque jour", _ => _ => true),
        (_ => "chaque dimanche", _ => day => day.DayOfWeek == IsoDayOfWeek.Sunday),
        (change => change.Day == 31 ? "le 30 de chaque mois" : $"le {change.Day} de chaque mois", change => day => day.Day == Math.Min(change.Day, 30)),
        (_ => "le dernier dimanche du mois", _ => day => day.DayOfWeek == IsoDayOfWeek.Sunday && day.PlusWeeks(1).Month != day.Month),
        (_ => "le dernier jour du mois", _ => day => day.PlusDays(1).Day == 1),
        (_ => "les jours ouvrés", _ => day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)),
    ];

    [Theory]
    [InlineData("Europe/Paris", 2)]
    [InlineData("Indian/Reunion", 1)]
    [InlineData("America/Guadeloupe", 1)]
    [InlineData("Pacific/Noumea", 1)]
    public void It_keeps_its_hour_on_the_wall(string id, int offsets)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        foreach (var change in Wall.ChangesOfParis(FirstYear, LastYear))
        {
            var (now, until) = (Wall.At(change.PlusDays(-DaysAround).At(new(9, 37)), zone), Wall.At(change.PlusDays(DaysAround).At(new(9, 37)), zone));
            foreach (var (says, means) in Kinds)
            {
                foreach (var hour in Quarters())
                {
                    var said = string.Create(CultureInfo.InvariantCulture, $"{says(change)} à {hour:HH'h'mm}");
                    var wanted = Wall.Times(zone, hour, means(change), now, until);
                    var comes = Repeats.Read(said, Language.French, now, zone).Value.Occurrences(zone).TakeWhile(o => o <= until).ToList();
                    Assert.True(wanted.SequenceEqual(comes), $"{said}, {id}, {change}: {string.Join(' ', comes.Except(wanted))} instead of {string.Join(' ', wanted.Except(comes))}");
                }
            }

            var daily = Wall.Times(zone, new(12, 0), _ => true, now, until);
            Assert.Equal(offsets, Repeats.Read("chaque jour à 12h", Language.French, now, zone).Value.Occurrences(zone).Take(daily.Count).Select(o => o.UtcDateTime.TimeOfDay).Distinct().Count());
        }
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("Indian/Reunion")]
    [InlineData("America/Guadeloupe")]
    [InlineData("Pacific/Noumea")]
    public void From_every_quarter_of_an_hour_it_finds_its_next_time_and_its_last(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        foreach (var change in Wall.ChangesOfParis(FirstYear, LastYear))
        {
            var (now, until) = (Wall.At(change.PlusDays(-10).At(new(9, 37)), zone), Wall.At(change.PlusDays(10).At(new(9, 37)), zone));
            foreach (var hour in Quarters().Where(q => q.Hour < 5))
            {
                foreach (var (rule, means) in new (string, Func<LocalDate, bool>)[] { ("FREQ=DAILY", _ => true), ("FREQ=WEEKLY;BYDAY=SU", day => day.DayOfWeek == IsoDayOfWeek.Sunday) })
                {
                    var times = Wall.Times(zone, hour, means, now, until);
                    var rhythm = Repeat.Stored(string.Create(CultureInfo.InvariantCulture, $"{rule};BYHOUR={hour.Hour};BYMINUTE={hour.Minute}"), times[0]);
                    for (var at = Wall.At(change + LocalTime.Midnight, zone).AddHours(-2); at < Wall.At(change + LocalTime.Midnight, zone).AddHours(27); at = at.AddMinutes(15))
                    {
                        Assert.Equal(times.Find(t => t > at), rhythm.Next(at, zone));
                        Assert.Equal(times.FindLast(t => t <= at), rhythm.LastUntil(at, times[0], zone));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("Indian/Reunion")]
    [InlineData("America/Guadeloupe")]
    [InlineData("Pacific/Noumea")]
    public void Hours_are_elapsed_whatever_the_wall_shows(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        foreach (var change in Wall.ChangesOfParis(FirstYear, LastYear))
        {
            for (var quarter = 0; quarter < 2 * 96; quarter++)
            {
                var now = Wall.At(change.PlusDays(-1) + LocalTime.Midnight, zone).AddMinutes(15 * quarter);
                var comes = Repeats.Read("toutes les 3 heures", Language.French, now, zone).Value.Occurrences(zone).Take(12);
                Assert.Equal(Enumerable.Range(1, 12).Select(n => now.AddHours(3 * n)), comes);
            }
        }
    }

    /// <summary>All of a day but its first, which is midnight and has to be asked back.</summary>
    private static IEnumerable<LocalTime> Quarters() => Enumerable.Range(1, 95).Select(q => LocalTime.Midnight.PlusMinutes(15 * q));
}
