using System.Globalization;
using CsCheck;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-24T09:00Z", false, "2026-11-24T09:00Z")] // a Tuesday by day
    [InlineData("2026-11-24T19:59Z", false, "2026-11-24T19:59Z")]
    [InlineData("2026-11-24T20:00Z", false, "2026-11-25T07:00Z")] // 21:00 in Paris
    [InlineData("2026-11-27T20:30Z", false, "2026-11-30T07:00Z")] // a Friday evening: Monday
    [InlineData("2026-11-27T20:30Z", true, "2026-11-28T07:00Z")] // urgent: Saturday morning, never the night
    [InlineData("2026-04-03T18:00Z", false, "2026-04-03T18:00Z")] // Good Friday is a working day in most of France
    [InlineData("2026-04-03T19:00Z", false, "2026-04-07T06:00Z")] // before Easter: the Tuesday after
    [InlineData("2026-12-24T22:00Z", false, "2026-12-28T07:00Z")] // Christmas is a Friday
    public void A_message_waits_for_the_persons_morning_and_working_day(string at, bool isUrgent, string wake)
        => Assert.Equal(Utc(wake), Wake(new Person { Name = "bob" }, "Europe/Paris", Utc(at), isUrgent));

    [Fact]
    public void Who_gives_weekends_is_reached_on_weekends_and_rests_on_holidays()
    {
        var bob = new Person { Name = "bob", Days = Moments.Weekend | Moments.Evening };

        Assert.Equal(Utc("2026-11-28T07:00Z"), Wake(bob, "Europe/Paris", Utc("2026-11-27T20:30Z")));
        Assert.Equal(Utc("2026-12-26T07:00Z"), Wake(bob, "Europe/Paris", Utc("2026-12-24T22:00Z")));
    }

    [Fact]
    public void Without_quiet_hours_only_rest_days_hold()
    {
        var bob = new Person { Name = "bob", QuietFrom = 0, QuietTo = 0 };

        Assert.Equal(Utc("2026-11-24T02:00Z"), Wake(bob, "Europe/Paris", Utc("2026-11-24T02:00Z")));
        Assert.Equal(Utc("2026-11-29T23:00Z"), Wake(bob, "Europe/Paris", Utc("2026-11-28T02:00Z")));
    }

    [Theory]
    [InlineData("Europe/Paris", "2026-03-27T00:00Z", 120, 180)] // quiet until the hour that does not exist
    [InlineData("Europe/Paris", "2026-03-27T00:00Z", 150, 190)]
    [InlineData("Europe/Paris", "2026-03-27T00:00Z", 1260, 150)]
    [InlineData("Europe/Paris", "2026-10-23T00:00Z", 1260, 150)] // until the hour that comes twice
    [InlineData("Europe/Paris", "2026-10-23T00:00Z", 150, 480)]
    [InlineData("Europe/Paris", "2026-10-23T00:00Z", 1260, 480)]
    [InlineData("America/Sao_Paulo", "2018-11-02T00:00Z", 1260, 480)] // midnight does not exist
    [InlineData("Pacific/Apia", "2011-12-28T00:00Z", 1260, 480)] // a whole day is left out
    [InlineData("Indian/Reunion", "2026-12-24T00:00Z", 1320, 0)]
    public void The_instant_is_the_one_that_counting_minutes_finds(string zone, string from, int quietFrom, int quietTo)
    {
        foreach (var (days, isUrgent) in new[] { (Moments.None, false), (Moments.None, true), (Moments.Weekend, false) })
        {
            var bob = new Person { Name = "bob", QuietFrom = quietFrom, QuietTo = quietTo, Days = days };
            var wake = Utc(from).AddDays(12);
            while (!MayLeave(bob, zone, wake, isUrgent))
            {
                wake = wake.AddMinutes(1);
            }

            for (var at = wake; at >= Utc(from); at = at.AddMinutes(-1))
            {
                wake = MayLeave(bob, zone, at, isUrgent) ? at : wake;
                Assert.Equal(wake, Wake(bob, zone, at, isUrgent));
            }
        }
    }

    [Fact]
    public void For_anybody_anywhere_it_is_an_instant_that_may_be_used_and_none_sooner_may()
        => Gen.Select(Gen.Int[0, 1439], Gen.Int[0, 1439], Gen.OneOf("Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Australia/Lord_Howe", "America/Sao_Paulo", "Pacific/Apia"), Gen.Long[0, 60L * 365 * 24 * 60], Gen.Bool, Gen.Bool).Sample(
            static (quietFrom, quietTo, zone, minutes, weekend, isUrgent) =>
            {
                var bob = new Person { Name = "bob", QuietFrom = quietFrom, QuietTo = quietTo, Days = weekend ? Moments.Weekend : Moments.None };
                var at = DateTimeOffset.UnixEpoch.AddMinutes(minutes);
                var wake = Wake(bob, zone, at, isUrgent);
                Assert.True(MayLeave(bob, zone, wake, isUrgent));
                for (var sooner = at; sooner < wake; sooner = sooner.AddMinutes(1))
                {
                    Assert.False(MayLeave(bob, zone, sooner, isUrgent));
                }
            }, iter: 2_000);

    /// <summary>The same rule told another way.</summary>
    private static bool MayLeave(Person person, string zone, DateTimeOffset at, bool isUrgent)
    {
        var local = Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[zone]);
        var minute = local.Hour * 60 + local.Minute;
        var night = person.QuietFrom != person.QuietTo && (minute - person.QuietFrom + 1440) % 1440 < (person.QuietTo - person.QuietFrom + 1440) % 1440;
        var weekend = local.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday && !person.Days.HasFlag(Moments.Weekend);
        return !night && (isUrgent || (!weekend && !PublicHolidays.Has(Holidays.France, local.Date.ToDateOnly())));
    }

    private static DateTimeOffset Wake(Person person, string zone, DateTimeOffset at, bool isUrgent = false)
        => QuietHours.NextWake(person, DateTimeZoneProviders.Tzdb[zone], Holidays.France, at, isUrgent);

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
