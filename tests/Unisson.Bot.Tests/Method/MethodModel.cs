using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Contributions;
using static Unisson.Bot.Missions.RoleKind;

namespace Unisson.Bot.Tests.Method;

/// <summary>What the method says of one mission, written down a second time and as plainly as can be.</summary>
internal sealed class MethodModel
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
    private readonly Dictionary<(int Person, RoleKind Role), Agreement> _frames = [];
    private readonly HashSet<(int Person, RoleKind Role)> _contracts = [];
    private readonly HashSet<string> _commons = ["coworking"], _lessons = [];
    private readonly List<(string Common, int DueAt, bool Answered)> _lookbacks = [];
    private (MissionState State, Dictionary<(int, RoleKind), Holding> Roles)? _before;
    private int _waits;

    /// <summary>Scope that holds, and that which waits, with whether its holder proposed it, and who did.</summary>
    private sealed record Agreement(string? Holds, (string Scope, bool ByHolder, int By)? Waits);

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

    private bool IsTeam(int person) => person == MethodDeed.Claire || _roles.Any(r => r.Key.Person == person && r.Value is Holding.Selected or Holding.Active or Holding.Done);

    private bool Holds(int person, RoleKind role) => _roles.TryGetValue((person, role), out var how) && how is Holding.Selected or Holding.Active;

    private bool TakesAtOnce(MethodDeed deed) => deed.Role switch
    {
        GuarantorConnector => deed.By == MethodDeed.Me,
        Coordinator => IsTeam(deed.By) && !_roles.Any(r => r.Key.Role == Coordinator && r.Value == Holding.Active),
        _ => false,
    };

    private bool Leads(int person)
    {
        var leading = _roles.Where(r => r.Value == Holding.Active && r.Key.Role is Coordinator or GuarantorConnector).Select(r => r.Key.Person).ToList();
        return person == MethodDeed.Me || leading.Contains(person) || (leading.Count == 0 && IsTeam(person));
    }

    private string? Join(MethodDeed deed)
    {
        var (key, to) = ((deed.By, deed.Role), TakesAtOnce(deed) ? Holding.Active : Holding.Candidate);
        if (Holds(deed.By, deed.Role) || (_roles.TryGetValue(key, out var how) && how == to))
        {
            return "mission.joined";
        }

        _roles[key] = to;
        return null;
    }

    private string? Leave(MethodDeed deed)
    {
        var all = _roles.Where(r => r.Key.Person == deed.By && r.Value is Holding.Candidate or Holding.Selected or Holding.Active).Select(r => r.Key).ToList();
        var left = all.Where(r => !deed.Says || r.Role == deed.Role).ToList();
        left.ForEach(r => (_roles[r], _) = (Holding.HandedBack, _frames.Remove(r)));
        return left.Count > 0 ? null : all.Count > 0 ? "mission.not-that-role" : "mission.no-role";
    }

    private string? Accept(MethodDeed deed)
    {
        var key = (deed.By, deed.Role);
        if (!Holds(deed.By, deed.Role))
        {
            return TakesAtOnce(deed) ? null : "accept.not-chosen";
        }

        var agreed = Agree(key, deed.By);
        if (_roles[key] == Holding.Active && !agreed)
        {
            return "accept.already";
        }

        _roles[key] = Holding.Active;
        return null;
    }

    private string? Contract(MethodDeed deed)
        => deed.Role is not (Provider or GuarantorConnector) || !Holds(deed.By, deed.Role) ? "contract.not-in-role" : _contracts.Add((deed.By, deed.Role)) ? null : "contract.accepted";

    private string? Assign(MethodDeed deed)
    {
        var (key, chosen) = ((deed.About, deed.Role), !Holds(deed.About, deed.Role));
        if ((chosen || deed.About != deed.By) && !Leads(deed.By))
        {
            return "assign.coordination";
        }

        if (chosen && deed.Role == GuarantorConnector && deed.About != MethodDeed.Me)
        {
            return "assign.guarantor";
        }

        var frame = _frames.GetValueOrDefault(key) ?? new Agreement(null, null);
        if (deed.Says && deed.Common == (frame.Waits?.Scope ?? frame.Holds) && (frame.Waits is null || frame.Waits?.By == deed.By))
        {
            return "frame.same";
        }

        if (deed.Says && deed.Common != frame.Waits?.Scope)
        {
            _frames[key] = frame with { Waits = (deed.Common, deed.By == deed.About, deed.By) };
        }
        else if (!Agree(key, deed.By) && !chosen)
        {
            // Who repeats for their own side what another of it proposed has said it.
            return "frame.nothing";
        }

        _roles[key] = chosen ? Holding.Selected : _roles[key];
        return null;
    }

    /// <summary>The yes of the other side than the one that proposed.</summary>
    private bool Agree((int Person, RoleKind Role) key, int by)
    {
        if (_frames.GetValueOrDefault(key)?.Waits is not { } waits || waits.ByHolder == (by == key.Person) || (by != key.Person && !Leads(by)))
        {
            return false;
        }

        _frames[key] = new Agreement(waits.Scope, null);
        return true;
    }

    private string? Pledge(MethodDeed deed)
    {
        if (!_commons.Contains(deed.Common))
        {
            return "pledge.common";
        }

        Promises.Add(new Promise(deed.Common, deed.IsMoney, deed.Size));
        return null;
    }

    private string? Mark(MethodDeed deed)
    {
        if (deed.Number > Promises.Count)
        {
            return "pledge.unknown";
        }

        var (at, promise, how) = (deed.Number - 1, Promises[deed.Number - 1], deed.Size % 4);
        var became = how switch { 0 => "kept", 1 => "not-kept", 2 => "carried", _ => "changed" };
        if (how == 0 ? promise.Became == "kept" : !deed.Says)
        {
            return how switch { 0 => "pledge.there", 1 => "pledge.reason", _ => $"pledge.{became}" };
        }

        Promises[at] = promise with { Became = became, Size = how == 3 ? deed.Size : promise.Size };
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

    /// <summary>Rule 8.</summary>
    private bool IsFramed()
    {
        var people = _roles.Where(r => r.Value is Holding.Selected or Holding.Active && r.Key.Role != Sponsor).ToList();
        return people.TrueForAll(p => p.Value == Holding.Active && _frames.GetValueOrDefault(p.Key)?.Holds is not null && (p.Key.Role is not (Provider or GuarantorConnector) || _contracts.Contains(p.Key)))
            && people.Exists(p => p.Key.Role == Provider)
            && people.Exists(g => g.Key.Role == GuarantorConnector && !people.Exists(p => p.Key == (g.Key.Person, Provider)))
            && Promises.Exists(p => p.Became != "not-kept");
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

    private string? Close(MethodDeed deed)
    {
        if (State != MissionState.Delivered)
        {
            return IsOver ? "mission.over" : "mission.step";
        }

        if (deed.Says && !_commons.Contains(deed.Common))
        {
            return "close.common";
        }

        if (deed.Says)
        {
            _lessons.Add(deed.Common);
        }

        return IsComplete ? End() : deed.Says ? null : "mission.gate-close";
    }

    private string? LookBack(MethodDeed deed)
    {
        if (!_lookbacks.Exists(l => l.Common == deed.Common))
        {
            return "lookback.none";
        }

        var due = _lookbacks.Where(l => l.Common == deed.Common && l.DueAt <= _waits).OrderBy(l => l.DueAt).LastOrDefault();
        if (due.Common is null)
        {
            return "lookback.early";
        }

        _lookbacks[_lookbacks.IndexOf(due)] = due with { Answered = true };
        return null;
    }

    private string? Edit(MethodDeed deed)
    {
        _commons.Clear();
        _commons.UnionWith(deed.Says ? ["coworking", "garden"] : ["coworking"]);
        return null;
    }
}
