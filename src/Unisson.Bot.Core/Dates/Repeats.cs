using System.Text.RegularExpressions;
using NodaTime;
using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Reads rhythms: tous les mardis à 18h, un jour sur deux, every other Tuesday, le dernier vendredi du mois, du lundi au vendredi.</summary>
public static partial class Repeats
{
    private const int MostPieces = 8;

    private static readonly ulong Telling = Lexeme.Mask([Term.Every, Term.EveryOther, Term.OneIn, Term.Rhythm, Term.Weekdays, Term.WorkingDay]);

    private static readonly Lazy<TokenListParser<Lexeme, Rhythm[]>> Grammar = new(Rhythms);

    /// <summary>A rhythm whose first occurrence lies after <paramref name="now"/>. Without an hour it is at 9:00, without a day it counts from today.</summary>
    /// <param name="start">Where it begins, if that was said beside it: its hour and its day stand in for those that the rhythm leaves out.</param>
    public static Reading<Repeat> Read(string phrase, Language language, DateTimeOffset now, DateTimeZone zone, DateTimeOffset? start = null)
    {
        var here = Instant.FromDateTimeOffset(now).InZone(zone);
        var begins = start is { } at ? Instant.FromDateTimeOffset(at).InZone(zone) : (ZonedDateTime?)null;
        if (Rule().IsMatch(phrase))
        {
            var rule = Dates.Rule.Parse(phrase);
            return (rule with { CountsFrom = rule.Frequency == Frequency.Daily ? here.Date : null }).StartingAfter(here);
        }

        return Phrases.Read<Rhythm[], Repeat>(phrase, language, Grammar.Value, Resolve, gone: Reason.Past);

        Reading<Repeat> Resolve(Rhythm[] rhythms, Language by) => rhythms switch
        {
            [var only] => only.From(here, by, begins),
            [var first, var second] => Reading<Repeat>.Between(first.From(here, by, begins), second.From(here, by, begins)),
            _ => Reason.Nonsense,
        };
    }

    /// <summary>Whether some word tells a rhythm from a date: "every Tuesday" and not "Tuesday", which alone in a field for rhythms would do.</summary>
    public static bool IsSaid(string phrase)
        => phrase.Length <= Phrases.Longest && Lexicon.OfBoth().Read(Folding.Fold(phrase.AsSpan().Trim())).Any(word => word.Kind.MeansAny(Telling)) || Rule().IsMatch(phrase);

