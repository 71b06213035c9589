using NodaTime;
using Superpower;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Reads lengths of time: 1h30, 1 h 30, 2,5 h, 90 min, une heure et demie, 2j, 3 weeks, half an hour.</summary>
public static class Durations
{
    /// <summary>"Pendant 3 h" and "2 ou 3 h" are said of lengths as well.</summary>
    private static readonly Lazy<TokenListParser<Lexeme, Length[]>> Grammar = new(() =>
        from lead in Skip(Term.During)
        from lengths in Lengths.OneOrTwo
        select lengths);

    /// <summary>More than nothing and at most 100 years. Weeks, months and years stay as said; hours and minutes are summed. A day is not 24 hours.</summary>
    public static Reading<Period> Read(string phrase, Language language) =>
        Phrases.Read<Length[], Period>(phrase, language, Grammar.Value, (lengths, _) => Resolve(lengths), gone: Reason.Nonsense);

    private static Reading<Period> Resolve(Length[] lengths) => lengths switch
    {
        [var only] => Positive(only),
        [var first, var second] => Reading<Period>.Between(Positive(first), Positive(second)),
        _ => Reason.Nonsense,
    };

    private static Reading<Period> Positive(Length length) =>
        length.ToPeriod().Then<Period>(period => period.Equals(Period.Zero) ? Reason.Impossible : period);
}
