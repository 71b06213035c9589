namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>One year of one community with one policy, from event to event.</summary>
internal sealed partial class Run
{
    private readonly PriorityQueue<Event, ulong> _events = new();
    private readonly RunningCall[] _calls;
    private readonly Policy _policy;
    private readonly List<(int Person, double Chance)> _chosen = [];
    private int _asks, _over, _wasted;

    private Run(World world, Policy policy)
    {
        (World, _policy) = (world, policy);
        (Moods, Books) = (new Moods(world), new Books(world));
        _calls = [.. world.Missions.Select(static m => new RunningCall(m))];
    }

    public World World { get; }

    public Moods Moods { get; }

    public Books Books { get; }

    public static Outcome Of(World world, Policy policy)
    {
        var run = new Run(world, policy);
        foreach (var mission in world.Missions)
        {
            run.Add(new Event(mission.Opens, EventKind.Opening, mission.Id));
            run.Add(new Event(mission.Deadline, EventKind.Deadline, mission.Id));
        }

        while (run._events.TryDequeue(out var next, out _))
        {
            run.Happen(next);
        }

        return Outcome.Of(world, run._calls, run.Books) with { Asks = run._asks, OverCapacity = run._over, Wasted = run._wasted, Burn = (double)run.Moods.Burnt / world.Scenario.People };
    }

    /// <summary>Who may be asked now, in order of id (no policy but "everyone" asks others).</summary>
    public IEnumerable<int> Eligible(RunningCall call, int now) => call.Left!.Where(p => IsEligible(call, p, now));

    /// <summary>For somebody who is left.</summary>
    public bool IsEligible(RunningCall call, int person, int now) => Books.HasRoom(person, call.Mission) && !World.IsPaused(person, now);

    private void Add(Event next) => _events.Enqueue(next, next.Order);

    private void Happen(Event now)
    {
        var call = _calls[now.Call];
        switch (now.Kind)
        {
            case EventKind.Reply:
                Reply(call, now.Person, now.Yes, now.At);
                break;
            case EventKind.Deadline when !call.IsOver:
                Close(call);
                break;
            case EventKind.Opening:
                call.Left = [.. World.Knowing[call.Mission.Common].Where(p => World.Fits(p, call.Mission) && call.Mission.Hours <= World.Capacity[p] + 1e-9)];
                Look(call, now.At);
                break;
            case EventKind.Check:
                LookAgain(call, now.At);
                break;
        }
    }

    private void LookAgain(RunningCall call, int now)
    {
        // Once everybody was asked, no look can ask anybody any more.
        if (!call.IsOver && call.Left!.Count > 0)
        {
            Look(call, now);
        }
    }

    private void Look(RunningCall call, int now)
    {
        _chosen.Clear();
        var next = _policy.Look(this, call, now, _chosen);
        foreach (var (person, chance) in _chosen)
        {
            Ask(call, person, chance, now);
        }

        if (next < call.Mission.Deadline)
        {
            Add(new Event(next.Value, EventKind.Check, call.Mission.Id));
        }
    }
}
