using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>today, demain, avant-hier, "demain en huit": days counted from today.</summary>
internal sealed record NamedDay(int Offset) : Day
{
    private const int SmallHours = 3;

    public override Reading<LocalDate> On(Horizon horizon)
    {
        var day = horizon.Today.PlusDays(Offset);

        // Who is still up after midnight may mean the day that has begun.
        return Offset == 1 && horizon.Now.Hour < SmallHours ? TwoReadings.Of(horizon.Today, day) : day;
    }
}

internal enum Which
{
    /// <summary>The word alone: the first after today.</summary>
    First,
    This,
    Next,
    Last,
    OfThisWeek,
    OfNextWeek,
    OfLastWeek,
}

/// <summary>mardi, next Tuesday, mardi en huit (weeks on: 1), Monday of next week.</summary>
internal sealed record WeekdayNamed(IsoDayOfWeek Weekday, Which Which = Which.First, int WeeksOn = 0) : Day
{
    public bool IsBare => Which == Which.First && WeeksOn == 0;

    public override Reading<LocalDate> On(Horizon horizon)
    {
        var thisWeek = horizon.Monday.PlusDays((int)Weekday - 1);
        return Which switch
        {
            Which.This or Which.OfThisWeek => thisWeek,
            Which.OfNextWeek => thisWeek.PlusWeeks(1),
            Which.OfLastWeek => thisWeek.PlusWeeks(-1),
            Which.Last => horizon.Today.Previous(Weekday),

            // While this week's is still ahead, people differ on which one is next.
            Which.Next => TwoReadings.Of(thisWeek > horizon.Today ? thisWeek : thisWeek.PlusWeeks(1), thisWeek.PlusWeeks(1)),
            _ => First(horizon),
        };
    }

    private Reading<LocalDate> First(Horizon horizon)
    {
        var today = horizon.Today.DayOfWeek == Weekday;
        if (horizon.Back && WeeksOn == 0)
        {
            var before = horizon.Today.Previous(Weekday);
            return today ? TwoReadings.Of(horizon.Today, before) : before;
        }

        var first = horizon.Today.Next(Weekday).PlusWeeks(WeeksOn);
        return IsBare && today && horizon.HourSaid && horizon.Fits(horizon.Today) ? TwoReadings.Of(horizon.Today, first) : first;
    }
}

/// <summary>ce week-end, next weekend: its Saturday.</summary>
internal sealed record WeekendNamed(Which Which) : Day
{
    public override Reading<LocalDate> On(Horizon horizon) => new WeekdayNamed(IsoDayOfWeek.Saturday, Which == Which.Last ? Which.OfLastWeek : Which).On(horizon);
}

/// <summary>next week, le mois dernier: a stretch, not a day.</summary>
internal sealed record StretchNamed(Unit Unit, Which Which) : Day
{
    public override Reading<LocalDate> On(Horizon horizon)
    {
        if (Which != Which.Next)
        {
            return Which == Which.Last && !horizon.Back ? Reason.Past : Reason.Vague;
        }

        var today = horizon.Today;
        return Unit switch
        {
            Unit.Week => TwoReadings.Of(horizon.Monday.PlusWeeks(1), today.PlusWeeks(1)),
            Unit.Month => TwoReadings.Of(today.With(DateAdjusters.StartOfMonth).PlusMonths(1), today.PlusMonths(1)),
            Unit.Year => TwoReadings.Of(new LocalDate(today.Year + 1, 1, 1), today.PlusYears(1)),
            _ => Reason.Vague,
        };
    }
}

/// <summary>Days by name: demain, ce vendredi, lundi de la semaine prochaine, a week on Tuesday, this weekend, next month.</summary>
internal static class Days
{
    private static readonly TokenListParser<Lexeme, int> Lead = Skip(Term.On, Term.Article, Term.At);

    public static readonly TokenListParser<Lexeme, Which> BeforeName = OneOf(
        Word(Term.This).Value(Which.This),
        Word(Term.Next).Value(Which.Next),
        Word(Term.Last).Value(Which.Last),
        Word(Term.Coming).Value(Which.First));

    private static readonly TokenListParser<Lexeme, Which> AfterName = OneOf(
        Word(Term.Next).Value(Which.Next),
        Word(Term.Last).Value(Which.Last),
        Word(Term.Coming).Value(Which.First));

