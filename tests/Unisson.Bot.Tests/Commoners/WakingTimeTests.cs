using System.Globalization;
using CsCheck;
using NodaTime;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

public sealed class WakingTimeTests
{
    [Theory]
    [InlineData("Europe/Paris", "2026-03-27T03:00Z")] // summer time begins on the 29th
    [InlineData("Europe/Paris", "2026-10-23T03:00Z")] // and ends on the 25th
    [InlineData("Indian/Reunion", "2026-03-27T03:00Z")]
    [InlineData("America/Guadeloupe", "2026-10-23T03:00Z")]
    public void Counting_every_minute_of_four_days_gives_the_same(string zone, string from)
    {
        var clock = WakingTime.In(zone);
        var start = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        var (first, counted) = (clock.MinutesAt(start), 0);
        for (var at = start; at < start.AddDays(4); at = at.AddMinutes(1))
        {
            Assert.Equal(counted, clock.MinutesAt(at) - first);
            Assert.Equal(counted, clock.MinutesAt(at.AddSeconds(59)) - first);
            counted += IsAwake(zone, at) ? 1 : 0;
        }

        Assert.InRange(counted, 3 * WakingTime.Day, 4 * WakingTime.Day);
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-27T00:00Z")]
    [InlineData("Europe/Paris", "2026-10-23T00:00Z")]
    [InlineData("Indian/Reunion", "2026-03-27T00:00Z")]
    public void The_way_back_gives_the_same_minute_or_the_next_morning(string zone, string from)
    {
        var clock = WakingTime.In(zone);
        var morning = DateTimeOffset.MinValue;
        var start = DateTimeOffset.Parse(from, CultureInfo.InvariantCulture);
        for (var at = start.AddDays(4); at >= start; at = at.AddMinutes(-1))
        {
            morning = IsAwake(zone, at) ? at : morning;
            if (morning > DateTimeOffset.MinValue)
            {
                Assert.Equal(morning, clock.InstantAt(clock.MinutesAt(at)));
            }
        }
    }

    [Fact]
    public void Minute_0_is_the_first_morning_of_1970()
    {
        var clock = WakingTime.In("Europe/Paris");

        Assert.Equal(0, clock.MinutesAt(DateTimeOffset.UnixEpoch));
        Assert.Equal(new DateTimeOffset(1970, 1, 1, 7, 0, 0, TimeSpan.Zero), clock.InstantAt(0));
        Assert.Equal(new DateTimeOffset(1969, 12, 31, 20, 59, 0, TimeSpan.Zero), clock.InstantAt(-1));
    }

    [Fact]
    public void Every_minute_is_found_again_for_centuries()
        => Gen.Select(Gen.Long[-40_000_000, 60_000_000], Gen.OneOf("Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Australia/Lord_Howe")).Sample(
            static (minutes, zone) => Assert.Equal(minutes, WakingTime.In(zone).MinutesAt(WakingTime.In(zone).InstantAt(minutes))));

    [Theory]
    [InlineData("Pacific/Easter", "2026-04-05T03:00Z")] // from 22:00 back to 21:00
    [InlineData("Antarctica/Casey", "2021-03-13T13:00Z")] // from midnight back to 21:00 of the day before
    [InlineData("Antarctica/Vostok", "1994-01-31T17:00Z")] // from midnight back to 17:00
    [InlineData("Pacific/Apia", "2011-12-30T10:00Z")] // a whole day is left out
    public void Waking_time_never_runs_backwards_where_the_clock_does_by_day(string zone, string change)
    {
        var clock = WakingTime.In(zone);
        var start = DateTimeOffset.Parse(change, CultureInfo.InvariantCulture).AddDays(-1);
        for (var at = start; at < start.AddDays(2); at = at.AddMinutes(1))
        {
            Assert.True(clock.MinutesAt(at) <= clock.MinutesAt(at.AddMinutes(1)), $"{zone} at {at:u}");
        }
    }

    private static bool IsAwake(string zone, DateTimeOffset at)
        => Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[zone]).Hour is >= 8 and < 22;
}
