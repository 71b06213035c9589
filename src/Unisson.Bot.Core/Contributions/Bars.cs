namespace Unisson.Bot.Contributions;

/// <summary>
/// Bars of text, the longest first in width: each begins its line, so that they compare in any font, and its number and name follow it, so
/// that nothing is said by a bar alone. A bar and its name take 30 columns at most.
/// </summary>
internal static class Bars
{
    private const int Widest = 10, LongestName = 20, Parts = 8;

    private const string Eighths = "▏▎▍▌▋▊▉█";

    /// <param name="sums">By name; what came to nothing is left out.</param>
    /// <param name="spoken">The sum in words.</param>
    public static IEnumerable<string> Of(IEnumerable<(string Name, long Sum)> sums, Func<long, string> spoken)
    {
        List<(string Name, long Sum)> shown = [.. sums.Where(s => s.Sum > 0)];
        var most = shown.Count == 0 ? 0 : shown.Max(s => s.Sum);
        return shown.Select(s => $"{Bar(s.Sum, most)} {spoken(s.Sum)}, {s.Name.Cut(LongestName)}");
    }

    /// <summary>As long as its share of the longest, to the eighth of a column, and never nothing.</summary>
    private static string Bar(long sum, long most)
    {
        var eighths = Math.Max(1, (int)Math.Round((double)sum * Widest * Parts / most));
        var (full, rest) = Math.DivRem(eighths, Parts);
        return new string(Eighths[^1], full) + (rest == 0 ? "" : Eighths[rest - 1]);
    }
}
