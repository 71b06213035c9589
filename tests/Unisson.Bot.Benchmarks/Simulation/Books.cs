using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What the bot may know: hours by person and month, and each person's history as the product keeps it.</summary>
internal sealed class Books(World world)
{
    private const int Unknown = -1;

    private readonly int[] _promised = new int[world.Scenario.People * world.Months];
    private readonly int[] _reserved = new int[world.Scenario.People * world.Months];
    private readonly int[] _accepted = new int[world.Scenario.People];
    private readonly AskHistory[] _histories = new AskHistory[world.Scenario.People];
    private readonly int[] _restedAt = new int[world.Scenario.People], _restedForUrgent = new int[world.Scenario.People];

    public ref readonly AskHistory HistoryOf(int person) => ref _histories[person];

    public void Answered(int person, int delay, bool yes) => _histories[person] = _histories[person].Answered(delay, yes);

    public void Asked(int person, int now, int level)
    {
        _histories[person] = _histories[person].Asked(now, level);
        _restedAt[person] = _restedForUrgent[person] = Unknown;
    }

    /// <summary>Whether the product's plan would hold the person back for having been asked enough lately.</summary>
    public bool Rests(int person, int now, bool urgent)
    {
        ref var rested = ref (urgent ? _restedForUrgent : _restedAt)[person];
        if (rested == Unknown)
        {
            rested = RestedAt(_histories[person], Forecast.FatigueCap(urgent));
        }

        return now < rested;
    }

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
    public bool HasRoom(int person, in Mission mission)
    {
        var month = person * world.Months + mission.Month;
        return _promised[month] + _reserved[month] + mission.Hours <= world.Capacity[person] + 1e-9;
    }

    // The first minute at which the product's own sum is down to the product's own cap: most looks fall into somebody's rest.
    private static int RestedAt(in AskHistory history, double cap)
    {
        var tired = (int)(history.LastAsk ?? 0);
        if (history.FatigueAt(tired) <= cap)
        {
            return tired;
        }

        var rested = tired + 365 * World.Day;
        while (rested - tired > 1)
        {
            var middle = (tired + rested) / 2;
            (tired, rested) = history.FatigueAt(middle) > cap ? (middle, rested) : (tired, middle);
        }

        return rested;
    }
}
