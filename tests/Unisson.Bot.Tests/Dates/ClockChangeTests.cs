using System.Globalization;
using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Every quarter of an hour around both clock changes, and where there is none, against the zone's own rules.</summary>
public sealed class ClockChangeTests
{
    [Theory]
    [InlineData("Europe/Paris", "2027-03-27T12:00", "2027-03-28")]
    [InlineData("Europe/Paris", "2026-10-24T12:00", "2026-10-25")]
    [InlineData("America/Guadeloupe", "2027-03-27T12:00", "2027-03-28")]
    [InlineData("America/Guadeloupe", "2026-10-24T12:00", "2026-10-25")]
    [InlineData("Indian/Reunion", "2027-03-27T12:00", "2027-03-28")]
    public void A_clock_on_the_day_of_the_change_is_what_the_wall_will_show(string id, string local, string day)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var now = Phrases.Local(local, zone);
        for (var quarter = 0; quarter < 96; quarter++)
        {
            var time = LocalTime.Midnight.PlusMinutes(15 * quarter);
            var phrase = string.Create(CultureInfo.InvariantCulture, $"{day} {time:HH':'mm}");
            var map = zone.MapLocal(LocalDateTime.FromDateTime(DateTime.Parse(phrase, CultureInfo.InvariantCulture)));

            // The hour that is skipped moves forward by the gap: its moment is the same, counted with the offset before the change.
            var wanted = map.Count == 0
                ? map.LocalDateTime.WithOffset(map.EarlyInterval.WallOffset).ToInstant()
                : map.First().ToInstant();

            Assert.Equal(wanted.ToDateTimeOffset(), DateReader.Instant(phrase, Language.French, now, zone).Value);
            Assert.Equal(wanted.ToDateTimeOffset(), DateReader.Instant($"demain à {time:HH'h'mm}", Language.French, now, zone).Value);
        }
    }

    [Theory]
    [InlineData("Europe/Paris", "2027-03-27T20:00")]
    [InlineData("Europe/Paris", "2026-10-24T20:00")]
    [InlineData("America/Guadeloupe", "2027-03-27T20:00")]
    public void Hours_from_now_are_elapsed_and_days_keep_the_clock(string id, string local)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var start = Phrases.Local(local, zone);
        for (var minutes = 0; minutes < 12 * 60; minutes += 10)
        {
            var now = start.AddMinutes(minutes);
            Assert.Equal(now.AddHours(3), DateReader.Instant("in 3 hours", Language.English, now, zone).Value);

            var tomorrow = zone.AtLeniently(Instant.FromDateTimeOffset(now).InZone(zone).LocalDateTime.PlusDays(1)).ToDateTimeOffset();
            Assert.Equal(tomorrow.ToUniversalTime(), DateReader.Instant("dans 1 jour", Language.French, now, zone).Value);
        }
    }

    [Theory]
    [InlineData("Europe/Paris", "2027-03-27T20:00")]
    [InlineData("Europe/Paris", "2026-10-24T20:00")]
    [InlineData("America/Guadeloupe", "2026-10-24T20:00")]
    public void A_clock_alone_is_its_next_time(string id, string local)
    {
        var zone = DateTimeZoneProviders.Tzdb[id];
        var start = Phrases.Local(local, zone);
        for (var minutes = 0; minutes < 14 * 60; minutes += 5)
        {
            var now = start.AddMinutes(minutes);
            foreach (var clock in new[] { "1h30", "2h", "2h30", "3h", "3h30" })
            {
                var read = DateReader.Instant(clock, Language.French, now, zone).Value;
                Assert.InRange(read, now.AddTicks(1), now.AddHours(25));
                Assert.Equal(TimeSpan.Zero, read.Offset);
            }
        }
    }

    [Fact]
    public void An_hour_that_comes_twice_is_the_first()
    {
        var now = Phrases.Local("2026-10-22T09:30", Phrases.Paris);

        Assert.Equal("2026-10-25T02:30+02:00", Phrases.Answer("instant", Language.French, "dimanche à 2h30", now, Phrases.Paris));
    }
}
