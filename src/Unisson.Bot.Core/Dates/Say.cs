using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;

namespace Unisson.Bot.Dates;

/// <summary>The few ways in which the grammar puts words together. All of them give back what they took when they fail.</summary>
internal static class Say
{
    /// <summary>One word with this meaning; gives its value.</summary>
    public static TokenListParser<Lexeme, int> Word(Term term) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && next.Value.Kind.Means(term, out var value)
            ? TokenListParserResult.Value(value, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };

    public static TokenListParser<Lexeme, int> Sign(char sign) => Word(Term.Sign).Where(value => value == sign).Try();

    public static TokenListParser<Lexeme, int> AnyOf(params Term[] terms) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && Array.Exists(terms, next.Value.Kind.Means)
            ? TokenListParserResult.Value(0, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };

    /// <summary>Small words that may stand here and add nothing: at most three, so that "the the the the" stays unread.</summary>
    public static TokenListParser<Lexeme, int> Skip(params Term[] terms) => input =>
    {
        var rest = input;
        for (var taken = 0; taken < 3; taken++)
        {
            var next = rest.ConsumeToken();
            if (!next.HasValue || !Array.Exists(terms, next.Value.Kind.Means))
            {
                break;
            }

            rest = next.Remainder;
        }

        return TokenListParserResult.Value(0, input, rest);
    };

    /// <summary>A number in figures, of so many figures.</summary>
    public static TokenListParser<Lexeme, int> Figures(int least = 1, int most = int.MaxValue) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue && next.Value.Kind.Means(Term.Figures, out var value) && next.Value.Kind.Digits >= least && next.Value.Kind.Digits <= most
            ? TokenListParserResult.Value(value, input, next.Remainder)
            : TokenListParserResult.Empty<Lexeme, int>(input);
    };

    /// <summary>Succeeds, and takes nothing, where none of these meanings (and no such sign) comes next.</summary>
    public static TokenListParser<Lexeme, int> NotBefore(string signs, params Term[] terms) => input =>
    {
        var next = input.ConsumeToken();
        return next.HasValue
            && (Array.Exists(terms, next.Value.Kind.Means) || (next.Value.Kind.Means(Term.Sign, out var sign) && signs.Contains((char)sign, StringComparison.Ordinal)))
            ? TokenListParserResult.Empty<Lexeme, int>(input)
            : TokenListParserResult.Value(0, input, input);
    };

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

    public static TokenListParser<Lexeme, int?> Maybe(Term term) => Maybe(Word(term));

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
}
