using System.Runtime.InteropServices;
using NodaTime;
using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>A time on the wall, and how many days after the day that was named: "vendredi soir à 1h" is on Saturday.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hour(LocalTime Time, int DaysLater = 0);

/// <summary>A clock as said. Open: written so that English leaves morning and afternoon open (at 3, half past six).</summary>
internal sealed record Clock(int Hours, int Minutes, int Seconds = 0, int? Meridiem = null, bool Open = false, bool Midnight = false)
{
    public Reading<Hour> In(Part? part, Language language)
    {
        if (Hours is < 0 or > 24 || Minutes is < 0 or > 59 || Seconds > 59 || (Hours == 24 && (Minutes > 0 || Seconds > 0)))
        {
            return Reason.Impossible;
        }

        var open = Meridiem is null && Hours <= 12;
        var hours = Meridiem is { } half ? ByMeridiem(half) : Hours;
        if (!hours.Is(out var hour))
        {
            return hours.Refused!.Value;
        }

        if (part is { } said)
        {
            return Parts.Within(said, hour, open).Then<Hour>(within => At(within.Hours, within.DaysLater));
        }

        return open && Open && language == Language.English && hour is >= 1 and <= 7
            ? TwoReadings.Of(At(hour), At(hour + 12))
            : At(hour);
    }

    private Reading<int> ByMeridiem(int half) => (Hours, half) switch
    {
        (0, 1) or (24, _) => Reason.Impossible,
        ( > 12, 0) => Reason.Contradiction,
        ( > 12, _) => Hours,
        _ => (Hours % 12) + (12 * half),
    };

    private Hour At(int hours, int daysLater = 0) => new(new(hours % 24, Minutes, Seconds), daysLater + (hours / 24));
}

/// <summary>Clocks: 18h, 18 h 30, 18:30, 6 pm, 7 heures moins le quart, half past nine, minuit et demi, at 9.</summary>
internal static class Clocks
{
    private static readonly TokenListParser<Lexeme, int> At = Skip(Term.At, Term.Article, Term.About);

    /// <summary>et quart · et demie · moins le quart · moins dix, in minutes</summary>
    private static readonly TokenListParser<Lexeme, int> Around = OneOf(
        Word(Term.And).IgnoreThen(Word(Term.Half)).Value(30),
        Word(Term.And).IgnoreThen(Word(Term.Quarter)).Value(15),
        Word(Term.Minus).IgnoreThen(Skip(Term.Article)).IgnoreThen(Word(Term.Quarter)).Value(-15),
        Word(Term.Minus).IgnoreThen(Numbers.Cardinal.Where(minutes => minutes is > 0 and < 60)).Select(minutes => -minutes));

    private static readonly TokenListParser<Lexeme, int> Minutes =
        from minutes in Numbers.Cardinal
        from unit in Maybe(The.Minute)
        from end in NotBefore(":/.-,", Term.Month, Term.HourMark)
        select minutes;

    /// <summary>18h · 18 h 30 · 18 heures · 6h30min · six heures trente</summary>
    private static readonly TokenListParser<Lexeme, Clock> Marked =
        from at in At
        from hours in Numbers.Cardinal
        from mark in Word(Term.HourMark)
        from minutes in Maybe(Minutes)
        select new Clock(hours, minutes ?? 0);

    /// <summary>9h et quart · sept heures et demie · 9 heures moins le quart · 10h moins cinq</summary>
    private static readonly TokenListParser<Lexeme, Clock> MarkedAround =
        from at in At
        from hours in Numbers.Cardinal
        from mark in Word(Term.HourMark)
        from around in Around
        select Shifted(hours, around);

    /// <summary>18:30 · 6:30 pm · 18:30:00</summary>
    private static readonly TokenListParser<Lexeme, Clock> Colon =
        from at in At
        from zero in LeadingZero()
        from hours in Figures(1, 2)
        from colon in Sign(':')
        from minutes in Figures(2, 2)
        from seconds in Maybe(Sign(':').IgnoreThen(Figures(2, 2)))
        from half in Maybe(Term.Meridiem)
        select new Clock(hours, minutes, seconds ?? 0, half, Open: zero == 0);

    /// <summary>…T18:30</summary>
    private static readonly TokenListParser<Lexeme, Clock> Iso = Word(Term.IsoT).IgnoreThen(Colon);

