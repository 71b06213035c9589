using NodaTime;
using Unisson.Bot.Communities;

namespace Unisson.Bot.Commoners;

/// <summary>
/// When a message may reach a person (rule 1). Their quiet hours hold for everything, on the wall clock of <em>their</em> zone. Weekends and the
/// community's public holidays hold for what is not urgent; who names the weekend among their moments lifts the weekend for themselves.
/// </summary>
public static class QuietHours
{
    /// <summary>The first instant from <paramref name="at"/> on, in UTC, at which a message may leave; <paramref name="at"/> itself when it may leave now.</summary>
    /// <param name="zone">The person's zone, else the community's.</param>
    /// <param name="isUrgent">An ask of a call that opened and ends within one waking day: it may leave on rest days, never in the person's night.</param>
    public static DateTimeOffset NextWake(Person person, DateTimeZone zone, Holidays holidays, DateTimeOffset at, bool isUrgent)
    {
        var instant = Instant.FromDateTimeOffset(at);
        while (IsQuiet(person, instant.InZone(zone).LocalDateTime, holidays, isUrgent))
        {
            instant = NextTurn(person, zone, instant);
        }

        return instant.ToDateTimeOffset();
    }

    private static bool IsQuiet(Person person, LocalDateTime local, Holidays holidays, bool isUrgent)
        => IsNight(person, local.TimeOfDay) || (!isUrgent && IsRestDay(person, local.Date.ToDateOnly(), holidays));

    private static bool IsNight(Person person, LocalTime time)
    {
        var minute = time.Hour * 60 + time.Minute;
        return person.QuietFrom <= person.QuietTo
            ? minute >= person.QuietFrom && minute < person.QuietTo
            : minute >= person.QuietFrom || minute < person.QuietTo;
    }

    private static bool IsRestDay(Person person, DateOnly day, Holidays holidays)
        => PublicHolidays.Has(holidays, day)
            || (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && !person.Days.HasFlag(Moments.Weekend));

    /// <summary>The next instant at which quiet may end: the end of the night, of the day, or a change of the zone's clock.</summary>
    private static Instant NextTurn(Person person, DateTimeZone zone, Instant from)
    {
        var today = from.InZone(zone).Date;
        var end = LocalTime.FromMinutesSinceMidnight(person.QuietTo % (24 * 60));
        var next = zone.GetZoneInterval(from) is { HasEnd: true } interval ? interval.End : Instant.MaxValue;
        for (var day = today; day <= today.PlusDays(2); day = day.PlusDays(1))
        {
            foreach (var time in (LocalTime[])[LocalTime.Midnight, end])
            {
                // A time that the clock leaves out is covered by the change itself.
                var there = zone.MapLocal(day + time);
                next = there.Count > 0 ? Sooner(Sooner(next, there.First().ToInstant()), there.Last().ToInstant()) : next;
            }
        }

        return next;

        Instant Sooner(Instant a, Instant b) => b > from && b < a ? b : a;
    }
}
