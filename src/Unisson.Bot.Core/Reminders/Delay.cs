using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;

namespace Unisson.Bot.Reminders;

/// <summary>How far something is put off: to a moment, or by a length of time from the moment it stands at.</summary>
/// <param name="To">The moment, if one was named.</param>
/// <param name="By">Else the length; days are days of the calendar, so that the hour stays through a change of the clock.</param>
public sealed record Delay(DateTimeOffset? To, Period? By)
{
    /// <summary>Above so many hours, "9h" is the hour of a clock; up to it, a length.</summary>
    private const int LongestBareHours = 5;

    public static Delay OneHour { get; } = new(null, Period.FromHours(1));

    /// <summary>Takes 1h, tonight, tomorrow, monday, a length (<c>2h</c>, <c>3 jours</c>) or a date as people say them. Of plain hours, 1h to 5h is a length, and 6h on a clock.</summary>
    public static Option<Delay> Option(string english, string french) => new((english, french), Read) { IsGreedy = true };

    public static Result<Delay> Of(Snooze snooze, Reading reading) => snooze switch
    {
        Snooze.OneHour => OneHour,
        Snooze.Tonight => Moment("tonight", reading),
        Snooze.Tomorrow => Moment("tomorrow 9am", reading),
        _ => Moment("monday 9am", reading),
    };

    public DateTimeOffset From(DateTimeOffset at, DateTimeZone zone)
    {
        if (To is { } moment)
        {
            return moment;
        }

        var (by, local) = (By!, Instant.FromDateTimeOffset(at).InZone(zone));
        var days = by.HasDateComponent ? zone.AtLeniently(local.LocalDateTime.Date.Plus(new PeriodBuilder(by) { Hours = 0, Minutes = 0, Seconds = 0 }.Build()) + local.TimeOfDay) : local;
        return (days.ToInstant() + Duration.FromHours(by.Hours) + Duration.FromMinutes(by.Minutes)).ToDateTimeOffset();
    }

    private static Result<Delay> Read(string text, Reading reading)
    {
        if (ReminderChoices.Snooze.TryRead(text, out var snooze))
        {
            return Of(snooze, reading);
        }

        return Durations.Read(text, reading.Language).Is(out var length) && !IsClock(length) ? new Delay(null, length) : Moment(text, reading);
    }

    private static bool IsClock(Period length) => !length.HasDateComponent && length.Hours > LongestBareHours;

    private static Result<Delay> Moment(string text, Reading reading)
        => When.Read(text, reading).Refused(out var refusal, out var at) ? refusal : new Delay(at, null);

    private static Option<DateTimeOffset> When { get; } = DateOptions.Instant("delay", "délai");
}
