using Unisson.Bot.Missions;
using static Unisson.Bot.Missions.RoleKind;

namespace Unisson.Bot.Tests.Method;

/// <summary>What the method says of one mission, written down a second time and as plainly as can be.</summary>
internal sealed partial class MethodModel
{
    /// <summary>The life cycle.</summary>
    public static readonly Dictionary<MissionState, MissionState[]> Steps = new()
    {
        [MissionState.Open] = [MissionState.Answered, MissionState.Running, MissionState.Abandoned],
        [MissionState.Answered] = [MissionState.Won, MissionState.Lost, MissionState.Abandoned],
        [MissionState.Won] = [MissionState.Running, MissionState.Abandoned],
        [MissionState.Running] = [MissionState.Delivered, MissionState.Abandoned],
        [MissionState.Delivered] = [MissionState.Closed, MissionState.Abandoned],
        [MissionState.Closed] = [],
        [MissionState.Lost] = [],
        [MissionState.Abandoned] = [],
    };

    private readonly Dictionary<(int Person, RoleKind Role), Holding> _roles = new() { [(MethodDeed.Claire, Coordinator)] = Holding.Active };
    private readonly HashSet<string> _commons = ["coworking"], _lessons = [];
    private readonly List<(string Common, int DueAt, bool Answered)> _lookbacks = [];
    private (MissionState State, Dictionary<(int, RoleKind), Holding> Roles)? _before;
    private int _waits;

    public sealed record Promise(string Common, bool IsMoney, int Size, string Became = "promised");

    public MissionState State { get; private set; }

    public List<Promise> Promises { get; } = [];

    /// <summary>How often a guarantor let it start though something was missing.</summary>
    public int Passed { get; private set; }

    public MethodLedger Ledger { get; } = new();

    public string Roles => string.Join(", ", _roles.OrderBy(r => r.Key).Select(r => $"{r.Key.Person} {r.Key.Role} {r.Value}"));

    public bool IsComplete => _lessons.IsSupersetOf(_commons) && Promises.TrueForAll(p => p.Became != "promised");

    private bool IsOver => Steps[State].Length == 0;

    /// <summary>Promised and given, of each common to which something was promised that is not given up.</summary>
    public IEnumerable<(string Common, int Hours, int Euros, long GaveHours, long GaveEuros)> Gauges() => Promises
        .Where(p => p.Became != "not-kept" && !(p.Became == "promised" && State is MissionState.Lost or MissionState.Abandoned)).GroupBy(p => p.Common)
        .Select(g => (g.Key, g.Where(p => !p.IsMoney).Sum(p => p.Size), g.Where(p => p.IsMoney).Sum(p => p.Size), Ledger.Given(g.Key, isMoney: false), Ledger.Given(g.Key, isMoney: true)));

    /// <summary>Does it and gives the code of the refusal, or null.</summary>
    public string? Do(MethodDeed deed) => deed.Verb switch
    {
        "wait" => Wait(),
        "read" => null,
        "log" or "confirm" or "correct" or "withdraw" => Ledger.Do(deed),
        "join" => IsOver ? "mission.over" : Join(deed),
        "leave" => Leave(deed),
        "accept" => IsOver ? "mission.over" : Accept(deed),
        "contract" => IsOver ? "mission.over" : Contract(deed),
        _ when deed.By != MethodDeed.Me && !IsTeam(deed.By) => "standing.team",
        "assign" => IsOver ? "mission.over" : Assign(deed),
        "pledge" or "mark" => IsOver ? "mission.over" : deed.Verb == "mark" ? Mark(deed) : Pledge(deed),
        "status" => Status(deed),
        "close" => Close(deed),
        "lookback" => LookBack(deed),
        _ => Edit(deed),
    };

    private string? Wait()
    {
        _waits++;
        Ledger.Waiting.Clear();
        return null;
    }

    private string? Status(MethodDeed deed)
    {
        if (deed.To == _before?.State && deed.By == MethodDeed.Me)
        {
            return deed.Says ? Back() : "mission.back";
        }

        if (!Steps[State].Contains(deed.To))
        {
            return deed.To == State ? "mission.there" : IsOver ? "mission.over" : "mission.step";
        }

        if (deed.To == MissionState.Abandoned && !deed.Says)
        {
            return "mission.reason";
        }

        if (deed.To == MissionState.Closed)
        {
            return IsComplete ? End() : "mission.gate-close";
        }

        if (deed.To == MissionState.Running && !IsFramed())
        {
            if (deed.By != MethodDeed.Me || !deed.Says)
            {
                return "mission.gate";
            }

            Passed++;
        }

        Step(deed.To);
        return null;
    }

    private void Step(MissionState to)
    {
        _before = (State, new(_roles));
        State = to;
        foreach (var (role, how) in IsOver ? _roles.ToList() : [])
        {
            _roles[role] = how is Holding.Active or Holding.Selected or Holding.Done ? Holding.Done : Holding.HandedBack;
        }
    }

    private string? End()
    {
        Step(MissionState.Closed);
        // 3 months are over after one wait, and 12 after four.
        _lookbacks.AddRange([.. _commons.Select(c => (c, _waits + 1, false)), .. _commons.Select(c => (c, _waits + 4, false))]);
        return null;
    }

    private string? Back()
    {
        foreach (var (role, how) in IsOver ? _before!.Value.Roles : [])
        {
            _roles[role] = how;
        }

        _lookbacks.RemoveAll(l => IsOver && !l.Answered);
        (State, _before) = (_before!.Value.State, null);
        return null;
    }

    private string? Edit(MethodDeed deed)
    {
        _commons.Clear();
        _commons.UnionWith(deed.Says ? ["coworking", "garden"] : ["coworking"]);
        return null;
    }
}
