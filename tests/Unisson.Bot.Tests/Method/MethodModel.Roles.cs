using Unisson.Bot.Missions;
using static Unisson.Bot.Missions.RoleKind;

namespace Unisson.Bot.Tests.Method;

/// <summary>Who is in a role, with which scope, and who accepted the moral contract (rule 8).</summary>
internal sealed partial class MethodModel
{
    private readonly Dictionary<(int Person, RoleKind Role), Agreement> _frames = [];
    private readonly HashSet<(int Person, RoleKind Role)> _contracts = [];

    /// <summary>Scope that holds, and that which waits, with whether its holder proposed it, and who did.</summary>
    private sealed record Agreement(string? Holds, (string Scope, bool ByHolder, int By)? Waits);

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

    /// <summary>Rule 8.</summary>
    private bool IsFramed()
    {
        var people = _roles.Where(r => r.Value is Holding.Selected or Holding.Active && r.Key.Role != Sponsor).ToList();
        return people.TrueForAll(p => p.Value == Holding.Active && _frames.GetValueOrDefault(p.Key)?.Holds is not null && (p.Key.Role is not (Provider or GuarantorConnector) || _contracts.Contains(p.Key)))
            && people.Exists(p => p.Key.Role == Provider)
            && people.Exists(g => g.Key.Role == GuarantorConnector && !people.Exists(p => p.Key == (g.Key.Person, Provider)))
            && Promises.Exists(p => p.Became != "not-kept");
    }
}
