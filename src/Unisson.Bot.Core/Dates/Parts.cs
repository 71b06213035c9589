using System.Runtime.InteropServices;
using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Parts of the day.</summary>
internal enum Part
{
    Morning,
    Noon,
    Afternoon,
    Evening,
    Night,
    EndOfDay,
}

/// <summary>A part as said, and whether the words were "ce", "this", "tonight".</summary>
internal sealed record PartSaid(Part Part, bool Today);

[StructLayout(LayoutKind.Auto)]
internal readonly record struct HourOfDay(int Hours, int DaysLater = 0);

/// <summary>Parts of the day: "ce soir", "in the morning", "du matin", "fin de journée", "tonight".</summary>
internal static class Parts
{
    private static readonly TokenListParser<Lexeme, PartSaid> Named =
        from lead in Skip(Term.In, Term.Of, Term.On, Term.Article, Term.At, Term.About)
        from now in Maybe(Term.This)
        from part in Word(Term.Part)
        from sharp in Maybe(Term.Sharp)
        select new PartSaid((Part)part, now is not null);

    private static readonly TokenListParser<Lexeme, PartSaid> Tonight =
        Word(Term.PartToday).Select(part => new PartSaid((Part)part, Today: true));

    /// <summary>en fin de journée · at the end of the day · fin d'après-midi · EOD</summary>
    private static readonly TokenListParser<Lexeme, PartSaid> End = OneOf(
        Skip(Term.At, Term.Article).IgnoreThen(Word(Term.EndOfDay)).Select(_ => new PartSaid(Part.EndOfDay, Today: false)),
        from lead in Skip(Term.On, Term.At, Term.Article)
        from end in Word(Term.End)
        from of in Skip(Term.Of, Term.Article)
        from now in Maybe(Term.This)
        from day in OneOf(The.Day, Word(Term.Part).Where(part => part == (int)Part.Afternoon))
        select new PartSaid(Part.EndOfDay, now is not null));

    public static readonly TokenListParser<Lexeme, PartSaid> Any = OneOf(Named, Tonight, End);

    /// <summary>last night: a part of yesterday</summary>
    public static readonly TokenListParser<Lexeme, PartSaid> LastNight =
        Word(Term.Last).IgnoreThen(Word(Term.Part)).Select(part => new PartSaid((Part)part, Today: false));

    /// <summary>The hour when only the part is said. A night spans two days: its evening or its midnight, people differ.</summary>
    public static Reading<Hour> Usual(Part part) => part switch
    {
        Part.Morning => new Hour(new(9, 0)),
        Part.Noon => new Hour(LocalTime.Noon),
        Part.Afternoon => new Hour(new(14, 0)),
        Part.Evening => new Hour(new(19, 0)),
        Part.EndOfDay => new Hour(new(18, 0)),
        _ => TwoReadings.Of(new Hour(new(21, 0)), new Hour(LocalTime.Midnight, DaysLater: 1)),
    };

    /// <summary>Fits an hour into a part: evening at 8 is 20, at 20 too. Open: 1 to 12 may lie in either half of the day.</summary>
    public static Reading<HourOfDay> Within(Part part, int hours, bool open) => (part, hours) switch
    {
        (Part.Morning, <= 12) => new HourOfDay(hours),
        (Part.Noon, >= 11 and <= 14) => new HourOfDay(hours),
        (Part.Noon, 1 or 2) when open => new HourOfDay(hours + 12),
        (Part.Afternoon, >= 12 and <= 19) => new HourOfDay(hours),
        (Part.Afternoon or Part.EndOfDay, >= 1 and <= 7) when open => new HourOfDay(hours + 12),
        (Part.EndOfDay, >= 15) => new HourOfDay(hours),
        (Part.Evening, >= 4 and <= 11) when open => new HourOfDay(hours + 12),
        (Part.Evening, >= 16) => new HourOfDay(hours),
        (Part.Night, >= 8 and <= 11) when open => new HourOfDay(hours + 12),
        (Part.Night, >= 20) => new HourOfDay(hours),
        (Part.Evening or Part.Night, 12) when open => new HourOfDay(0, DaysLater: 1),
        (Part.Evening, <= 3) or (Part.Night, <= 7) => new HourOfDay(hours, DaysLater: 1),
        _ => Reason.Contradiction,
    };
}
