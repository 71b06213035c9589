using NodaTime;
using NodaTime.TimeZones;

namespace Unisson.Bot.Commoners;

/// <summary>
/// The clock of fair calls: nights do not exist. A day is the 840 minutes from 08:00 to 22:00 in the zone of the
/// community; minute 0 is 08:00 on 1 January 1970 there. It never runs backwards, not even when the zone's clock does.
/// </summary>
public sealed class WakingTime(DateTimeZone zone)
{
    /// <summary>Waking minutes in a day.</summary>
    public const int Day = 14 * 60;

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly LocalTime Morning = new(8, 0);

    /// <param name="id">IANA name, e.g. Europe/Paris. An unknown one throws <see cref="DateTimeZoneNotFoundException"/>.</param>
    public static WakingTime In(string id) => new(DateTimeZoneProviders.Tzdb[id]);

    /// <summary>Whole waking minutes since minute 0. A night's instants all give the minute of the next morning.</summary>
    public long MinutesAt(DateTimeOffset instant)
    {
        var then = Instant.FromDateTimeOffset(instant);
        var date = then.InZone(zone).Date;

        // Real minutes since the morning, and not the hands of the clock: those jump when summer time begins or ends.
        var sinceMorning = (long)Math.Floor((then - MorningOf(date)).TotalMinutes);
        return (long)Day * Period.DaysBetween(Epoch, date) + Math.Clamp(sinceMorning, 0, Day);
    }

    /// <summary>
    /// The first instant, in UTC, within the waking day at which <see cref="MinutesAt"/> gives these minutes;
    /// the end of a day is the next morning.
    /// </summary>
    public DateTimeOffset InstantAt(long minutes)
    {
        var (days, rest) = Math.DivRem(minutes, Day);
        if (rest < 0)
        {
            (days, rest) = (days - 1, rest + Day);
        }

        var morning = MorningOf(Epoch.PlusDays((int)days));
        return (morning + Duration.FromMinutes(rest)).ToDateTimeOffset();
    }

    private Instant MorningOf(LocalDate date) => zone.AtLeniently(date + Morning).ToInstant();
}
