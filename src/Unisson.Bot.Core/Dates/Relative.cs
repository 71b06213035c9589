using System.Runtime.InteropServices;
using NodaTime;
using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Units of length, short to long. A quinzaine and a huitaine are day counts that people take for weeks.</summary>
internal enum Unit
{
    Second,
    Minute,
    Hour,
    Day,
    Huitaine,
    Week,
    Quinzaine,
    Fortnight,
    Month,
    Quarter,
    Semester,
    Year,
}

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Span(decimal Count, Unit Unit);

/// <summary>A length of time as said: 2 h 30, une semaine, a year and a half.</summary>
/// <param name="Spans">What it sums.</param>
/// <param name="Ago">Counted backwards.</param>
/// <param name="Impossible">Said with a minus, or with 90 minutes after the hour: no length at all.</param>
internal sealed record Length(IReadOnlyList<Span> Spans, bool Ago = false, bool Impossible = false)
{
    /// <summary>More than anybody plans, and far from what dates can hold.</summary>
    private const int MostYears = 100;

    public bool HasHours => Spans.Any(span => span.Unit < Unit.Day);

    /// <summary>Calendar units stay as said; hours, minutes and seconds are summed. Half days have no hours of their own: vague.</summary>
    public Reading<Period> ToPeriod()
    {
        if (Impossible || Spans.Sum(Years) > MostYears)
        {
            return Reason.Impossible;
        }

        var months = (Of(Unit.Year) * 12) + (6 * Of(Unit.Semester)) + (3 * Of(Unit.Quarter)) + Of(Unit.Month);
        var days = Of(Unit.Day) + (15 * Of(Unit.Quinzaine)) + (8 * Of(Unit.Huitaine));
        var weeks = Of(Unit.Week) + (2 * Of(Unit.Fortnight));
        var seconds = (long)decimal.Round((Of(Unit.Hour) * 3600) + (Of(Unit.Minute) * 60) + Of(Unit.Second));
        if (!decimal.IsInteger(months) || !decimal.IsInteger(days) || !decimal.IsInteger(weeks))
        {
            return Reason.Vague;
        }

        var sign = Ago ? -1 : 1;
        return new PeriodBuilder
        {
            Years = sign * (int)decimal.Truncate(Of(Unit.Year)),
            Months = sign * (int)(months - (12 * decimal.Truncate(Of(Unit.Year)))),
            Weeks = sign * (int)weeks,
            Days = sign * (int)days,
            Hours = sign * (seconds / 3600),
            Minutes = sign * (seconds / 60 % 60),
            Seconds = sign * (seconds % 60),
        }.Build();
    }

    public decimal Of(Unit unit) => Spans.Where(span => span.Unit == unit).Sum(span => span.Count);

    private static decimal Years(Span span) => span.Count / span.Unit switch
    {
        Unit.Second => 31_557_600m,
        Unit.Minute => 525_960m,
        Unit.Hour => 8_766m,
        Unit.Day => 365.25m,
        Unit.Huitaine => 45.6m,
        Unit.Week => 52.2m,
        Unit.Quinzaine => 24.3m,
        Unit.Fortnight => 26.1m,
        Unit.Month => 12m,
        Unit.Quarter => 4m,
        Unit.Semester => 2m,
        _ => 1m,
    };
}

/// <summary>Lengths: "2 h 30", "une heure et demie", "a quarter of an hour", "2 hours and 15 minutes".</summary>
internal static class Lengths
{
    private static readonly TokenListParser<Lexeme, decimal> AndSome = OneOf(
        from and in Word(Term.And)
        from one in Skip(Term.One)
        from half in Word(Term.Half)
        select 0.5m,
        from and in Word(Term.And)
        from one in Skip(Term.One)
        from quarter in Word(Term.Quarter)
        select 0.25m,
        from and in Skip(Term.And)
        from three in Numbers.Cardinal.Where(three => three == 3)
        from quarters in Word(Term.Quarter)
        select 0.75m);

    private static readonly TokenListParser<Lexeme, decimal> More = AndSome.OptionalOrDefault();
    private static readonly TokenListParser<Lexeme, int?> Minute = Maybe(The.Minute);

    /// <summary>2 semaines · 2,5 h · une heure et demie · a day and a half · one and a half hours</summary>
    private static readonly TokenListParser<Lexeme, Length> Counted =
        from count in Numbers.Quantity
        from unit in Word(Term.Unit)
        from more in More
        select new Length([new(count + more, (Unit)unit)]);

