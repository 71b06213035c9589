using System.Globalization;
using NodaTime;
using Unisson.Bot.Tests.Dates;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>Rhythms that were typed, lived through both changes of the clock by four people in four zones, against the <see cref="Wall"/>.</summary>
public sealed class ClockChangeLinesTests
{
    private static readonly (string Name, string Zone)[] People = [("claire", "Europe/Paris"), ("eve", "Indian/Reunion"), ("fay", "America/Guadeloupe"), ("nou", "Pacific/Noumea")];

    /// <summary>An hour on the wall, which the phrase takes in, and its days.</summary>
    private static readonly (string Phrase, LocalTime Hour, Func<LocalDate, bool> IsItsDay)[] Rhythms =
    [
        .. Enumerable.Range(0, 15).Select(q => ("chaque jour", new LocalTime(0, 45).PlusMinutes(15 * q), (Func<LocalDate, bool>)(_ => true))),
        ("chaque dimanche", new(2, 40), day => day.DayOfWeek == IsoDayOfWeek.Sunday),
        ("le dernier dimanche du mois", new(2, 50), day => day.DayOfWeek == IsoDayOfWeek.Sunday && day.PlusWeeks(1).Month != day.Month),
        ("le dernier jour du mois", new(2, 20), day => day.PlusDays(1).Day == 1),
        ("les jours ouvrés", new(2, 55), day => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday)),
    ];

    [Theory]
    [InlineData("2026-10-23T12:07:00Z")]
    [InlineData("2027-03-26T12:07:00Z")]
    [InlineData("2027-10-29T12:07:00Z")]
    public async Task Each_comes_when_the_wall_of_its_person_shows_its_hour_and_once(string friday)
    {
        var start = DateTimeOffset.Parse(friday, CultureInfo.InvariantCulture);
        await using var bot = await TestBot.StartAsync(start);
        foreach (var (name, zone) in People)
        {
            await bot.DoAsync($"{name}> /my settings zone:{zone}", $"{name}> /rappel ajouter \"toutes les 5 heures\" =hours=");
            foreach (var (phrase, hour, _) in Rhythms)
            {
                // "The last day of the month" by itself is that day, and a rhythm only where one is asked for.
                var rhythm = string.Create(CultureInfo.InvariantCulture, $"\"{phrase} à {hour:HH'h'mm}\"");
                await bot.DoAsync(phrase.StartsWith("le dernier", StringComparison.Ordinal)
                    ? $"{name}> /rappel ajouter demain \"{Mark(hour)}\" répéter:{rhythm}"
                    : $"{name}> /rappel ajouter {rhythm} \"{Mark(hour)}\"");
            }
        }

        var said = new Said(bot);
        said.Listen();
        await bot.WaitAsync(TimeSpan.FromDays(5));

        foreach (var (name, id) in People)
        {
            var zone = DateTimeZoneProviders.Tzdb[id];
            Assert.Equal(Enumerable.Range(1, 24).Select(n => start.AddHours(5 * n)), said.Of(name, "hours"));
            Assert.All(Rhythms, r => Assert.Equal(Wall.Times(zone, r.Hour, r.IsItsDay, start, bot.Now), said.Of(name, Mark(r.Hour).Trim('='))));
        }
    }

    private static string Mark(LocalTime hour) => string.Create(CultureInfo.InvariantCulture, $"={hour:HHmm}=");
}
