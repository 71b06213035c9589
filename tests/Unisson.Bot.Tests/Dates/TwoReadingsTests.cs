using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Where people differ on a date, one tap says which one was meant. The world begins on Tuesday 24 November 2026 at 10:00 in Paris.</summary>
public sealed partial class TwoReadingsTests
{
    [Theory]
    [InlineData("claire> /rappel ajouter \"jeudi prochain\" devis", "jeudi 26 novembre à 9 h", "jeudi 3 décembre à 9 h")]
    [InlineData("claire> /rappel ajouter \"dans 15 jours\" devis", "mercredi 9 décembre à 10 h", "mardi 8 décembre à 10 h")]
    [InlineData("claire> /rappel ajouter \"dans 8 jours\" devis", "mercredi 2 décembre à 10 h", "mardi 1er décembre à 10 h")]
    [InlineData("claire> /rappel ajouter \"début janvier\" devis", "vendredi 1er janvier 2027 à 9 h", "lundi 4 janvier 2027 à 9 h")]
    [InlineData("claire> /rappel ajouter \"la semaine prochaine\" devis", "lundi 30 novembre à 9 h", "mardi 1er décembre à 9 h")]
    [InlineData("claire> /rappel ajouter \"avant vendredi\" devis", "jeudi 26 novembre à 9 h", "vendredi 27 novembre à 9 h")]
    [InlineData("claire> /rappel ajouter \"cette nuit\" devis", "mardi 24 novembre à 21 h", "mercredi 25 novembre à 0 h")]
    [InlineData("claire> /reminder add 06/05 quote", "Thursday 6 May 2027 at 9:00", "Saturday 5 June 2027 at 9:00")]
    [InlineData("claire> /reminder add \"next week\" quote", "Monday 30 November at 9:00", "Tuesday 1 December at 9:00")]
    [InlineData("claire> /reminder add \"tomorrow at 3\" quote", "Wednesday 25 November at 3:00", "Wednesday 25 November at 15:00")]
    [InlineData("claire> /reminder add \"early January\" quote", "Friday 1 January 2027 at 9:00", "Monday 4 January 2027 at 9:00")]
    [InlineData("claire> /reminder add \"the 31st of every month\" quote", "on the 31st of each month at 9:00", "on the last day of each month at 9:00")]
    [InlineData("claire> /reminder add \"15 December 2pm\" quote repeat:\"every 31st\"", "on the 31st of each month at 14:00", "on the last day of each month at 14:00")]
    public async Task One_tap_stores_the_reading_that_was_meant_with_all_else_that_was_typed(string line, string one, string other)
    {
        foreach (var meant in new[] { one, other })
        {
            await using var bot = await TestBot.StartAsync();

            var asked = await bot.SayAsync(line);

            Assert.EndsWith(".ambiguous", TestBot.Refusal(asked), StringComparison.Ordinal);
            Assert.Equal([one, other], Labels().Matches(asked).Select(m => m.Groups["label"].Value));
            Assert.Equal(0, await bot.SeeAsync(db => db.Reminders.CountAsync()));
            var noted = await bot.TapAsync("claire", asked, meant);
            Assert.Contains(meant.Replace(" 2027", "", StringComparison.Ordinal).Split(" à ", 2)[0].Split(" at ", 2)[0], noted, StringComparison.Ordinal);
            var row = await bot.SeeAsync(db => db.Reminders.SingleAsync());
            Assert.Equal((line.Contains("quote", StringComparison.Ordinal) ? "quote" : "devis", ReminderState.Active), (row.What, row.State));
        }
    }

    [Fact]
    public async Task After_midnight_tomorrow_may_be_the_day_that_has_begun()
    {
        await using var bot = await TestBot.StartAsync(new DateTimeOffset(2026, 11, 24, 23, 30, 0, TimeSpan.Zero));

        var asked = await bot.SayAsync("claire> /rappel ajouter \"demain 9h\" devis");

        Assert.Contains("mercredi 25 novembre", await bot.TapAsync("claire", asked, "mercredi 25 novembre à 9 h"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire> /mission ouvrir Lons limite:\"vendredi prochain\"", "vendredi 4 décembre")]
    [InlineData("claire> /mission ouvrir Lons limite:\"début janvier\"", "lundi 4 janvier 2027")]
    [InlineData("claire> /dispo pause \"dans 15 jours\"", "mardi 8 décembre")]
    public async Task It_is_so_wherever_a_date_is_asked_for(string line, string meant)
    {
        await using var bot = await TestBot.StartAsync();

        var asked = await bot.SayAsync(line);

        Assert.Equal("date.ambiguous", TestBot.Refusal(asked));
        Assert.Contains(meant, await bot.TapAsync("claire", asked, meant), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rappel ajouter le 1er et le 15 du mois à 18h loyer", "FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=18;BYMINUTE=0", "loyer")]
    [InlineData("/rappel ajouter lundi et jeudi 9h arroser", "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0", "arroser")]
    [InlineData("/rappel ajouter quand:\"mardi et vendredi à midi\" quoi:repas", "FREQ=WEEKLY;BYDAY=TU,FR;BYHOUR=12;BYMINUTE=0", "repas")]
    [InlineData("/reminder add \"every Monday and Thursday at 9\" water", "FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=9;BYMINUTE=0", "water")]
    [InlineData("/reminder add \"the 1st and the 15th of the month at 6pm\" rent", "FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=18;BYMINUTE=0", "rent")]
    public async Task Several_days_are_a_rhythm_without_being_called_one(string line, string rule, string what)
    {
        await using var bot = await TestBot.StartAsync();

        await bot.DoAsync("claire> " + line);

        Assert.Equal((rule, what), await bot.SeeAsync(async db => ((await db.Reminders.SingleAsync()).Rule!, (await db.Reminders.SingleAsync()).What!)));
    }

    [GeneratedRegex(@"\[[0-9]+\] (?<label>.+?)(?=  \[|\n|$)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Labels();
}