    /// <summary>6.30 pm · at 18.30 · 18.30, whose 30 is no month</summary>
    private static readonly TokenListParser<Lexeme, Clock> Point = OneOf(
        from at in At
        from hours in Figures(1, 2)
        from point in Sign('.')
        from minutes in Figures(2, 2)
        from half in Word(Term.Meridiem)
        select new Clock(hours, minutes, Meridiem: half),
        from at in Word(Term.At)
        from hours in Figures(1, 2)
        from point in Sign('.')
        from minutes in Figures(2, 2)
        from end in NotBefore(".")
        select new Clock(hours, minutes, Open: true),
        from hours in Figures(1, 2)
        from point in Sign('.')
        from minutes in Figures(2, 2).Where(minutes => minutes > 12)
        from end in NotBefore(".,/")
        select new Clock(hours, minutes, Open: true));

    /// <summary>6 pm · 6pm · six thirty pm</summary>
    private static readonly TokenListParser<Lexeme, Clock> Meridiem =
        from at in At
        from hours in Numbers.Cardinal
        from minutes in Maybe(Numbers.Cardinal)
        from half in Word(Term.Meridiem)
        select new Clock(hours, minutes ?? 0, Meridiem: half);

    /// <summary>9 o'clock · nine o'clock am</summary>
    private static readonly TokenListParser<Lexeme, Clock> OClock =
        from at in At
        from hours in Numbers.Cardinal
        from word in Word(Term.OClock)
        from half in Maybe(Term.Meridiem)
        select new Clock(hours, 0, Meridiem: half, Open: true);

    /// <summary>quarter past nine · half past six · ten minutes to eight · twenty to six pm</summary>
    private static readonly TokenListParser<Lexeme, Clock> PastAndTo =
        from at in At
        from a in Skip(Term.One)
        from count in OneOf(Word(Term.Quarter).Value(15), Word(Term.Half).Value(30), Numbers.Cardinal.Where(minutes => minutes is > 0 and < 60))
        from unit in Maybe(The.Minute)
        from sign in OneOf(Word(Term.MinutesPast).Value(1), Word(Term.MinutesTo).Value(-1))
        from hours in OneOf(Numbers.Cardinal, The.Noon.Value(12))
        from word in Skip(Term.OClock)
        from half in Maybe(Term.Meridiem)
        select Shifted(hours, sign * count) with { Meridiem = half, Open = true };

    /// <summary>minuit · à minuit et quart · midi et demi · midi moins le quart (midi alone is a part of the day)</summary>
    private static readonly TokenListParser<Lexeme, Clock> Twelve = OneOf(
        from at in At
        from night in Word(Term.Midnight)
        from around in Maybe(Around.Where(around => around > 0))
        select new Clock(0, around ?? 0, Midnight: true),
        from at in At
        from noon in The.Noon
        from around in Around
        select Shifted(12, around));

    /// <summary>at 9 · at seven thirty · à 3, where a part of the day or the language says which half</summary>
    private static readonly TokenListParser<Lexeme, Clock> Bare =
        from at in OneOf(Word(Term.At), Word(Term.About))
        from about in Skip(Term.About)
        from hours in Numbers.Cardinal
        from minutes in Maybe(Numbers.Cardinal.Where(minutes => minutes is >= 5 and < 60))
        from end in NotBefore(":/.-,", Term.Month, Term.Unit, Term.HourMark)
        select new Clock(hours, minutes ?? 0, Open: true);

    /// <summary>7 in the evening · 9 du matin · 9 tonight · 9 tomorrow morning</summary>
    private static readonly TokenListParser<Lexeme, Clock> BeforePart =
        from at in At
        from hours in Numbers.Cardinal
        from part in Before(OneOf(Parts.Any, Word(Term.DayName).IgnoreThen(Parts.Any)))
        select new Clock(hours, 0, Open: true);

    /// <summary>14h to 23h: after "d'ici" as well a length as an hour</summary>
    public static readonly TokenListParser<Lexeme, Clock> InTheAfternoon = Marked.Where(clock => clock.Hours is > 12 and < 24);

    public static readonly TokenListParser<Lexeme, Clock> Clock =
        from clock in OneOf(Marked, MarkedAround, Colon, Iso, Point, Meridiem, OClock, PastAndTo, Twelve, Bare, BeforePart)
        from sharp in Skip(Term.Sharp)
        select clock;

    /// <summary>1 before 03, 0 before 3; takes nothing.</summary>
    private static TokenListParser<Lexeme, int> LeadingZero() => input =>
    {
        var next = input.ConsumeToken();
        return TokenListParserResult.Value(next.HasValue && next.Value.Kind.LeadingZero ? 1 : 0, input, input);
    };

    private static Clock Shifted(int hours, int minutes) => minutes >= 0 ? new(hours, minutes) : new(hours == 0 ? 23 : hours - 1, 60 + minutes);
}
