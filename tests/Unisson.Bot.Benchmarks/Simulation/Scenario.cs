namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>
/// What a community is like. All of it is assumed: figures to vary, not facts about people. The short names of
/// <see cref="Parameters"/> are those on the command line.
/// </summary>
internal sealed record Scenario
{
    public int People { get; init; } = 80;

    public int Commons { get; init; } = 6;

    public int Days { get; init; } = 360;

    /// <summary>Share of people with experience in a common; the even commons have more, the odd ones fewer.</summary>
    public double Share { get; init; } = 0.30;

    /// <summary>Missions a day.</summary>
    public double Rate { get; init; } = 0.7;

    /// <summary>Share of missions with 6 hours, and with 10 days, until their deadline; the others have 3 days.</summary>
    public double Urgent { get; init; } = 0.15;

    public double Relaxed { get; init; } = 0.25;

    public double Willingness { get; init; } = 1;

    /// <summary>How much each recent ask wears out willingness, for how many days (time constant).</summary>
    public double Wear { get; init; } = 0.25;

    public double WearDays { get; init; } = 14;

    /// <summary>Chance to go silent instead of a yes: of a fresh person, and more for each recent ask.</summary>
    public double Silence { get; init; } = 0.03;

    public double SilenceMore { get; init; } = 0.06;

    /// <summary>Chance to be lost for good, for each recent ask above 2.</summary>
    public double Burn { get; init; } = 0.004;

    public double DelayScale { get; init; } = 1;

    /// <summary>How much less likely a yes is when many are asked at once: group size to the power of minus this.</summary>
    public double Bystander { get; init; }

    /// <summary>Missions come so many times as often in days 120 to 150; 0 = as always.</summary>
    public double Surge { get; init; }

    public double CapacityScale { get; init; } = 1;

    public static IReadOnlyDictionary<string, Scenario> Known { get; } = new Dictionary<string, Scenario>
    {
        ["base"] = new(),
        ["abundant"] = new() { Share = 0.50 },
        ["scarce"] = new() { Share = 0.15 },
        ["rare"] = new() { Share = 0.08 },
        ["busy"] = new() { Rate = 1.6 },
        ["urgent"] = new() { Urgent = 0.60, Relaxed = 0.10 },
        ["quiet"] = new() { Willingness = 0.5 },
        ["fragile"] = new() { Silence = 0.08, SilenceMore = 0.12, Burn = 0.012, Wear = 0.40 },
        ["tireless"] = new() { Silence = 0, SilenceMore = 0, Burn = 0, Wear = 0 },
        ["village"] = new() { People = 20, Rate = 0.25, Share = 0.40 },
        ["city"] = new() { People = 240, Rate = 2.0 },
        ["bystander"] = new() { Bystander = 0.25 },
        ["slow"] = new() { DelayScale = 3 },
        ["mild"] = new() { Silence = 0.015, SilenceMore = 0.03, Burn = 0.002, Wear = 0.12 },
        ["surge"] = new() { Surge = 3 },
        ["tightcap"] = new() { CapacityScale = 0.5 },
    };

    public static IReadOnlyDictionary<string, Parameter> Parameters { get; } = new Dictionary<string, Parameter>
    {
        ["P"] = new(1, 100_000, Whole: true, (s, v) => s with { People = (int)v }),
        ["C"] = new(1, 1_000, Whole: true, (s, v) => s with { Commons = (int)v }),
        ["days"] = new(13, 1_000, Whole: true, (s, v) => s with { Days = (int)v }),
        ["share"] = new(0, 1, Whole: false, (s, v) => s with { Share = v }),
        ["rate"] = new(0.001, 1_000, Whole: false, (s, v) => s with { Rate = v }),
        ["urgent"] = new(0, 1, Whole: false, (s, v) => s with { Urgent = v }),
        ["relaxed"] = new(0, 1, Whole: false, (s, v) => s with { Relaxed = v }),
        ["accept_scale"] = new(0, 10, Whole: false, (s, v) => s with { Willingness = v }),
        ["beta"] = new(0, 10, Whole: false, (s, v) => s with { Wear = v }),
        ["tau_days"] = new(0.01, 1_000, Whole: false, (s, v) => s with { WearDays = v }),
        ["sil0"] = new(0, 1, Whole: false, (s, v) => s with { Silence = v }),
        ["sil1"] = new(0, 1, Whole: false, (s, v) => s with { SilenceMore = v }),
        ["burn"] = new(0, 1, Whole: false, (s, v) => s with { Burn = v }),
        ["delay_scale"] = new(0, 10, Whole: false, (s, v) => s with { DelayScale = v }),
        ["bystander"] = new(0, 10, Whole: false, (s, v) => s with { Bystander = v }),
        ["surge"] = new(0, 100, Whole: false, (s, v) => s with { Surge = v }),
        ["cap_scale"] = new(0.05, 100, Whole: false, (s, v) => s with { CapacityScale = v }),
    };
}

/// <summary>A figure of a scenario, with its range.</summary>
internal sealed record Parameter(double Least, double Most, bool Whole, Func<Scenario, double, Scenario> Set)
{
    public bool Takes(double value) => value >= Least && value <= Most && !(Whole && value != Math.Floor(value));
}
