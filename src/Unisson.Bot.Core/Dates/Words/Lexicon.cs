using System.Runtime.InteropServices;
using Superpower.Model;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates.Words;

/// <summary>Turns a folded phrase into lexemes, by the words of one language or of both.</summary>
internal sealed class Lexicon
{
    private const int LongestEntry = 4;

    private static readonly ulong AnyWeekday = Lexeme.Mask([Term.Weekday, Term.Weekdays]);

    private static readonly Lazy<Lexicon> French = new(() => new([FrenchWords.All()]));
    private static readonly Lazy<Lexicon> English = new(() => new([EnglishWords.All()]));
    private static readonly Lazy<Lexicon> Both = new(() => new([FrenchWords.All(), EnglishWords.All()]));

    private readonly Dictionary<string, Lexeme> _entries;
    private readonly Dictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> _find;

    private Lexicon(IEnumerable<IEnumerable<Entry>> languages)
    {
        _entries = languages
            .SelectMany(entries => entries)
            .SelectMany(entry => entry.Words.Split(", ").Select(word => (Word: word, Sense: new Sense(entry.Term, entry.Value))))
            .GroupBy(pair => pair.Word, pair => pair.Sense, StringComparer.Ordinal)
            .ToDictionary(senses => senses.Key, senses => new Lexeme([.. senses.Distinct()]), StringComparer.Ordinal);
        _find = _entries.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static Lexicon Of(Language language) => (language == Language.French ? French : English).Value;

    public static Lexicon OfBoth() => Both.Value;

    public TokenList<Lexeme> Read(string folded)
    {
        var tokens = new List<Token<Lexeme>>();
        var text = new TextSpan(folded);
        var joined = folded;
        folded = folded.Replace(Folding.Joint, ' ');
        for (var i = 0; i < folded.Length;)
        {
            if (joined[i] == Folding.Joint && tokens[^1].Kind.MeansAny(AnyWeekday)
                && Name(folded, i + 1, Run(folded, i + 1, char.IsLetter)).MeansAny(AnyWeekday))
            {
                tokens.Add(new(new([new(Term.Sign, '-')]), text));
            }

            if (folded[i] == ' ')
            {
                i++;
                continue;
            }

            var length = char.IsAsciiDigit(folded[i]) ? Run(folded, i, char.IsAsciiDigit)
                : char.IsLetter(folded[i]) ? LongestWords(folded, i)
                : 1;
            tokens.Add(new(Name(folded, i, length), text));
            i += length;
        }

        return new([.. tokens]);
    }

    private Lexeme Name(string folded, int start, int length)
    {
        if (char.IsAsciiDigit(folded[start]))
        {
            return Lexeme.Figures(folded.AsSpan(start, length), apart: start > 0 && folded[start - 1] == ' ');
        }

        if (_find.TryGetValue(folded.AsSpan(start, length), out var known))
        {
            return known;
        }

        return char.IsLetter(folded[start]) ? Lexeme.Unknown : new([new(Term.Sign, folded[start])]);
    }

    /// <summary>The longest entry that starts here, else the single word.</summary>
    private int LongestWords(string folded, int start)
    {
        var single = Run(folded, start, char.IsLetter);
        var best = single;
        var end = start + single;
        for (var words = 2; words <= LongestEntry && end + 1 < folded.Length && folded[end] == ' ' && char.IsLetter(folded[end + 1]); words++)
        {
            end += 1 + Run(folded, end + 1, char.IsLetter);
            best = _find.ContainsKey(folded.AsSpan(start, end - start)) ? end - start : best;
        }

        return best;
    }

    private static int Run(string text, int start, Func<char, bool> belongs)
    {
        var end = start + 1;
        while (end < text.Length && belongs(text[end]))
        {
            end++;
        }

        return end - start;
    }
}

/// <summary>Words (parted by ", ", folded) that share a meaning.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Entry(string Words, Term Term, int Value = 0);