    /// <summary>la semaine prochaine · next week · le mois dernier · this year; which of them</summary>
    public static TokenListParser<Lexeme, Which> Stretch(Unit unit) => OneOf(
        from lead in Skip(Term.On, Term.Article)
        from which in BeforeName
        from name in Word(Term.Unit).Where(said => said == (int)unit)
        from here in Skip(Term.Coming)
        select which,
        from lead in Skip(Term.On, Term.Article)
        from name in Word(Term.Unit).Where(said => said == (int)unit)
        from which in AfterName
        select which);

    private static readonly TokenListParser<Lexeme, Day> Named =
        from lead in Lead
        from offset in Word(Term.DayName)
        from weeks in Maybe(Term.WeeksOn)
        select (Day)new NamedDay(offset + (7 * (weeks ?? 0)));

    /// <summary>en 8 · en 15, where no hour follows</summary>
    private static readonly TokenListParser<Lexeme, int> WeeksInDays =
        from lead in Word(Term.On)
        from days in Figures(1, 2).Where(days => days is 8 or 15)
        from end in NotBefore(":/.-,", Term.HourMark, Term.Meridiem, Term.Unit, Term.Month)
        select days / 7;

    /// <summary>mardi · lundi prochain · this Friday · jeudi en huit · Thursday week</summary>
    private static readonly TokenListParser<Lexeme, Day> Weekday = OneOf(
        from lead in Lead
        from which in BeforeName.OptionalOrDefault()
        from day in Word(Term.Weekday)
        select (Day)new WeekdayNamed((IsoDayOfWeek)day, which),
        from lead in Lead
        from day in Word(Term.Weekday)
        from which in AfterName
        select (Day)new WeekdayNamed((IsoDayOfWeek)day, which),
        from lead in Lead
        from day in Word(Term.Weekday)
        from weeks in OneOf(Word(Term.WeeksOn), WeeksInDays)
        select (Day)new WeekdayNamed((IsoDayOfWeek)day, WeeksOn: weeks));

    /// <summary>Monday of next week · lundi de la semaine prochaine · next week on Monday</summary>
    private static readonly TokenListParser<Lexeme, Day> WeekdayOfWeek = OneOf(
        from lead in Lead
        from day in Word(Term.Weekday)
        from of in Skip(Term.Of, Term.On)
        from which in Stretch(Unit.Week)
        select (Day)OfWeek(day, which),
        from which in Stretch(Unit.Week)
        from lead in Lead
        from day in Word(Term.Weekday)
        select (Day)OfWeek(day, which));

    /// <summary>a week on Monday · two weeks from Friday</summary>
    private static readonly TokenListParser<Lexeme, Day> WeeksFromWeekday =
        from count in OneOf(Numbers.Cardinal.Where(count => count is > 0 and <= 520), Word(Term.One).Value(1))
        from unit in Word(Term.Unit).Where(unit => unit is (int)Unit.Week or (int)Unit.Fortnight)
        from link in OneOf(Word(Term.On), Word(Term.From))
        from lead in Skip(Term.Article, Term.Coming)
        from day in Word(Term.Weekday)
        select (Day)new WeekdayNamed((IsoDayOfWeek)day, WeeksOn: unit == (int)Unit.Fortnight ? 2 * count : count);

    private static readonly TokenListParser<Lexeme, Day> Weekend = OneOf(
        from lead in Lead
        from which in BeforeName.OptionalOrDefault()
        from word in Word(Term.Weekend)
        select (Day)new WeekendNamed(which),
        from lead in Lead
        from word in Word(Term.Weekend)
        from which in AfterName
        select (Day)new WeekendNamed(which));

    private static readonly TokenListParser<Lexeme, Day> Stretches = OneOf(
        Stretch(Unit.Week).Select(which => (Day)new StretchNamed(Unit.Week, which)),
        Stretch(Unit.Month).Select(which => (Day)new StretchNamed(Unit.Month, which)),
        Stretch(Unit.Year).Select(which => (Day)new StretchNamed(Unit.Year, which)));

    public static readonly TokenListParser<Lexeme, Day> Day = OneOf(Named, Weekday, WeekdayOfWeek, WeeksFromWeekday, Weekend, Stretches);

    private static WeekdayNamed OfWeek(int day, Which which) => new WeekdayNamed((IsoDayOfWeek)day, which switch
    {
        Which.Next => Which.OfNextWeek,
        Which.Last => Which.OfLastWeek,
        _ => Which.OfThisWeek,
    });
}
