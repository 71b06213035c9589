using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Reads a phrase by the words of the person's language, then of the other, then of both; the whole phrase or nothing.</summary>
internal static class Phrases
{
    /// <summary>Characters. The longest phrase people type is half as long; what is longer is text that slipped into the field.</summary>
    public const int Longest = 120;

    /// <summary>"pour le mardi 15 décembre à 18h au plus tard" has five.</summary>
    private const int MostPieces = 8;

    private static readonly TokenListParser<Lexeme, Func<Moment, Moment>> Piece = OneOf(
        OneOf(Days.Day, CalendarDates.Day, Ends.Day, Relative.Day).Select<Lexeme, Day, Func<Moment, Moment>>(day => moment => moment.And(day)),
        Clocks.Clock.Select<Lexeme, Clock, Func<Moment, Moment>>(clock => moment => moment.And(clock)),
        Parts.Any.Select<Lexeme, PartSaid, Func<Moment, Moment>>(part => moment => moment.And(part)),
        Parts.LastNight.Select<Lexeme, PartSaid, Func<Moment, Moment>>(part => moment => moment.And(new NamedDay(-1)).And(part)),
        Word(Term.By).Value<Lexeme, int, Func<Moment, Moment>>(moment => moment),
        Word(Term.Before).Value<Lexeme, int, Func<Moment, Moment>>(moment => moment with { Before = true }),
        Relative.Alone.Select<Lexeme, Day, Func<Moment, Moment>>(day => moment => moment.And(day)));

    /// <summary>The 10 of "tomorrow at 9 or 10".</summary>
    private static readonly TokenListParser<Lexeme, Moment> HourAlone =
        from hours in Numbers.Cardinal.Where(hours => hours <= 24)
        from end in NotBefore(":/.-,", Term.Month, Term.Unit, Term.HourMark)
        select new Moment(Clock: new Clock(hours, 0, Open: true));

    /// <summary>One moment, or two parted by "or"; "d'ici 18h" is two as well, in 18 hours and at 18:00.</summary>
    public static readonly TokenListParser<Lexeme, Moment[]> Moments = OneOf(
        from within in Word(Term.Within)
        from clock in Clocks.InTheAfternoon
        select new[] { new Moment(Clock: clock), new Moment(new Counted(new([new(clock.Hours, Unit.Hour), new(clock.Minutes, Unit.Minute)]))) },
        from first in Moment()
        from second in Perhaps(Word(Term.Or).IgnoreThen(OneOf(Moment(), HourAlone)))
        select second is null ? [first] : new[] { first.CompletedBy(second), second.CompletedBy(first) });

    public static Reading<T> Read<TSaid, T>(string phrase, Language language, TokenListParser<Lexeme, TSaid> grammar, Func<TSaid, Language, Reading<T>> resolve, Reason gone)
        where T : notnull
    {
        var trimmed = phrase.AsSpan().Trim();
        if (trimmed.IsEmpty)
        {
            return Reason.Empty;
        }

        if (trimmed.Length > Longest)
        {
            return Reason.Nonsense;
        }

        var folded = Folding.Fold(trimmed);
        var words = Lexicon.OfBoth().Read(folded);
        var other = language == Language.French ? Language.English : Language.French;

        // The whole phrase is read or nothing, so a word that means nothing ends it at once: most of what is tried here is plain text.
        ReadOnlySpan<(Lexicon, Language)> tries = words.Any(word => word.Kind == Lexeme.Unknown) ? [] : [(Lexicon.Of(language), language), (Lexicon.Of(other), other), (Lexicon.OfBoth(), language)];
        foreach (var (lexicon, by) in tries)
        {
            var read = grammar(lexicon.Read(folded));
            if (read.HasValue && read.Remainder.IsAtEnd)
            {
                return resolve(read.Value, by);
            }
        }

        return WhyNot(words, gone);
    }

    /// <summary>Words that say "long ago" or "some day" explain why a phrase is no date better than "nonsense" does.</summary>
    private static Reason WhyNot(TokenList<Lexeme> words, Reason gone)
    {
        var lexemes = words.Select(token => token.Kind).ToArray();
        if (lexemes.Length == 0)
        {
            return Reason.Nonsense;
        }

        // A number of what?
        if (Array.TrueForAll(lexemes, word => word.MeansAny(Lexeme.Mask([Term.Figures, Term.Kilo])) || (word.Means(Term.Sign, out var sign) && sign is '.' or ',')))
        {
            return Reason.Vague;
        }

        if (Array.Exists(lexemes, word => word.Means(Term.Ago) || word.Means(Term.Since)))
        {
            return gone;
        }

        return Array.Exists(lexemes, word => word.Means(Term.Vague)) || AnyDay(lexemes) || MonthAlone(lexemes) ? Reason.Vague : Reason.Nonsense;
    }

    /// <summary>en mars, next January: a whole month.</summary>
    private static bool MonthAlone(Lexeme[] words) =>
        words[^1].Means(Term.Month) && Array.TrueForAll(words[..^1], word => word.MeansAny(Lexeme.Mask([Term.In, Term.On, Term.This, Term.Next, Term.By])));

    /// <summary>un jour, one day, a day: some day or other.</summary>
    private static bool AnyDay(Lexeme[] words) =>
        words is [var one, var day]
        && (one.Means(Term.One) || (one.Means(Term.Number, out var number) && number == 1))
        && day.Means(Term.Unit, out var unit) && unit == (int)Unit.Day;

    private static TokenListParser<Lexeme, Moment> Moment() => input =>
    {
        var moment = new Moment();
        var rest = input;
        for (var pieces = 0; pieces < MostPieces && Piece(rest) is { HasValue: true } piece; pieces++)
        {
            moment = piece.Value(moment);
            rest = piece.Remainder;
        }

        return moment is { Day: null, Part: null, Clock: null }
            ? TokenListParserResult.Empty<Lexeme, Moment>(input)
            : TokenListParserResult.Value(moment, input, rest);
    };
}
