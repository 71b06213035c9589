using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>dans 3 jours, 2 hours ago, two weeks from tomorrow. Hours and minutes are elapsed time; days and longer keep the clock on the wall.</summary>
internal sealed record Counted(Length Length, Day? From = null) : Day
{
    public override Reading<LocalDate> On(Horizon horizon) => (From?.On(horizon) ?? horizon.Today).Then(start =>
        Length.HasHours ? Reason.Contradiction : Periods(horizon.Language).Then<LocalDate>(period => start + period));

    /// <summary>The moment that lies exactly so far from now.</summary>
    public Reading<Instant> ExactlyFrom(ZonedDateTime now, Language language) => Periods(language).Then<Instant>(period =>
    {
        var wall = new PeriodBuilder { Years = period.Years, Months = period.Months, Weeks = period.Weeks, Days = period.Days }.Build();
        var start = wall.Equals(Period.Zero) ? now.ToInstant() : now.Zone.AtLeniently(now.LocalDateTime + wall).ToInstant();
        return start + Duration.FromSeconds((period.Hours * 3600) + (period.Minutes * 60) + period.Seconds);
    });

    /// <summary>"Quinze jours" and "huit jours" are two weeks and one to many French speakers, and that many days to others.</summary>
    private Reading<Period> Periods(Language language)
    {
        var idiom = language == Language.French && Length.Spans is [{ Unit: Unit.Day, Count: 8 or 15 } or { Unit: Unit.Quinzaine or Unit.Huitaine, Count: 1 }];
        return Length.ToPeriod().Then(period => idiom
            ? TwoReadings.Of(period, Period.FromDays(period.Days - Math.Sign(period.Days)))
            : period);
    }
}

/// <summary>Counting from now: "dans 10 minutes", "in 2 hours and 15 minutes", "a week from today", "il y a 3 jours", "3 days ago".</summary>
internal static class Relative
{
    private static readonly TokenListParser<Lexeme, Day> Ahead = OneOf(
        from word in Word(Term.In)
        from the in Skip(Term.Article, Term.Next)
        from minus in Maybe(The.Minus)
        from length in Lengths.BeforeClock
        from time in Maybe(Term.FromNow)
        select (Day)new Counted(length with { Impossible = length.Impossible || minus is not null }),
        from length in Lengths.BeforeClock
        from now in Word(Term.FromNow)
        select (Day)new Counted(length));

    private static readonly TokenListParser<Lexeme, Day> Behind = OneOf(
        Word(Term.Since).IgnoreThen(Lengths.BeforeClock).Select(length => (Day)new Counted(length with { Ago = true })),
        from length in Lengths.BeforeClock
        from ago in Word(Term.Ago)
        select (Day)new Counted(length with { Ago = true }));

    private static readonly TokenListParser<Lexeme, Day> Start = OneOf(Days.Day, CalendarDates.Day, Ends.Day);

    /// <summary>two weeks from today · 3 days after Friday · a week tomorrow</summary>
    private static readonly TokenListParser<Lexeme, Day> FromDay = OneOf(
        from length in Lengths.BeforeClock
        from link in Word(Term.From)
        from day in Start
        select (Day)new Counted(length, day),
        from length in Lengths.BeforeClock.Where(length => !length.HasHours)
        from day in Word(Term.DayName).Where(day => day >= 0)
        select (Day)new Counted(length, new NamedDay(day)));

    /// <summary>10 minutes, 3 jours: alone they count from now too, where no clock reads as far (2h); "un jour" may be any day.</summary>
    public static readonly TokenListParser<Lexeme, Day> Alone =
        from length in Lengths.BeforeClock.Where(length => length.Spans is not [{ Unit: Unit.Day, Count: 1 }])
        select (Day)new Counted(length);

    private static readonly TokenListParser<Lexeme, Day> Now =
        Word(Term.Now).Select(_ => (Day)new Counted(new Length([])));

    public static readonly TokenListParser<Lexeme, Day> Day = OneOf(Ahead, Behind, FromDay, Now);
}
