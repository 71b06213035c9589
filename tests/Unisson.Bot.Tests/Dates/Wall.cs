using NodaTime;

namespace Unisson.Bot.Tests.Dates;

/// <summary>What the clock on the wall will show, found day by day from the rules of NodaTime's zone alone: nothing of ours has a part in it.</summary>
internal static class Wall
{
    /// <summary>The days on which Paris changes its clock in these years.</summary>
    public static IEnumerable<LocalDate> ChangesOfParis(int firstYear, int lastYear)
        => DateTimeZoneProviders.Tzdb["Europe/Paris"]
            .GetZoneIntervals(Instant.FromUtc(firstYear, 1, 1, 0, 0), Instant.FromUtc(lastYear + 1, 1, 1, 0, 0)).Skip(1).Select(i => i.IsoLocalStart.Date);

    /// <summary>Every time that this hour comes on its days, after one moment and up to the other.</summary>
    public static List<DateTimeOffset> Times(DateTimeZone zone, LocalTime hour, Func<LocalDate, bool> isItsDay, DateTimeOffset after, DateTimeOffset until)
    {
        var times = new List<DateTimeOffset>();
        for (var day = Instant.FromDateTimeOffset(after).InZone(zone).Date; At(day + LocalTime.Midnight, zone) <= until; day = day.PlusDays(1))
        {
            if (isItsDay(day) && At(day + hour, zone) is var at && at > after && at <= until)
            {
                times.Add(at);
            }
        }

        return times;
    }

    /// <summary>The instant at which the wall shows this: of two the first; what it never shows counts with the offset before the gap, and so is later by the gap.</summary>
    public static DateTimeOffset At(LocalDateTime local, DateTimeZone zone)
    {
        var map = zone.MapLocal(local);
        return (map.Count == 0 ? local.WithOffset(map.EarlyInterval.WallOffset).ToInstant() : map.First().ToInstant()).ToDateTimeOffset();
    }
}
