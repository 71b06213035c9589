using Unisson.Bot.Commons;

namespace Unisson.Bot.Missions;

/// <summary>The words of a title, in all their forms. Numbers are compared apart: lot 1 and lot 2 are two orders.</summary>
internal sealed class OrderTitle
{
    private const double Like = 0.6, Same = 0.85;

    private readonly List<Word> _words;
    private readonly HashSet<string> _numbers;

    public OrderTitle(string title)
    {
        var words = TellingWords.Of(title, int.MaxValue);
        _numbers = [.. words.Where(w => w.All(char.IsAsciiDigit)).Select(w => w.TrimStart('0'))];
        _words = words.FindAll(w => !w.All(char.IsAsciiDigit)).ConvertAll(w => new Word(w, new HashSet<string>(Stems.Of(w).Append(w), StringComparer.Ordinal)));
    }

    /// <param name="Forms">The word and its stems.</param>
    private sealed record Word(string Folded, HashSet<string> Forms)
    {
        public bool IsFormOf(Word other) => Forms.Overlaps(other.Forms) || Slips.IsNear(Folded, other.Folded);
    }

    /// <summary>Most words are shared, or all of the shorter where these are two at least.</summary>
    public bool IsLike(OrderTitle other)
    {
        var shared = SharedWith(other);
        return HasNumbersOf(other) && (Part(other, shared) >= Like || (shared > 1 && shared == Math.Min(_words.Count, other._words.Count)));
    }

    /// <summary>Nearly all words are shared, two at least.</summary>
    public bool IsSame(OrderTitle other)
    {
        var shared = SharedWith(other);
        return HasNumbersOf(other) && shared > 1 && Part(other, shared) >= Same;
    }

    /// <summary>Where one gives no number, it may be any.</summary>
    private bool HasNumbersOf(OrderTitle other) => _numbers.Count == 0 || other._numbers.Count == 0 || _numbers.SetEquals(other._numbers);

    private int SharedWith(OrderTitle other) => Math.Min(_words.Count(w => other._words.Exists(w.IsFormOf)), other._words.Count(w => _words.Exists(w.IsFormOf)));

    private double Part(OrderTitle other, int shared) => _words.Count + other._words.Count == 0 ? 0 : 2.0 * shared / (_words.Count + other._words.Count);
}
