namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>Policies by the names of the command line.</summary>
internal static class Policies
{
    public static IReadOnlyDictionary<string, Func<PolicyFigures, Policy>> Known { get; } = new Dictionary<string, Func<PolicyFigures, Policy>>
    {
        ["topup"] = static f => new TopUp(new Offers(f.Offers), f.Cut),
        ["lrc"] = static _ => new LeastRecentlyCalled(),
        ["everyone"] = static _ => new Everyone(),
        ["everyone_ok"] = static _ => new EveryoneAllowed(),
        ["clairvoyant"] = static _ => new Clairvoyant(),
    };
}

/// <summary>What can be varied of topup.</summary>
/// <param name="Offers">Share of pairs of a person and a mission whose answer is told beforehand, 0 to 1.</param>
/// <param name="Cut">How many of the longest rested a plan looks at; null = all.</param>
internal readonly record struct PolicyFigures(double Offers, int? Cut);
