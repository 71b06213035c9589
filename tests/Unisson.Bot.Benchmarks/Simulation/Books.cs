using Unisson.Bot.Commoners;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What the bot may know: hours by person and month, and each person's history as the product keeps it.</summary>
internal sealed class Books(World world)
{
    private readonly int[] _promised = new int[world.Scenario.People * world.Months];
    private readonly int[] _reserved = new int[world.Scenario.People * world.Months];
    private readonly int[] _accepted = new int[world.Scenario.People];
    private readonly AskHistory[] _histories = new AskHistory[world.Scenario.People];

    public ref AskHistory HistoryOf(int person) => ref _histories[person];

    /// <summary>When the person was asked last; -1 = never.</summary>
    public long LastAsk(int person) => _histories[person].LastAsk ?? -1;

    /// <summary>Hours that a person promised for a month.</summary>
    public ref int Promised(int person, int month) => ref _promised[person * world.Months + month];

    /// <summary>Hours that open asks of any call hold.</summary>
    public ref int Reserved(int person, int month) => ref _reserved[person * world.Months + month];

    /// <summary>Hours accepted since the start.</summary>
    public ref int Accepted(int person) => ref _accepted[person];

    /// <summary>Hours accepted for each hour given a month.</summary>
    public double Load(int person) => _accepted[person] / world.Capacity[person];

    /// <summary>Whether an ask keeps within the hours that the person gives.</summary>
    public bool HasRoom(int person, in Mission mission) => Promised(person, mission.Month) + Reserved(person, mission.Month) + mission.Hours <= world.Capacity[person] + 1e-9;
}
