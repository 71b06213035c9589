using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Say;

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

    private LocalDate? In(LocalDate month)
    {
        var day = Nth < 0
            ? month.PlusMonths(1).Previous(Weekday)
            : month.PlusDays(-1).Next(Weekday).PlusWeeks(Nth - 1);
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

/// <summary>Dates: 15 déc., le 1er mars 2027, December 15, the 15th, 15/12/2026, 2026-12-15, le premier lundi du mois.</summary>
internal static class CalendarDates
{
    private static readonly TokenListParser<Lexeme, int> Lead = Skip(Term.On, Term.Article);

    private static readonly TokenListParser<Lexeme, int> Number = OneOf(
        from number in Figures(1, 4)
        from ending in Maybe(Term.OrdinalEnding)
        select number,
        Numbers.Cardinal,
        Word(Term.Ordinal));

    private static readonly TokenListParser<Lexeme, int> OrdinalNumber = OneOf(
        from number in Figures(1, 4)
        from ending in Word(Term.OrdinalEnding)
        select number,
        Word(Term.Ordinal));

    /// <summary>2027, or 27; a two-figure year is one that no hour of the day could be.</summary>
    private static readonly TokenListParser<Lexeme, int> Year =
        from comma in Maybe(Sign(','))
        from year in OneOf(Figures(4), Figures(2, 2).Where(year => year > 24))
        from end in NotBefore(":/.-", Term.HourMark, Term.Meridiem, Term.Unit)
        select Full(year);

    private static readonly TokenListParser<Lexeme, Day> DayMonth =
        from lead in Lead
        from day in Number
        from of in Skip(Term.Of)
        from month in Word(Term.Month)
        from year in Maybe(Skip(Term.Of).IgnoreThen(Year))
        select (Day)new DayOfYear(day, month, year);

    private static readonly TokenListParser<Lexeme, Day> MonthDay =
        from lead in Lead
        from month in Word(Term.Month)
        from the in Skip(Term.Article)
        from day in Number
        from end in NotBefore(":./", Term.HourMark, Term.Meridiem, Term.Unit)
        from year in Maybe(Year)
        select (Day)new DayOfYear(day, month, year);

    /// <summary>le 15 · the 3rd · le 3 du mois prochain · 15th of this month</summary>
    private static readonly TokenListParser<Lexeme, Day> OfMonth =
        from lead in Skip(Term.On)
        from day in OneOf(Word(Term.Article).IgnoreThen(Number), OrdinalNumber)
        from end in NotBefore(":/.-,", Term.HourMark, Term.Meridiem, Term.Unit, Term.Weekday, Term.Month)
        from month in OneOf(
            Skip(Term.Of).IgnoreThen(Days.Stretch(Unit.Month)).Select(which => (Which?)which),
            Word(Term.Of).IgnoreThen(Skip(Term.Article)).IgnoreThen(The.Month).Value((Which?)null),
            Skip().Value((Which?)null))
        select (Day)new DayOfMonth(day, month);

    /// <summary>vendredi 13 · Tuesday 15th; the weekday is checked against the date</summary>
    private static readonly TokenListParser<Lexeme, Day> WeekdayNumber =
        from lead in Lead
        from weekday in Word(Term.Weekday)
        from the in Skip(Term.Article)
        from day in Number
        from end in NotBefore(":/.-,", Term.HourMark, Term.Meridiem, Term.Unit, Term.Month, Term.Of, Term.OClock, Term.MinutesPast, Term.MinutesTo)
        select (Day)new WithWeekday((IsoDayOfWeek)weekday, new DayOfMonth(day));

    /// <summary>15/12 · 15/12/2026 · 15.12.26 · 15-12-2026</summary>
    private static readonly TokenListParser<Lexeme, Day> FiguredDate = OneOf(
        FiguredWith('/', yearNeeded: false),
        FiguredWith('.', yearNeeded: false, mostSecond: 12),
        FiguredWith('.', yearNeeded: true),
        FiguredWith('-', yearNeeded: true));

    private static TokenListParser<Lexeme, Day> FiguredWith(char sign, bool yearNeeded, int mostSecond = 99) =>
        from lead in Lead
        from first in Figures(1, 2)
        from one in Sign(sign)
        from second in Figures(1, 2).Where(second => second <= mostSecond)
        from year in yearNeeded ? Sign(sign).IgnoreThen(OneOf(Figures(4), Figures(2, 2))).Select(year => (int?)year) : Maybe(Sign(sign).IgnoreThen(OneOf(Figures(4), Figures(2, 2))))
        from end in NotBefore("/.-:,", Term.Meridiem)
        select (Day)new Figured(first, second, year is { } said ? Full(said) : null);

    /// <summary>2026-12-15 · 2026/12/15</summary>
    private static readonly TokenListParser<Lexeme, Day> Iso = OneOf(IsoWith('-'), IsoWith('/'), IsoWith('.'));

    private static TokenListParser<Lexeme, Day> IsoWith(char sign) =>
        from lead in Lead
        from year in Figures(4)
        from one in Sign(sign)
        from month in Figures(1, 2)
        from two in Sign(sign)
        from day in Figures(1, 2)
        select (Day)new DayOfYear(day, month, year);

    /// <summary>le premier lundi du mois · the last Friday of March · first Monday of next month</summary>
    private static readonly TokenListParser<Lexeme, Day> Nth =
        from lead in Lead
        from nth in OneOf(OrdinalNumber, Word(Term.Last).Value(-1))
        from weekday in Word(Term.Weekday)
        from of in Skip(Term.Of, Term.In, Term.On)
        from month in OneOf(
            Word(Term.Month).Select(month => (Number: (int?)month, Which: (Which?)null)),
            Days.Stretch(Unit.Month).Select(which => (Number: (int?)null, Which: (Which?)which)),
            Skip(Term.Article).IgnoreThen(The.Month).Value((Number: (int?)null, Which: (Which?)null)))
        select (Day)new NthWeekday(nth, (IsoDayOfWeek)weekday, month.Number, month.Which);

    public static readonly TokenListParser<Lexeme, Day> Day = OneOf(DayMonth, MonthDay, OfMonth, WeekdayNumber, FiguredDate, Iso, Nth);

    private static int Full(int year) => year < 100 ? 2000 + year : year;
}

/// <summary>A weekday said beside a date: both have to agree.</summary>
internal sealed record WithWeekday(IsoDayOfWeek Weekday, Day Day) : Day
{
    public override bool IsEnd => Day.IsEnd;

    public override Reading<LocalDate> On(Horizon horizon) =>
        Day.On(horizon).Then<LocalDate>(day => day.DayOfWeek == Weekday ? day : Reason.Contradiction);
}
