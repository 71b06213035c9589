using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>Numbers: 15, fifteen, vingt et un, 2,5, 1/2, 1 1/2.</summary>
internal static class Numbers
{
    public static readonly TokenListParser<Lexeme, int> Cardinal = OneOf(Figures(), Words());

    /// <summary>2,5 and 2.5: in a length both are decimals, in either language.</summary>
    private static readonly TokenListParser<Lexeme, decimal> Decimal =
        from whole in Figures(most: 9)
        from point in OneOf(Sign(','), Sign('.'))
        from part in DecimalPart()
        select whole + part;

    /// <summary>1/2 · 3/4</summary>
    public static readonly TokenListParser<Lexeme, decimal> Fraction =
        from above in Figures(1, 2)
        from stroke in Sign('/')
        from below in Figures(1, 1).Where(below => below is >= 2 and <= 8)
        select (decimal)above / below;

    private static readonly TokenListParser<Lexeme, decimal> Mixed =
        from whole in Figures(1, 4)
        from part in Fraction
        select whole + part;

    private static readonly TokenListParser<Lexeme, decimal> AndAHalf =
        from whole in Cardinal
        from and in Word(Term.And)
        from one in Skip(Term.One, Term.Number)
        from half in Word(Term.Half)
        select whole + 0.5m;

    /// <summary>How many: a number, a decimal, a fraction, a, an.</summary>
    public static readonly TokenListParser<Lexeme, decimal> Quantity = OneOf(
        Cardinal.Select(number => (decimal)number),
        Decimal,
        Fraction,
        Mixed,
        AndAHalf,
        Word(Term.One).Value(1m));

    private static TokenListParser<Lexeme, decimal> DecimalPart() => input =>
    {
        var next = input.ConsumeToken();
        if (!next.HasValue || !next.Value.Kind.Means(Term.Figures) || next.Value.Kind.Digits > 6)
        {
            return TokenListParserResult.Empty<Lexeme, decimal>(input);
        }

        decimal part = next.Value.Kind.Value;
        for (var i = 0; i < next.Value.Kind.Digits; i++)
        {
            part /= 10;
        }

        return TokenListParserResult.Value(part, input, next.Remainder);
    };

    private static TokenListParser<Lexeme, int> Words() => input =>
    {
        var rest = input;
        int thousands = 0, below = 0, words = 0;
        while (true)
        {
            var next = rest.ConsumeToken();
            var after = next.HasValue && words > 0 && below >= 20 && next.Value.Kind.Means(Term.And) ? next.Remainder.ConsumeToken() : next;
            if (!after.HasValue || !Grow(after.Value.Kind, first: words == 0, ref thousands, ref below))
            {
                break;
            }

            rest = after.Remainder;
            words++;
        }

        return words == 0 ? TokenListParserResult.Empty<Lexeme, int>(input) : TokenListParserResult.Value(thousands + below, input, rest);
    };

    /// <summary>Takes the next word in where the numbers of French and English let it follow.</summary>
    private static bool Grow(Lexeme word, bool first, ref int thousands, ref int below)
    {
        if (word.Means(Term.Number, out var value))
        {
            // Ten and units make French 17 to 19; 60 and 80 take 10 to 16 as well.
            var lastTwo = below % 100;
            var fits = first
                || (below == 0 && thousands > 0)
                || (lastTwo == 0 && below > 0 && value > 0)
                || (lastTwo is >= 20 and <= 90 && lastTwo % 10 == 0 && value is > 0 and < 10)
                || (lastTwo is 60 or 80 && value is >= 10 and <= 16)
                || (lastTwo is 10 or 70 or 90 && value is >= 7 and <= 9);
            if (lastTwo == 4 && value == 20)
            {
                below += 76;
                return true;
            }

            below += fits ? value : 0;
            return fits;
        }

        if (word.Means(Term.Hundred) && below < 10)
        {
            below = Math.Max(below, 1) * 100;
            return true;
        }

        if (word.Means(Term.Thousand) && thousands == 0 && below < 1000)
        {
            thousands = Math.Max(below, 1) * 1000;
            below = 0;
            return true;
        }

        return false;
    }
}
