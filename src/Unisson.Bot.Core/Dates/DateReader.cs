using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>
/// Reads dates as people say them, in French and in English, the person's language first. A pure function of the phrase, the moment
/// and the zone: it asks no clock, never throws, and refuses rather than guesses. The whole phrase has to be understood.
/// </summary>
public static class DateReader
{
    /// <summary>A moment after <paramref name="now"/>, in UTC. A day without an hour is at 9:00, the end of one at 18:00.</summary>
    public static Reading<DateTimeOffset> Instant(string phrase, Language language, DateTimeOffset now, DateTimeZone zone)
    {
        var here = Here(now, zone);
        return Phrases.Read<Moment[], DateTimeOffset>(phrase, language, Phrases.Moments, Resolve, gone: Reason.Past);

        Reading<DateTimeOffset> Resolve(Moment[] moments, Language by) =>
            Either(moments, moment => moment.At(here, by)).Then<DateTimeOffset>(instant => instant.ToDateTimeOffset());
    }

    /// <summary>A day in <paramref name="zone"/>: today or later.</summary>
    public static Reading<DateOnly> Day(string phrase, Language language, DateTimeOffset now, DateTimeZone zone) =>
        OnDay(phrase, language, Here(now, zone), back: false);

    /// <summary>A day in <paramref name="zone"/>, today or later, with its hour when one is said.</summary>
    public static Reading<DayOrInstant> DayOrInstant(string phrase, Language language, DateTimeOffset now, DateTimeZone zone)
    {
        var here = Here(now, zone);
        return Phrases.Read<Moment[], DayOrInstant>(phrase, language, Phrases.Moments, Resolve, gone: Reason.Past);

        Reading<DayOrInstant> Resolve(Moment[] moments, Language by) => Either(moments, moment => moment.IsInstant
            ? moment.At(here, by).Then<DayOrInstant>(instant => new DayOrInstant(instant.InZone(zone).Date.ToDateOnly(), instant.ToDateTimeOffset()))
            : moment.On(here, by, back: false).Then<DayOrInstant>(day => new DayOrInstant(day.ToDateOnly(), null)));
    }

    /// <summary>A day in <paramref name="zone"/>: today or earlier, as for the day of a contribution.</summary>
    public static Reading<DateOnly> PastDay(string phrase, Language language, DateTimeOffset now, DateTimeZone zone) =>
        OnDay(phrase, language, Here(now, zone), back: true);

    private static Reading<DateOnly> OnDay(string phrase, Language language, ZonedDateTime here, bool back)
    {
        return Phrases.Read<Moment[], DateOnly>(phrase, language, Phrases.Moments, Resolve, gone: back ? Reason.Vague : Reason.Past);

        Reading<DateOnly> Resolve(Moment[] moments, Language by) =>
            Either(moments, moment => moment.On(here, by, back)).Then<DateOnly>(day => day.ToDateOnly());
    }

    private static Reading<T> Either<T>(Moment[] moments, Func<Moment, Reading<T>> read)
        where T : notnull => moments switch
        {
            [var only] => read(only),
            [var first, var second] => OneOf(read(first), read(second)),
            _ => Reason.Nonsense,
        };

    /// <summary>Of "today at 9 or 10" the one that is still ahead; "tomorrow or 31 February" is no choice.</summary>
    private static Reading<T> OneOf<T>(Reading<T> one, Reading<T> other)
        where T : notnull
    {
        var wrong = new[] { one.Refused, other.Refused }.FirstOrDefault(refused => refused is not (null or Reason.Ambiguous or Reason.Past or Reason.Ahead));
        return wrong is { } reason ? reason : Reading<T>.Between(one, other);
    }

    private static ZonedDateTime Here(DateTimeOffset now, DateTimeZone zone) => NodaTime.Instant.FromDateTimeOffset(now).InZone(zone);
}
