using System.Runtime.InteropServices;

namespace Unisson.Bot.Dates.Words;

[StructLayout(LayoutKind.Auto)]
internal readonly record struct Sense(Term Term, int Value);

/// <summary>A word, a run of figures or a sign, with everything it can mean.</summary>
internal sealed class Lexeme(Sense[] senses)
{
    /// <summary>Larger numbers are cut to this: still too large for anything here, and safe to reckon with.</summary>
    public const long TooLarge = 1_000_000_000_000;

    public static Lexeme Unknown { get; } = new([]);

    private readonly ulong _meanings = Mask([.. senses.Select(sense => sense.Term)]);

    /// <summary>Of figures only.</summary>
    public long Value { get; private init; }

    /// <summary>How many figures, zeros in front included.</summary>
    public int Digits { get; private init; }

    public bool LeadingZero { get; private init; }

    /// <summary>A blank stands before these figures.</summary>
    public bool Apart { get; private init; }

    public static Lexeme Figures(ReadOnlySpan<char> digits, bool apart)
    {
        long value = 0;
        foreach (var digit in digits)
        {
            value = Math.Min(TooLarge, (value * 10) + (digit - '0'));
        }

        return new([new(Term.Figures, (int)Math.Min(value, int.MaxValue))])
        {
            Value = value,
            Digits = digits.Length,
            LeadingZero = digits[0] == '0' && digits.Length > 1,
            Apart = apart,
        };
    }

    /// <summary>One bit a term: there are no more than 64.</summary>
    public static ulong Mask(ReadOnlySpan<Term> terms)
    {
        var mask = 0ul;
        foreach (var term in terms)
        {
            mask |= 1ul << (int)term;
        }

        return mask;
    }

    public bool Means(Term term, out int value)
    {
        if (!Means(term))
        {
            value = 0;
            return false;
        }

        foreach (var sense in senses)
        {
            if (sense.Term == term)
            {
                value = sense.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    public bool Means(Term term) => MeansAny(1ul << (int)term);

    public bool MeansAny(ulong mask) => (_meanings & mask) != 0;
}
