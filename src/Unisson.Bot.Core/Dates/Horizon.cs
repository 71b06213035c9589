using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>Where a phrase is said: the person's wall clock, which way the field looks, and which days it can still take.</summary>
/// <param name="Now">The wall clock of the person.</param>
/// <param name="Language">The language of the words, which settles 06/05.</param>
/// <param name="Back">The field asks for a day that has been.</param>
/// <param name="HourSaid">An hour was said with the day.</param>
/// <param name="Fits">Whether a day can be the answer; asked of days that come round again.</param>
internal sealed record Horizon(LocalDateTime Now, Language Language, bool Back, bool HourSaid, Func<LocalDate, bool> Fits)
{
    public LocalDate Today => Now.Date;

    public LocalDate Monday => Today.PlusDays(1 - (int)Today.DayOfWeek);

    /// <summary>The nearest fitting day of a series that has a term each month or year; null where a term does not exist.</summary>
    public Reading<LocalDate> Nearest(int steps, Func<int, LocalDate?> term)
    {
        for (var step = 0; step <= steps; step++)
        {
            if (term(Back ? -step : step) is { } day && Fits(day))
            {
                return day;
            }
        }

        return Reason.Impossible;
    }

    /// <summary>Null where the calendar has no such day.</summary>
    public static LocalDate? Date(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;
}

/// <summary>A day as said, before it meets a calendar.</summary>
internal abstract record Day
{
    /// <summary>The end of a week, a month, a year: at 18:00 unless an hour is said.</summary>
    public virtual bool IsEnd => false;

    public abstract Reading<LocalDate> On(Horizon horizon);
}