    /// <summary>1h30 · 1 h 30 min · une heure trente · 2 hours 15</summary>
    private static readonly TokenListParser<Lexeme, Length> HoursMinutes =
        from hours in Numbers.Cardinal
        from unit in The.Hour
        from minutes in Numbers.Cardinal
        from m in Minute
        from end in NotBefore(":/.,", Term.Unit, Term.Month)
        select new Length([new(hours, Unit.Hour), new(minutes, Unit.Minute)], Impossible: minutes > 59);

    /// <summary>une demi-heure · half an hour · half a day · demi-journée</summary>
    private static readonly TokenListParser<Lexeme, Length> Half =
        from one in Maybe(The.One)
        from half in Word(Term.Half)
        from a in Skip(Term.One, Term.Of)
        from unit in Word(Term.Unit)
        select new Length([new(0.5m, (Unit)unit)]);

    /// <summary>un quart d'heure · trois quarts d'heure · a quarter of an hour · 3/4 d'heure</summary>
    private static readonly TokenListParser<Lexeme, Length> Quarters =
        from part in OneOf(
            from count in OneOf(Numbers.Cardinal.Where(count => count is 1 or 3), Word(Term.One).Value(1), Skip().Value(1))
            from quarter in Word(Term.Quarter)
            select count * 0.25m,
            Numbers.Fraction)
        from of in Skip(Term.Of, Term.One)
        from unit in Word(Term.Unit)
        select new Length([new(part, (Unit)unit)]);

    /// <summary>1:30</summary>
    private static readonly TokenListParser<Lexeme, Length> Colon =
        from hours in Figures(1, 3)
        from colon in Sign(':')
        from minutes in Figures(2, 2)
        select new Length([new(hours, Unit.Hour), new(minutes, Unit.Minute)], Impossible: minutes > 59);

    private static readonly TokenListParser<Lexeme, Length> One = OneOf(HoursMinutes, Counted, Half, Quarters, Colon);

    /// <summary>All of a length, in falling units: an hour twice, or minutes before hours, is not one length.</summary>
    public static readonly TokenListParser<Lexeme, Length> Length = Sum(clockFollowsDays: false);

    /// <summary>The same before a clock: in "dans 3 jours 14h" the hour is the clock's, in "in 3 days and 2 hours" it is not.</summary>
    public static readonly TokenListParser<Lexeme, Length> BeforeClock = Sum(clockFollowsDays: true);

    /// <summary>One length, or two: -3h · 2 h ou 3 h · 2 or 3 days</summary>
    public static readonly TokenListParser<Lexeme, Length[]> OneOrTwo = OneOf(
        from minus in Maybe(The.Minus)
        from length in Length
        from other in Perhaps(Word(Term.Or).IgnoreThen(Length))
        select other is null ? [length with { Impossible = length.Impossible || minus is not null }] : new[] { length, other },
        from count in Numbers.Quantity
        from or in Word(Term.Or)
        from other in Counted
        select new[] { new Length([other.Spans[0] with { Count = count }]), other });

    private static TokenListParser<Lexeme, Length> Sum(bool clockFollowsDays) => input =>
    {
        var spans = new List<Span>();
        var impossible = false;
        var rest = input;
        while (true)
        {
            var and = spans.Count > 0 ? Word(Term.And)(rest) : TokenListParserResult.Empty<Lexeme, int>(rest);
            var next = One(and.HasValue ? and.Remainder : rest);
            if (!next.HasValue
                || (spans.Count > 0 && next.Value.Spans[0].Unit >= spans[^1].Unit)
                || (clockFollowsDays && !and.HasValue && spans.Count > 0 && next.Value.HasHours && spans[^1].Unit >= Unit.Day && HasHourMark(rest)))
            {
                break;
            }

            spans.AddRange(next.Value.Spans);
            impossible |= next.Value.Impossible;
            rest = next.Remainder;
        }

        return spans.Count == 0
            ? TokenListParserResult.Empty<Lexeme, Length>(input)
            : TokenListParserResult.Value(new Length(spans, Impossible: impossible), input, rest);
    };

    private static bool HasHourMark(TokenList<Lexeme> rest) => rest.ConsumeToken().Remainder.ConsumeToken() is { HasValue: true } second && second.Value.Kind.Means(Term.HourMark);
}
