using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

public sealed class RepeatTests
{
    [Theory]
    [InlineData("tous les jours à 2h30", 400)]
    [InlineData("tous les 3 jours à 9h", 200)]
    [InlineData("les lundis et jeudis à 18h", 150)]
    [InlineData("un mardi sur deux", 60)]
    [InlineData("le 15 de chaque mois", 40)]
    [InlineData("tous les 3 mois le 1er", 20)]
    [InlineData("le dernier vendredi du mois à 17h", 40)]
    [InlineData("chaque 29 février", 6)]
    [InlineData("toutes les 2 heures", 200)]
    public void What_was_stored_goes_on_as_what_was_read(string phrase, int occurrences)
    {
        var now = Phrases.Local("2026-10-22T09:30", Phrases.Paris);
        var read = Repeats.Read(phrase, Language.French, now, Phrases.Paris).Value;
        var stored = Repeat.Stored(read.Rule, read.First);

        Assert.Equal(read.Rule, stored.Rule);
        var last = now;
        foreach (var occurrence in read.Occurrences(Phrases.Paris).Take(occurrences))
        {
            Assert.Equal(occurrence, stored.Next(last, Phrases.Paris));
            Assert.True(occurrence > last);
            last = occurrence;
        }
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("America/Guadeloupe")]
    [InlineData("America/New_York")]
    public void Keeps_its_local_hour_across_clock_changes(string id)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var now = Phrases.Local("2026-10-20T09:30", zone);

        foreach (var occurrence in Repeats.Read("every day at 6pm", Language.English, now, zone).Value.Occurrences(zone).Take(365))
        {
            Assert.Equal(new LocalTime(18, 0), Instant.FromDateTimeOffset(occurrence).InZone(zone).TimeOfDay);
        }
    }

    [Fact]
    public void The_hour_that_is_skipped_moves_for_that_day_only()
    {
        var now = Phrases.Local("2027-03-26T09:30", Phrases.Paris);
        var read = Repeats.Read("tous les jours à 2h30", Language.French, now, Phrases.Paris).Value;

        Assert.Equal(
            ["2027-03-27T02:30", "2027-03-28T03:30", "2027-03-29T02:30"],
            read.Occurrences(Phrases.Paris).Take(3).Select(occurrence => Phrases.Show(occurrence, Phrases.Paris)), StringComparer.Ordinal);
    }

    [Fact]
    public void A_day_that_two_parts_of_a_rule_name_comes_once()
    {
        var now = Phrases.Local("2027-01-01T12:00", Phrases.Paris);
        var read = Repeats.Read("the 5th and last Friday of the month", Language.English, now, Phrases.Paris).Value;

        Assert.Equal(
            ["2027-01-29T09:00", "2027-02-26T09:00", "2027-03-26T09:00"],
            read.Occurrences(Phrases.Paris).Take(3).Select(occurrence => Phrases.Show(occurrence, Phrases.Paris)),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Ends_with_the_calendar()
    {
        var first = new DateTimeOffset(2028, 2, 29, 8, 0, 0, TimeSpan.Zero);

        Assert.Null(Repeat.Stored("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0", first).Next(new(9_500, 1, 1, 0, 0, 0, TimeSpan.Zero), Phrases.Paris));
    }

    [Fact]
    public void Meanings_fit_the_mask() => Assert.InRange(Enum.GetValues<Term>().Length, 1, 64);
}
