using System.Runtime.InteropServices;
using NodaTime;
using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>What is given: minutes of time or euro cents, one of the two.</summary>
/// <param name="Minutes">1 to 600,000 (10,000 h).</param>
/// <param name="Cents">1 to 10,000,000,000 (100,000,000 €).</param>
/// <param name="Per">With a rate (45 €/h, 3 h a week), the period it is for.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Amount(long? Minutes, long? Cents, Period? Per = null);

/// <summary>Reads amounts of time and of euros: 3h30, 1/2 j, 2 jours (7 h each), 1 200,50 €, €1,200.50, 12€50, 50 € par mois.</summary>
public static class Amounts
{
    private const long MinutesADay = 7 * 60;
    private const long MostMinutes = 10_000 * 60;
    private const long MostCents = 100_000_000L * 100;

    private static readonly Lazy<TokenListParser<Lexeme, Said>> Grammar = new(() =>
        from lead in Skip(Term.During)
        from said in OneOf(Money.Select(sum => new Said(sum, [])), Lengths.OneOrTwo.Select(lengths => new Said(null, lengths)))
        from per in Rate
        select said with { Per = per < 0 ? null : (Unit)per });

    /// <summary>par mois · /h · de l'heure · a month · mensuels · each year; -1 where no rate is said</summary>
    private static TokenListParser<Lexeme, int> Rate => OneOf(
        OneOf(Sign('/'), Word(Term.Per), Word(Term.Every)).IgnoreThen(Skip(Term.Article)).IgnoreThen(Word(Term.Unit)),
        Skip(Term.Of).IgnoreThen(Word(Term.Article)).IgnoreThen(Word(Term.Unit)),
        Word(Term.Rhythm),
        Skip().Value(-1));

    /// <summary>120 € · €120 · EUR 120 · 12€50 · 12 euros et 50 centimes · 80 cts · 2,5k€ · ten euros</summary>
    private static TokenListParser<Lexeme, Sum> Money => OneOf(
        from minus in Maybe(The.Minus)
        from number in Sums.Number
        from currency in Currency
        from cents in Maybe(CentsAfter)
        select number.With(currency, cents) with { Negative = minus is not null },
        from before in Maybe(The.Minus)
        from currency in Currency
        from after in Maybe(The.Minus)
        from number in Sums.Number
        select number.With(currency) with { Negative = before is not null || after is not null },
        from cents in Numbers.Cardinal
        from word in Word(Term.Cents)
        select new Sum(0, null).With(euro: 1, cents));

    /// <summary>1 euro, 0 another</summary>
    private static TokenListParser<Lexeme, int> Currency => OneOf(Word(Term.Euro).Value(1), Word(Term.OtherCurrency).Value(0));

    private static TokenListParser<Lexeme, int> CentsAfter => OneOf(
        Figures(2, 2),
        from and in Skip(Term.And)
        from cents in Numbers.Cardinal
        from word in Word(Term.Cents)
        select cents);

    /// <summary>More than nothing, at most 10,000 hours or 100,000,000 €. Weeks and longer are no amount of work by themselves: vague.</summary>
    public static Reading<Amount> Read(string phrase, Language language) =>
        Phrases.Read<Said, Amount>(phrase, language, Grammar.Value, Resolve, gone: Reason.Nonsense);

    /// <summary>False for a word with which no amount begins, in either language; cheaper than reading it.</summary>
    public static bool CanBegin(string word) => Lexicon.OfBoth().Read(Folding.Fold(word)).Take(1).Any(first => first.Kind != Lexeme.Unknown);

    private static Reading<Amount> Resolve(Said said, Language language)
    {
        var per = said.Per is { } unit ? new Length([new(1, unit)]).ToPeriod().Value : null;
        if (said.Sum is { } sum)
        {
            return sum.IsEuro
                ? sum.Cents(language).Then(cents => sum.Negative ? Reason.Impossible : Within(cents, MostCents)).Then<Amount>(cents => new Amount(null, cents, per))
                : Reason.OtherCurrency;
        }

        var minutes = said.Lengths is [var one, var other] ? Reading<long>.Between(Minutes(one), Minutes(other)) : Minutes(said.Lengths[0]);
        return minutes.Then<Amount>(time => new Amount(time, null, per));
    }

    private static Reading<long> Minutes(Length length)
    {
        if (length.Impossible)
        {
            return Reason.Impossible;
        }

        return length.Spans.Any(span => span.Unit > Unit.Day)
            ? Reason.Vague
            : Within((long)decimal.Round((length.Of(Unit.Day) * MinutesADay) + (length.Of(Unit.Hour) * 60) + length.Of(Unit.Minute) + (length.Of(Unit.Second) / 60)), MostMinutes);
    }

    private static Reading<long> Within(long size, long most) => size <= 0 || size > most ? Reason.Impossible : size;

    private sealed record Said(Sum? Sum, Length[] Lengths, Unit? Per = null);
}
