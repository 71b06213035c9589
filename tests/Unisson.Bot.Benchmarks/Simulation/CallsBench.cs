using System.Globalization;
using System.Text.Json;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>Simulates years of calls in communities, with the product's plan and with what it is compared to.</summary>
internal static class CallsBench
{
    private const int Wrong = 1, Usage = 64;

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>The exit code: 0, 1 when golden totals were missed, 64 when an option is wrong or a file is out of reach.</returns>
    public static int Run(Action<string> print, ReadOnlySpan<string> args)
    {
        try
        {
            return args is ["golden", .. var rest] ? RunGolden(print, rest) : RunScenarios(print, args);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            print(e.Message);
            return Usage;
        }
    }

    private static int RunScenarios(Action<string> print, ReadOnlySpan<string> args)
    {
        var (options, wrong) = CallsOptions.Read(args);
        if (wrong is not null)
        {
            print(wrong);
            return Usage;
        }

        var results = Simulate(options);
        print("| scenario | policy | " + string.Join(" | ", Outcome.Figures.Select(static f => f.Name)) + " |");
        print("|---|---|" + string.Concat(Outcome.Figures.Select(static _ => "---|")));
        foreach (var (scenario, policy, figures) in from s in results from p in s.Value select (s.Key, p.Key, p.Value))
        {
            print($"| {scenario} | {policy} | {string.Join(" | ", figures.Values.Select(static i => string.Create(CultureInfo.InvariantCulture, $"{i.Mean:F3} ± {i.Ci:F3}")))} |");
        }

        if (options.Json is { } path)
        {
            // One scenario needs no level of its own.
            File.WriteAllText(path, results.Count == 1 ? JsonSerializer.Serialize(results.Values.First(), Web) : JsonSerializer.Serialize(results, Web));
        }

        return 0;
    }

    private static int RunGolden(Action<string> print, ReadOnlySpan<string> args)
    {
        if (args is not ([] or ["--file", _]))
        {
            print("calls golden takes --file PATH and nothing else.");
            return Usage;
        }

        var lines = Golden.Lines().ToList();
        lines.ForEach(print);
        if (args is not [_, var path])
        {
            return 0;
        }

        var missed = Golden.Missed(lines, File.ReadAllLines(path));
        missed.ForEach(print);
        print(missed.Count == 0 ? "All golden totals are met within 0.5 %." : $"{missed.Count} golden lines are missed.");
        return missed.Count == 0 ? 0 : Wrong;
    }

    /// <summary>By scenario, policy and figure.</summary>
    private static Dictionary<string, Dictionary<string, Dictionary<string, Interval>>> Simulate(CallsOptions options)
    {
        var runs = options.Scenarios.SelectMany(s => options.Seeds.Select(seed => (Scenario: s, Seed: seed))).ToArray();
        var outcomes = new Outcome[runs.Length][];
        Parallel.For(0, runs.Length, i =>
        {
            var world = new World(options.Of(runs[i].Scenario), runs[i].Seed);
            outcomes[i] = [.. options.Policies.Select(p => Simulation.Run.Of(world, Policies.Known[p](options.Figures)))];
        });
        return runs.Zip(outcomes).GroupBy(static r => r.First.Scenario).ToDictionary(
            static g => g.Key,
            g => options.Policies.Select((name, i) => (name, Seeds: g.Select(r => r.Second[i]).ToList())).ToDictionary(
                static p => p.name,
                static p => Outcome.Figures.ToDictionary(static f => f.Name, f => Interval.Of(p.Seeds.ConvertAll(o => f.Of(o))))));
    }
}
