using System.Text.RegularExpressions;
using F23.StringSimilarity;

namespace Unisson.Bot.Missions;

/// <summary>
/// The sponsor's own reference of an order: its runs of letters and of digits. Digits are never read as a slip, since the next number is the next
/// order; one letter is, where there are enough of them, and so are zeros before a number.
/// </summary>
internal sealed partial class OrderReference
{
    private const int Shortest = 2, ShortestAlone = 8, ShortestMended = 5;

    /// <summary>What people write where there is none.</summary>
    private static readonly HashSet<string> Nothing = new(
        ["aucun", "aucune", "neant", "sans", "sansobjet", "inconnue", "inconnu", "adefinir", "avenir", "nc", "na", "none", "nothing", "unknown", "tbd", "tba"], StringComparer.Ordinal);

    private static readonly OptimalStringAlignment Distance = new();

    private readonly string _whole, _letters, _digits;

    private OrderReference(string whole, string numbers)
        => (_whole, _letters, _digits) = (whole, string.Concat(whole.Where(char.IsAsciiLetter)), numbers);

    /// <summary>Long enough to be nobody else's.</summary>
    public bool TellsAlone => _whole.Length >= ShortestAlone;

    /// <summary>Null where nothing is said, or nothing that tells one order from another.</summary>
    public static OrderReference? Of(string? text)
    {
        var folded = Label().Replace(Fold.Of(text ?? ""), "");
        var whole = NoSign().Replace(folded, "");
        var numbers = string.Join(' ', Digits().Matches(folded).Select(m => m.Value.TrimStart('0')));
        return whole.Length < Shortest || Nothing.Contains(whole) || (numbers.Length == 0 && whole.Length < ShortestMended) ? null : new(whole, numbers);
    }

    public bool IsSame(OrderReference other) => _whole == other._whole
        || (_digits == other._digits && (_letters == other._letters
            || (Math.Min(_letters.Length, other._letters.Length) >= ShortestMended && Distance.Distance(_letters, other._letters) <= 1)));

    [GeneratedRegex("^(?:reference|ref|numero|no|n)\\b[^a-z0-9]*(?=.*[0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Label();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NoSign();

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Digits();
}
