using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Dates: 15 déc., le 1er mars 2027, December 15, the 15th, 15/12/2026, 2026-12-15, le premier lundi du mois.</summary>
internal static class CalendarDates
{
    private static readonly TokenListParser<Lexeme, int> Lead = Skip(Term.On, Term.Article, Term.At);

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

    /// <summary>2027, or 27 where no hour begins: not in "15 Dec 10 pm".</summary>
    private static readonly TokenListParser<Lexeme, int> Year =
        from comma in Maybe(Sign(','))
        from year in OneOf(Figures(4), Figures(2, 2))
        from end in NotBefore(":/.-", Term.HourMark, Term.Meridiem, Term.Unit, Term.OClock, Term.In, Term.Of, Term.PartToday, Term.This)
        select Full(year);

    private static readonly TokenListParser<Lexeme, Day> DayMonth =
        from lead in Lead
        from day in Number
        from of in Skip(Term.Of)
        from month in Word(Term.Month)
        from coming in Skip(Term.Next, Term.Coming)
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

    /// <summary>le 15 · the 3rd · le 3 du mois prochain · next month on the 3rd · premier jour du mois</summary>
    private static readonly TokenListParser<Lexeme, Day> OfMonth = OneOf(
        from which in Days.Stretch(Unit.Month)
        from lead in Skip(Term.On)
        from day in OneOf(Word(Term.Article).IgnoreThen(Number), OrdinalNumber)
        from end in NotBefore(":/.-,", Term.HourMark, Term.Meridiem, Term.Unit, Term.Weekday, Term.Month)
        select (Day)new DayOfMonth(day, which),
        from lead in Lead
        from first in Word(Term.Ordinal).Where(first => first == 1)
        from day in The.Day
        from of in Word(Term.Of)
        from month in OneOf(
            Days.Stretch(Unit.Month).Select(which => (Which?)which),
            Skip(Term.Article).IgnoreThen(The.Month).Value((Which?)null))
        select (Day)new DayOfMonth(1, month),
        from lead in Skip(Term.On)
        from day in OneOf(Word(Term.Article).IgnoreThen(Number), OrdinalNumber)
        from end in NotBefore(":/.-,", Term.HourMark, Term.Meridiem, Term.Unit, Term.Weekday, Term.Month)
        from month in OneOf(
            Skip(Term.Of).IgnoreThen(Days.Stretch(Unit.Month)).Select(which => (Which?)which),
            Word(Term.Of).IgnoreThen(Skip(Term.Article)).IgnoreThen(The.Month).Value((Which?)null),
            Skip().Value((Which?)null))
        select (Day)new DayOfMonth(day, month));

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
