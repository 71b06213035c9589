namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>One person who was asked for one mission.</summary>
/// <param name="Chance">What the product noted with the ask; 0 from policies that note nothing.</param>
/// <param name="IsOpen">Holds hours and is without an answer.</param>
internal record struct Asked(int Person, int At, double Chance, bool IsOpen);

/// <summary>A mission's call while the simulation runs.</summary>
internal sealed class RunningCall(Mission mission)
{
    public Mission Mission { get; } = mission;

    public int Filled { get; set; }

    public bool IsOver { get; set; }

    public int Need => Mission.Places - Filled;

    /// <summary>In the order of asking.</summary>
    public List<Asked> Asks { get; } = [];

    /// <summary>
    /// Who knows enough, is free then, gives so many hours at all and was not asked for it: what never comes back is out.
    /// In order of id; null before the call opened.
    /// </summary>
    public List<int>? Left { get; set; }
}
