using System.Globalization;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What to simulate, as typed.</summary>
internal sealed record CallsOptions
{
    public IReadOnlyList<string> Scenarios { get; private set; } = ["base"];

    public IReadOnlyList<string> Policies { get; private set; } = [.. Simulation.Policies.Known.Keys];

    public IReadOnlyList<int> Seeds { get; private set; } = [.. Enumerable.Range(1, 12)];

    public PolicyFigures Figures { get; private set; }

    public string? Json { get; private set; }

    private List<(Parameter Parameter, double Value)> Changes { get; } = [];

    /// <summary>A scenario with what was set otherwise.</summary>
    public Scenario Of(string name) => Changes.Aggregate(Scenario.Known[name], static (s, c) => c.Parameter.Set(s, c.Value));

    /// <returns>The options, or one sentence that says what is wrong with them.</returns>
    public static (CallsOptions Options, string? Wrong) Read(ReadOnlySpan<string> args)
    {
        var options = new CallsOptions();
        var name = "";
        foreach (var arg in args)
        {
            if (arg.StartsWith("--", StringComparison.Ordinal))
            {
                name = arg;
            }
            else if (options.Take(name, arg) is { } wrong)
            {
                return (options, wrong);
            }
            else if (name != "--set")
            {
                name = "";
            }
        }

        return (options, args is [.., var last] && last.StartsWith("--", StringComparison.Ordinal) ? $"{last} needs a value." : null);
    }

    private string? Take(string name, string value)
    {
        switch (name)
        {
            case "--scenario":
                Scenarios = value == "all" ? [.. Scenario.Known.Keys] : [.. value.Split(',').Distinct(StringComparer.Ordinal)];
                return Unknown("scenario", Scenarios, Scenario.Known.Keys);
            case "--policies":
                Policies = [.. value.Split(',').Distinct(StringComparer.Ordinal)];
                return Unknown("policy", Policies, Simulation.Policies.Known.Keys);
            case "--seeds":
                return (Seeds = ReadSeeds(value)) is [] ? $"Seeds are written 1-12 or 7, not \"{value}\"." : null;
            case "--offers":
                Figures = Figures with { Offers = Number(value) };
                return Figures.Offers is >= 0 and <= 1 ? null : $"--offers takes a share from 0 to 1, not \"{value}\".";
            case "--cut":
                Figures = Figures with { Cut = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var cut) ? cut : 0 };
                return Figures.Cut > 0 ? null : $"--cut takes a number of people, not \"{value}\".";
            case "--json":
                Json = value;
                return null;
            case "--set":
                return Set(value);
            default:
                return $"\"{(name.Length > 0 ? name : value)}\" is no option of calls: --scenario, --policies, --seeds, --set, --offers, --cut, --json.";
        }
    }

    private string? Set(string change)
    {
        var (name, value) = change.Split('=', 2) is [var left, var right] ? (left, right) : (change, "");
        if (!Scenario.Parameters.TryGetValue(name, out var parameter))
        {
            return Unknown("parameter", [name], Scenario.Parameters.Keys);
        }

        var number = Number(value);
        Changes.Add((parameter, number));
        return parameter.Takes(number) ? null : string.Create(CultureInfo.InvariantCulture, $"{name} is {(parameter.Whole ? "a whole number" : "a number")} from {parameter.Least} to {parameter.Most}, not \"{value}\".");
    }

    private static string? Unknown(string kind, IReadOnlyList<string> names, IEnumerable<string> known)
        => names.FirstOrDefault(n => !known.Contains(n, StringComparer.Ordinal)) is { } name ? $"\"{name}\" is no {kind}: {string.Join(", ", known)}." : null;

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    private static List<int> ReadSeeds(string text)
    {
        var ends = Array.ConvertAll(text.Split('-'), static end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : -1);
        return ends is [>= 0] or [>= 0, >= 0] && ends[^1] - ends[0] is >= 0 and < 100_000 ? [.. Enumerable.Range(ends[0], ends[^1] - ends[0] + 1)] : [];
    }
}
