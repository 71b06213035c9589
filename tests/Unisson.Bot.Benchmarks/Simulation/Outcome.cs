namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What came of one run. Shares are 0 to 1.</summary>
internal sealed record Outcome
{
    public required int Places { get; init; }

    public required int Filled { get; init; }

    /// <summary>Share of the places of six-hour missions; 1 when there were none.</summary>
    public required double UrgentFill { get; init; }

    /// <summary>How unevenly hours are shared among people with any experience: 0 = all give the same part of what they offer.</summary>
    public required double Gini { get; init; }

    public int Asks { get; init; }

    /// <summary>Asks beyond the hours that somebody gives.</summary>
    public int OverCapacity { get; init; }

    /// <summary>Yeses that came when the places were taken.</summary>
    public int Wasted { get; init; }

    /// <summary>Share of people lost for good.</summary>
    public double Burn { get; init; }

    public double Fill => Places == 0 ? 1 : (double)Filled / Places;

    public double AsksForEachPlace => (double)Asks / Math.Max(1, Filled);

    /// <summary>By the names of the report.</summary>
    public static IReadOnlyList<(string Name, Func<Outcome, double> Of)> Figures { get; } =
    [
        ("fill", static o => o.Fill), ("ufill", static o => o.UrgentFill), ("npp", static o => o.AsksForEachPlace),
        ("over", static o => o.OverCapacity), ("burn", static o => o.Burn), ("gini", static o => o.Gini),
    ];

    public static Outcome Of(World world, IReadOnlyList<RunningCall> calls, Books books)
    {
        var urgent = calls.Where(static c => c.Mission.IsUrgent).ToList();
        var urgentPlaces = urgent.Sum(static c => c.Mission.Places);
        var known = Enumerable.Range(0, world.Scenario.People).Where(p => Enumerable.Range(0, world.Scenario.Commons).Any(c => world.LevelOf(p, c) > 0));
        return new Outcome
        {
            Places = calls.Sum(static c => c.Mission.Places),
            Filled = calls.Sum(static c => c.Filled),
            UrgentFill = urgentPlaces == 0 ? 1 : (double)urgent.Sum(static c => c.Filled) / urgentPlaces,
            Gini = GiniOf([.. known.Select(books.Load).Order()]),
        };
    }

    private static double GiniOf(double[] sorted)
    {
        var (count, sum) = (sorted.Length, sorted.Sum());
        return sum == 0 ? 0 : sorted.Select((x, i) => (2 * (i + 1) - count - 1) * x).Sum() / (count * sum);
    }
}

/// <summary>A mean over seeds, and how far the 95 % interval reaches to either side of it.</summary>
internal readonly record struct Interval(double Mean, double Ci)
{
    public static Interval Of(IReadOnlyList<double> values)
    {
        var (count, mean) = (values.Count, values.Average());
        return new Interval(mean, count < 2 ? 0 : 1.96 * Math.Sqrt(values.Sum(x => (x - mean) * (x - mean)) / (count - 1)) / Math.Sqrt(count));
    }
}
