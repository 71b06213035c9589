using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;

namespace Unisson.Bot.Dates;

/// <summary>The few ways in which the grammar puts words together. All of them give back what they took when they fail.</summary>
internal static class Grammar
{
    private static readonly TokenListParser<Lexeme, int>[] Words = [.. Enum.GetValues<Term>().Select(Meaning)];
    private static readonly TokenListParser<Lexeme, int?>[] PerhapsWords = [.. Words.Select(Maybe)];
    private static readonly TokenListParser<Lexeme, int>[] Signs = [.. ":/.,-".Select(OneSign)];

    /// <summary>One word with this meaning; gives its value.</summary>
    public static TokenListParser<Lexeme, int> Word(Term term) => Words[(int)term];

    public static TokenListParser<Lexeme, int?> Maybe(Term term) => PerhapsWords[(int)term];

    public static TokenListParser<Lexeme, int> Sign(char sign) => Signs[":/.,-".IndexOf(sign, StringComparison.Ordinal)];

    /// <summary>Small words that may stand here and add nothing: at most three, so that "the the the the" stays unread.</summary>
    public static TokenListParser<Lexeme, int> Skip(params ReadOnlySpan<Term> terms)
    {
        var any = Lexeme.Mask(terms);
        return input =>
        {
            var rest = input;
            for (var taken = 0; taken < 3; taken++)
            {
                var next = rest.ConsumeToken();
                if (!next.HasValue || !next.Value.Kind.MeansAny(any))
                {
                    break;
                }

                rest = next.Remainder;
            }

            return TokenListParserResult.Value(0, input, rest);
        };
    }

    /// <summary>A number in figures, of so many figures.</summary>
    public static TokenListParser<Lexeme, int> Figures(int least = 1, int most = int.MaxValue) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && next.Value.Kind.Means(Term.Figures, out var value) && next.Value.Kind.Digits >= least && next.Value.Kind.Digits <= most
            ? TokenListParserResult.Value(value, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };

    /// <summary>Succeeds, and takes nothing, where none of these meanings (and no such sign) comes next.</summary>
    public static TokenListParser<Lexeme, int> NotBefore(string signs, params ReadOnlySpan<Term> terms)
    {
        var any = Lexeme.Mask(terms);
        return input =>
        {
            var next = input.ConsumeToken();
            return next.HasValue
                && (next.Value.Kind.MeansAny(any) || (next.Value.Kind.Means(Term.Sign, out var sign) && signs.Contains((char)sign, StringComparison.Ordinal)))
                ? TokenListParserResult.Empty<Lexeme, int>(input)
                : TokenListParserResult.Value(0, input, input);
        };
    }

    /// <summary>Looks ahead and takes nothing.</summary>
    public static TokenListParser<Lexeme, T> Before<T>(TokenListParser<Lexeme, T> form) => input =>
    {
        var ahead = form(input);
        return ahead.HasValue ? TokenListParserResult.Value(ahead.Value, input, input) : TokenListParserResult.Empty<Lexeme, T>(input);
    };

    public static TokenListParser<Lexeme, int?> Maybe(TokenListParser<Lexeme, int> form) => input =>
    {
        var read = form(input);
        return read.HasValue ? TokenListParserResult.Value((int?)read.Value, input, read.Remainder) : TokenListParserResult.Value((int?)null, input, input);
    };

    public static TokenListParser<Lexeme, T?> Perhaps<T>(TokenListParser<Lexeme, T> form)
        where T : class => input =>
    {
        var read = form(input);
        return read.HasValue ? TokenListParserResult.Value((T?)read.Value, input, read.Remainder) : TokenListParserResult.Value((T?)null, input, input);
    };

    /// <summary>The form that reads furthest; of equals, the one named first.</summary>
    public static TokenListParser<Lexeme, T> OneOf<T>(params TokenListParser<Lexeme, T>[] forms) => input =>
    {
        var best = TokenListParserResult.Empty<Lexeme, T>(input);
        foreach (var form in forms)
        {
            var read = form(input);
            if (read.HasValue && (!best.HasValue || read.Remainder.Position > best.Remainder.Position))
            {
                best = read;
            }
        }

        return best;
    };

    /// <summary>
    /// Two forms in a row. Superpower's own would build the second anew at each reading, so that it may depend on the first;
    /// here none does, and a form is built once.
    /// </summary>
    public static TokenListParser<Lexeme, TResult> SelectMany<T, TNext, TResult>(
        this TokenListParser<Lexeme, T> first, Func<T, TokenListParser<Lexeme, TNext>> next, Func<T, TNext, TResult> select)
    {
        var second = next(default!);
        return input =>
        {
            var one = first(input);
            if (!one.HasValue)
            {
                return TokenListParserResult.Empty<Lexeme, TResult>(input);
            }

            var two = second(one.Remainder);
            return two.HasValue
                ? TokenListParserResult.Value(select(one.Value, two.Value), input, two.Remainder)
                : TokenListParserResult.Empty<Lexeme, TResult>(input);
        };
    }

    public static TokenListParser<Lexeme, TNext> IgnoreThen<T, TNext>(this TokenListParser<Lexeme, T> first, TokenListParser<Lexeme, TNext> second) =>
        from one in first
        from two in second
        select two;

    private static TokenListParser<Lexeme, int> Meaning(Term term) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && next.Value.Kind.Means(term, out var value)
            ? TokenListParserResult.Value(value, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };

    private static TokenListParser<Lexeme, int> OneSign(char sign) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && next.Value.Kind.Means(Term.Sign, out var value) && value == sign
            ? TokenListParserResult.Value(value, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };
}

/// <summary>Words of one unit; noon, which is a part of the day and an hour; one, however it is said.</summary>
internal static class The
{
    public static readonly TokenListParser<Lexeme, int> Minute = Unit(Dates.Unit.Minute);
    public static readonly TokenListParser<Lexeme, int> Hour = Unit(Dates.Unit.Hour);
    public static readonly TokenListParser<Lexeme, int> Day = Unit(Dates.Unit.Day);
    public static readonly TokenListParser<Lexeme, int> Week = Unit(Dates.Unit.Week);
    public static readonly TokenListParser<Lexeme, int> Month = Unit(Dates.Unit.Month);
    public static readonly TokenListParser<Lexeme, int> Year = Unit(Dates.Unit.Year);
    public static readonly TokenListParser<Lexeme, int> Noon = Grammar.Word(Term.Part).Where(part => part == (int)Part.Noon);
    public static readonly TokenListParser<Lexeme, int> One = Grammar.OneOf(Grammar.Word(Term.One).Value(1), Grammar.Word(Term.Number).Where(number => number == 1));
    public static readonly TokenListParser<Lexeme, int> OneOrFigure = Grammar.OneOf(One, Grammar.Figures(1, 1).Where(number => number == 1));
    public static readonly TokenListParser<Lexeme, int> Minus = Grammar.OneOf(Grammar.Sign('-'), Grammar.Word(Term.Minus));

    private static TokenListParser<Lexeme, int> Unit(Unit unit) => Grammar.Word(Term.Unit).Where(said => said == (int)unit);
}
