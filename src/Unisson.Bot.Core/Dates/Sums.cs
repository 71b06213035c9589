using Superpower;
using Superpower.Model;
using Unisson.Bot.Dates.Words;
using Unisson.Bot.Kernel;
using static Unisson.Bot.Dates.Grammar;

namespace Unisson.Bot.Dates;

/// <summary>A number as people write sums, with its groups and what parts them; which sign is the decimal one, the language says.</summary>
internal sealed record Sum(decimal Whole, IReadOnlyList<Lexeme>? Groups, string Signs = "", bool Thousands = false)
{
    public bool IsEuro { get; private init; }

    public bool Negative { get; init; }

    private int? CentsSaid { get; init; }

    public Sum With(int euro, int? cents = null) => this with { IsEuro = euro == 1, CentsSaid = cents };

    public Reading<long> Cents(Language language) => Number(language).Then<long>(number =>
    {
        var cents = (number * (Thousands ? 1000 : 1) * 100) + (CentsSaid ?? 0);
        var twice = CentsSaid is not null && !decimal.IsInteger(number);
        return cents > Lexeme.TooLarge || !decimal.IsInteger(cents) || twice || (CentsSaid > 99 && Whole > 0) ? Reason.Impossible : (long)cents;
    });

    /// <summary>1 200,50 · 1.200,50 · 1,200.50 · 12,5. One sign and three figures after it has two readings, save for the English comma.</summary>
    private Reading<decimal> Number(Language language)
    {
        if (Groups is null)
        {
            return Whole;
        }

        if (Signs.Length == 0 || Signs[^1] == ' ')
        {
            return AreGroups(Groups, Signs) ? Join(Groups) : Reason.Nonsense;
        }

        var grouped = AreGroups(Groups, Signs) && Signs.All(sign => sign == Signs[0]) ? Join(Groups) : (decimal?)null;
        var whole = Groups.Take(Groups.Count - 1).ToArray();
        var isDecimal = AreGroups(whole, Signs[..^1]) && !Signs[..^1].Contains(Signs[^1], StringComparison.Ordinal);
        var asDecimal = isDecimal ? Join(whole) + Part(Groups[^1]) : (decimal?)null;
        return (grouped, asDecimal) switch
        {
            ({ } thousands, { }) when language == Language.English && Signs[^1] == ',' => thousands,
            ({ } thousands, { } fraction) => decimal.IsInteger(fraction * 100) ? TwoReadings.Of(thousands, fraction) : Reason.Impossible,
            ({ } thousands, null) => thousands,
            (null, { } fraction) => fraction,
            _ => Reason.Nonsense,
        };
    }

    private static bool AreGroups(IReadOnlyList<Lexeme> groups, string signs) =>
        groups.Count == 1
        || (groups[0].Digits <= 3 && !groups[0].LeadingZero && groups[0].Value > 0 && groups.Skip(1).All(group => group.Digits == 3) && signs.All(sign => sign == signs[0]));

    private static decimal Join(IEnumerable<Lexeme> groups) =>
        groups.Aggregate(0m, (sum, group) => Math.Min(Lexeme.TooLarge, (sum * 1000) + group.Value));

    private static decimal Part(Lexeme figures)
    {
        decimal part = figures.Value;
        for (var i = 0; i < Math.Min(figures.Digits, 12); i++)
        {
            part /= 10;
        }

        return part;
    }
}

/// <summary>Numbers of money: 120, 1 200,50, 1,200.50, 2,5k, deux cents.</summary>
internal static class Sums
{
    private static readonly TokenListParser<Lexeme, Sum> Grouped = Groups();

    public static readonly TokenListParser<Lexeme, Sum> Number = OneOf(
        from sum in Grouped
        from k in Maybe(Term.Kilo)
        select sum with { Thousands = k is not null },
        from a in Skip(Term.One)
        from number in Numbers.Cardinal
        select new Sum(number, null));

    private static TokenListParser<Lexeme, Sum> Groups() => input =>
    {
        var groups = new List<Lexeme>();
        var signs = string.Empty;
        var rest = input;
        while (true)
        {
            var next = rest.ConsumeToken();
            var sign = ' ';
            if (groups.Count > 0 && next.HasValue && next.Value.Kind.Means(Term.Sign, out var said) && (char)said is '.' or ',')
            {
                sign = (char)said;
                next = next.Remainder.ConsumeToken();
            }

            if (!next.HasValue || !next.Value.Kind.Means(Term.Figures) || (groups.Count > 0 && next.Value.Kind.Apart != (sign == ' ')))
            {
                break;
            }

            signs += groups.Count > 0 ? sign : string.Empty;
            groups.Add(next.Value.Kind);
            rest = next.Remainder;
        }

        return groups.Count == 0
            ? TokenListParserResult.Empty<Lexeme, Sum>(input)
            : TokenListParserResult.Value(new Sum(groups[0].Value, groups, signs), input, rest);
    };
}
