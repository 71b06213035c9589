using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>The last day of a month of the year, or its 15th: fin février 2028, mid January. Without a year the nearest.</summary>
internal sealed record OfNamedMonth(int Month, int? Year, bool Middle, bool AtItsEnd) : Day
{
    public override bool IsEnd => AtItsEnd;

    public override Reading<LocalDate> On(Horizon horizon) => Year is { } year
        ? Calendars.Explicit(horizon, In(year))
        : horizon.Nearest(1, step => In(horizon.Today.Year + step));

    private LocalDate? In(int year) => Middle ? Horizon.Date(year, Month, 15) : Horizon.Date(year, Month, 1)?.With(DateAdjusters.EndOfMonth);
}

/// <summary>début janvier, early March: its first day to some, to others the Monday after, when work begins.</summary>
internal sealed record EarlyInMonth(int Month, int? Year) : Day
{
    public override Reading<LocalDate> On(Horizon horizon)
    {
        var first = new DayOfYear(1, Month, Year).On(horizon);
        return first.Then(day => TwoReadings.Of(day, day.Next(IsoDayOfWeek.Monday)));
    }
}

/// <summary>The end of this or the next week (its Friday), month or year; the middle of a month.</summary>
internal sealed record OfStretch(Unit Unit, Which Which, bool Middle, bool AtItsEnd) : Day
{
    public override bool IsEnd => AtItsEnd;

    public override Reading<LocalDate> On(Horizon horizon)
    {
        var by = Calendars.Offset(Which);
        var month = horizon.Today.With(DateAdjusters.StartOfMonth);
        return (Unit, Middle) switch
        {
            (Unit.Month, true) when Which == Which.First => horizon.Nearest(1, step => month.PlusMonths(step).PlusDays(14)),
            (Unit.Month, true) => month.PlusMonths(by).PlusDays(14),
            (_, true) => Reason.Vague,
            (Unit.Week, _) => horizon.Monday.PlusWeeks(by).PlusDays(4),
            (Unit.Month, _) => month.PlusMonths(by).With(DateAdjusters.EndOfMonth),
            (Unit.Year, _) => new LocalDate(horizon.Today.Year + by, 12, 31),
            _ => Reason.Vague,
        };
    }
}

/// <summary>Ends and middles: fin du mois, end of next week, fin novembre, mi-janvier, last day of the month, EOM.</summary>
internal static class Ends
{
    private static readonly TokenListParser<Lexeme, int> Lead = Skip(Term.At, Term.On, Term.In, Term.Article);

    /// <summary>0 an end, 1 a middle, 2 the last day (which has the hour of a day, not of an end)</summary>
    private static readonly TokenListParser<Lexeme, int> Place = OneOf(
        Word(Term.End).Value(0),
        Word(Term.Middle).Where(place => place == 0).Value(1),
        Word(Term.Last).IgnoreThen(The.Day).Value(2));

    private static readonly TokenListParser<Lexeme, Day> OfMonth =
        from lead in Lead
        from place in Place
        from of in Skip(Term.Of, Term.Article)
        from whole in Maybe(The.Month)
        from its in Skip(Term.Of)
        from month in Word(Term.Month)
        from year in Maybe(Skip(Term.Of).IgnoreThen(Figures(4)))
        select (Day)new OfNamedMonth(month, year, place == 1, place == 0);

    /// <summary>début janvier · early March · at the beginning of June 2027</summary>
    private static readonly TokenListParser<Lexeme, Day> Early =
        from lead in Lead
        from place in Word(Term.Middle).Where(place => place == 1)
        from of in Skip(Term.Of, Term.Article)
        from month in Word(Term.Month)
        from year in Maybe(Skip(Term.Of).IgnoreThen(Figures(4)))
        select (Day)new EarlyInMonth(month, year);

    private static readonly TokenListParser<Lexeme, Day> OfYear =
        from lead in Lead
        from place in Place.Where(place => place != 1)
        from of in Skip(Term.Of)
        from year in Figures(4)
        select (Day)new OfNamedMonth(12, year, Middle: false, place == 0);

    private static readonly TokenListParser<Lexeme, Day> OfThis =
        from lead in Lead
        from place in Place
        from of in Skip(Term.Of, Term.Article)
        from stretch in OneOf(
            Word(Term.Unit).Where(unit => unit >= (int)Unit.Week).Select(unit => (Unit: (Unit)unit, Which: Which.First)),
            Days.Stretch(Unit.Week).Select(which => (Unit: Unit.Week, Which: which)),
            Days.Stretch(Unit.Month).Select(which => (Unit: Unit.Month, Which: which)),
            Days.Stretch(Unit.Year).Select(which => (Unit: Unit.Year, Which: which)))
        select (Day)new OfStretch(stretch.Unit, stretch.Which, place == 1, place == 0);

    private static readonly TokenListParser<Lexeme, Day> Initials =
        from lead in Lead
        from end in Word(Term.EndOf)
        select (Day)new OfStretch(end == 0 ? Unit.Week : end == 1 ? Unit.Month : Unit.Year, Which.First, Middle: false, AtItsEnd: true);

    public static readonly TokenListParser<Lexeme, Day> Day = OneOf(OfMonth, Early, OfYear, OfThis, Initials);
}
