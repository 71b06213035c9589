using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>15 December, 1er mars 2027: without a year the nearest such day.</summary>
internal sealed record DayOfYear(int Number, int Month, int? Year) : Day
{
    /// <summary>A leap day comes round at the latest after eight years.</summary>
    private const int YearsToLeapDay = 8;

    public override Reading<LocalDate> On(Horizon horizon) => Year is { } year
        ? Calendars.Explicit(horizon, Horizon.Date(year, Month, Number))
        : horizon.Nearest(YearsToLeapDay, step => Horizon.Date(horizon.Today.Year + step, Month, Number));
}

/// <summary>le 15, the 3rd of next month, vendredi 13.</summary>
internal sealed record DayOfMonth(int Number, Which? Month = null) : Day
{
    public override Reading<LocalDate> On(Horizon horizon)
    {
        var first = horizon.Today.With(DateAdjusters.StartOfMonth);
        return Month switch
        {
            null => horizon.Nearest(12, step => In(first.PlusMonths(step))),
            _ when In(first.PlusMonths(Calendars.Offset(Month.Value))) is { } day => day,
            _ => Reason.Impossible,
        };
    }

    private LocalDate? In(LocalDate month) => Horizon.Date(month.Year, month.Month, Number);
}

/// <summary>06/05, 15.12.2026: the day first in French; in English as many readings as there are dates.</summary>
internal sealed record Figured(int First, int Second, int? Year) : Day
{
    public override Reading<LocalDate> On(Horizon horizon)
    {
        var dayFirst = new DayOfYear(First, Second, Year).On(horizon);
        return horizon.Language == Language.French
            ? dayFirst
            : Reading<LocalDate>.Between(dayFirst, new DayOfYear(Second, First, Year).On(horizon));
    }
}

/// <summary>le premier lundi du mois, the 2nd Tuesday of March. Counted from the end: -1 is the last.</summary>
internal sealed record NthWeekday(int Nth, IsoDayOfWeek Weekday, int? MonthOfYear, Which? Month) : Day
{
    public override Reading<LocalDate> On(Horizon horizon)
    {
        var first = horizon.Today.With(DateAdjusters.StartOfMonth);
        return (MonthOfYear, Month) switch
        {
            ({ } month, _) => horizon.Nearest(8, step => Horizon.Date(horizon.Today.Year + step, month, 1) is { } start ? In(start) : null),
            (_, { } which) => In(first.PlusMonths(Calendars.Offset(which))) is { } day ? day : Reason.Impossible,
            _ => horizon.Nearest(12, step => In(first.PlusMonths(step))),
        };
    }

    private LocalDate? In(LocalDate month) => In(month, Nth, Weekday);

    /// <param name="month">Its first day.</param>
    public static LocalDate? In(LocalDate month, int nth, IsoDayOfWeek weekday)
    {
        var day = nth < 0
            ? month.PlusMonths(1).Previous(weekday)
            : month.PlusDays(-1).Next(weekday).PlusWeeks(nth - 1);
        return day.Month == month.Month ? day : null;
    }
}

internal static class Calendars
{
    private const int YearsAhead = 100;

    public static Reading<LocalDate> Explicit(Horizon horizon, LocalDate? day) =>
        day is { } date && date.Year <= horizon.Today.Year + YearsAhead ? date : Reason.Impossible;

    /// <summary>In months, weeks or years from this one.</summary>
    public static int Offset(Which which) => which switch
    {
        Which.Next => 1,
        Which.Last => -1,
        _ => 0,
    };
}

/// <summary>A weekday said beside a date: both have to agree.</summary>
internal sealed record WithWeekday(IsoDayOfWeek Weekday, Day Day) : Day
{
    public override bool IsEnd => Day.IsEnd;

    public override Reading<LocalDate> On(Horizon horizon) =>
        Day.On(horizon).Then<LocalDate>(day => day.DayOfWeek == Weekday ? day : Reason.Contradiction);
}
