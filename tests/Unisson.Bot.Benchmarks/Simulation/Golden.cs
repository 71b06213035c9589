using System.Globalization;
using System.Text.RegularExpressions;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>Small values that every port of the model must meet, written as the reference writes them.</summary>
internal static partial class Golden
{
    private const double Tolerance = 0.005;

    public static IEnumerable<string> Lines()
    {
        var world = new World(Scenario.Known["base"], seed: 1);
        var key = Draws.Key(1, 2, 3);
        yield return Text($"mix(0) = {Draws.Mix(0):x16}  mix(1) = {Draws.Mix(1):x16}  key(1,2,3) = {key:x16}  uni(key(1,2,3)) = {Draws.Uniform(key):G17}");
        yield return Text($"base seed 1: missions {world.Missions.Count}, first three [{string.Join(", ", world.Missions.Take(3).Select(Tuple))}]");
        yield return Text($"person 0: levels [{string.Join(", ", Enumerable.Range(0, 6).Select(c => world.LevelOf(0, c)))}] cap {world.Capacity[0]:0.0###} acc {world.Willing[0]} delay {world.Delay[0]:0.0###} windows [{string.Join(", ", Enumerable.Range(0, 21).Where(s => (world.Windows[0] >> s & 1) != 0))}] pauses [{string.Join(", ", world.Pauses[0].Select(static p => Text($"({p.From}, {p.Until})")))}]");
        foreach (var scenario in new[] { "base", "scarce", "busy" })
        {
            foreach (var policy in new[] { "everyone", "everyone_ok", "lrc", "topup", "clairvoyant" })
            {
                yield return Row(scenario, policy);
            }

            yield return Text($"{scenario,-7} seed 1 upper bound {Foresight.UpperBound(new World(Scenario.Known[scenario], seed: 1)):F6}");
        }
    }

    /// <summary>The totals of one run with seed 1.</summary>
    public static string Row(string scenario, string policy)
    {
        var run = Run.Of(new World(Scenario.Known[scenario], seed: 1), Policies.Known[policy](default));
        return Text($"{scenario,-7} seed 1 {policy,-12} places {run.Places} notifications {run.Asks} filled {run.Filled} wasted {run.Wasted} over {run.OverCapacity}");
    }

    /// <summary>
    /// One sentence for each line whose words or numbers differ. Totals of runs may be off by 0.5 %, because libraries differ in the last
    /// bit of exp and log; what is drawn and not summed may not.
    /// </summary>
    public static List<string> Missed(IReadOnlyList<string> ours, IReadOnlyList<string> golden)
        => [.. golden.Select((line, i) => (Golden: line, Ours: i < ours.Count ? ours[i] : "nothing")).Where(static l => !Same(l.Ours, l.Golden)).Select(static l => $"Expected {l.Golden}, got {l.Ours}")];

    private static bool Same(string ours, string golden)
    {
        if (!golden.Contains(" seed 1 ", StringComparison.Ordinal))
        {
            return ours == golden;
        }

        var (a, b) = (Numbers().Matches(ours), Numbers().Matches(golden));
        return Numbers().Replace(ours, "#") == Numbers().Replace(golden, "#") && a.Zip(b).All(static n => Near(n.First.Value, n.Second.Value));
    }

    private static bool Near(string ours, string golden)
    {
        var (a, b) = (double.Parse(ours, CultureInfo.InvariantCulture), double.Parse(golden, CultureInfo.InvariantCulture));
        return Math.Abs(a - b) <= Tolerance * b;
    }

    private static string Tuple(Mission m) => Text($"({m.Opens}, {m.Common}, {m.Least}, {m.Places}, {m.Hours}, {m.Deadline}, {m.Slot}, {m.Month})");

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers();
}