    /// <summary>A rule as <see cref="Repeat.Rule"/> writes those that words leave open: what a gesture stores once somebody chose.</summary>
    [GeneratedRegex("^FREQ=(DAILY(;INTERVAL=[1-9][0-9]?)?|WEEKLY(;INTERVAL=[1-9][0-9]?)?;BYDAY=(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU)){0,6}|MONTHLY(;INTERVAL=[1-9][0-9]?)?(;BYMONTHDAY=(-1|[12][0-9]|3[01]|[1-9])(,(-1|[12][0-9]|3[01]|[1-9])){0,30}|;BYDAY=(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU)(,(-1|[1-5])(MO|TU|WE|TH|FR|SA|SU)){0,6}));BYHOUR=(1?[0-9]|2[0-3]);BYMINUTE=[1-5]?[0-9]$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Rule();

    private static TokenListParser<Lexeme, Rhythm[]> Rhythms()
    {
        var lead = Skip(Term.On, Term.Article, Term.Every, Term.At);
        var weekday = OneOf(Word(Term.Weekday), Word(Term.Weekdays));
        var month = from of in Skip(Term.Of, Term.In)
                    from every in Skip(Term.Every, Term.Article)
                    from name in The.Month
                    select name;
        var ordinal = OneOf(
            Word(Term.Ordinal),
            from number in Figures(1, 2)
            from ending in Word(Term.OrdinalEnding)
            select number,
            Word(Term.Last).Value(-1));
        var dayNumber = from number in OneOf(Figures(1, 2), Word(Term.Ordinal))
                        from ending in Maybe(Term.OrdinalEnding)
                        from end in NotBefore(":/.,-", Term.HourMark, Term.Meridiem, Term.Unit, Term.Weekday, Term.Weekdays)
                        select number;

        // chaque jour · tous les 3 mois · every other week · une semaine sur deux · daily
        var unit = OneOf(
            from of in Skip(Term.Of)
            from every in Word(Term.Every)
            from count in Maybe(Numbers.Cardinal)
            from name in OneOf(Word(Term.Unit), Word(Term.Rhythm))
            select Rhythm.Of((Unit)name, count ?? 1) with { HowOften = every == 1 },
            from every in Word(Term.Every)
            from count in Word(Term.Ordinal)
            from name in Word(Term.Unit)
            select Rhythm.Of((Unit)name, count),
            from every in Word(Term.EveryOther)
            from name in Word(Term.Unit)
            select Rhythm.Of((Unit)name, 2),
            from one in The.OneOrFigure
            from name in Word(Term.Unit)
            from sur in Word(Term.OneIn)
            from count in Numbers.Cardinal
            select Rhythm.Of((Unit)name, count),
            Word(Term.Rhythm).Select(name => Rhythm.Of((Unit)name, 1)));

        // tous les lundis et jeudis · les mardis · Friday · every working day · du lundi au vendredi
        var days = OneOf(
            from first in lead
            from day in weekday
            select new Rhythm { Days = [new(0, (IsoDayOfWeek)day)] },
            from first in lead
            from working in Word(Term.WorkingDay)
            select Rhythm.Range(1, 5),
            from first in lead
            from weekend in Word(Term.Weekend)
            select new Rhythm { Weekend = true },
            from first in Skip(Term.Of, Term.From, Term.Every)
            from start in weekday
            from to in OneOf(Word(Term.At), Word(Term.MinutesTo), Word(Term.By), Sign('-'))
            from lead2 in Skip(Term.Article)
            from end in weekday
            select Rhythm.Range(start, end));
        var moreDays = from and in OneOf(Sign('/'), Skip(Term.And))
                       from more in days
                       select more;

        // every other Tuesday · un mardi sur deux · tous les 2 mardis
        var someDays = OneOf(
            from every in Word(Term.EveryOther)
            from day in weekday
            select Rhythm.Weekly(day, 2),
            from one in The.OneOrFigure
            from day in weekday
            from sur in Word(Term.OneIn)
            from count in Numbers.Cardinal
            select Rhythm.Weekly(day, count),
            from every in Word(Term.Every)
            from count in Numbers.Cardinal
            from day in weekday
            select Rhythm.Weekly(day, count));

        // le premier lundi du mois · every 1st Monday of the month · le premier et le troisième mardi du mois
        var nthDay = OneOf(
            from first in lead
            from nth in ordinal
            from day in weekday
            from of in Perhaps(month.Select(_ => new object()))
            select of is null ? Rhythm.Nth(nth, day) with { MonthSaid = false } : Rhythm.Nth(nth, day),
            from first in lead
            from nth in ordinal
            from and in Word(Term.And)
            from the in Skip(Term.Article)
            from other in ordinal
            from day in weekday
            from of in month
            select new Rhythm { Days = [new(nth, (IsoDayOfWeek)day), new(other, (IsoDayOfWeek)day)], MonthSaid = true });

        // le 15 du mois · the 15th of each month · le 1er · le 1er et le 15 · dernier jour du mois · chaque fin de mois · le 1er janvier · March 8
        var dates = OneOf(
            from first in Skip(Term.On, Term.Article, Term.Every)
            from number in dayNumber
            from end in NotBefore(string.Empty, Term.Month)
            from of in Maybe(month)
            select new Rhythm { MonthDays = [number], MonthSaid = of is not null },
            from first in Skip(Term.On, Term.Article, Term.Every)
            from number in dayNumber
            from and in Word(Term.And)
            from the in Skip(Term.On, Term.Article)
            from other in dayNumber
            from end in NotBefore(string.Empty, Term.Month)
            from of in Maybe(month)
            select new Rhythm { MonthDays = [number, other], MonthSaid = of is not null },
            from first in lead
            from place in OneOf(Word(Term.Last).Value(-1), Word(Term.Ordinal).Where(number => number == 1))
            from day in The.Day
            from of in month
            select new Rhythm { MonthDays = [place], MonthSaid = true },
            from first in lead
            from end in Word(Term.End)
            from of in month
            select new Rhythm { MonthDays = [-1], MonthSaid = true, AtEnd = true },
            from first in lead
            from number in dayNumber
            from of in Skip(Term.Of)
            from name in Word(Term.Month)
            select new Rhythm { MonthDays = [number], MonthOfYear = name },
            from first in lead
            from name in Word(Term.Month)
            from the in Skip(Term.Article)
            from number in dayNumber
            select new Rhythm { MonthDays = [number], MonthOfYear = name });

        // chaque matin · tous les soirs · le soir
        var parts = OneOf(
            from every in OneOf(Word(Term.Every), Word(Term.Article))
            from part in Word(Term.Part)
            select new Rhythm { Daily = true, Part = (Part)part },
            from lead2 in Skip(Term.In, Term.Of, Term.On, Term.Article, Term.At)
            from part in Word(Term.Part)
            select new Rhythm { Part = (Part)part },
            Parts.Any.Select(part => new Rhythm { Part = part.Part, Contradictory = part.Today }));

        // et 18h · and in the evening
        var moreHours = from and in OneOf(Sign(','), Word(Term.And))
                        from lead2 in Skip(Term.At, Term.In, Term.Article)
                        from hour in OneOf(Clocks.Clock.Value(0), Word(Term.Part))
                        select new Rhythm { SeveralHours = true };

        var piece = OneOf(unit, days, moreDays, moreHours, someDays, nthDay, dates, parts, Clocks.Clock.Select(clock => new Rhythm { Clock = clock }));
        return Whole(piece).Select(rhythm => rhythm.Readings());
    }

    private static TokenListParser<Lexeme, Rhythm> Whole(TokenListParser<Lexeme, Rhythm> piece) => input =>
    {
        var whole = new Rhythm();
        var rest = input;
        for (var pieces = 0; pieces < MostPieces && piece(rest) is { HasValue: true } next; pieces++)
        {
            whole = whole.And(next.Value);
            rest = next.Remainder;
        }

        return whole.IsRhythm ? TokenListParserResult.Value(whole, input, rest) : TokenListParserResult.Empty<Lexeme, Rhythm>(input);
    };
}
