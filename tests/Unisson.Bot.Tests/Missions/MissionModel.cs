using Unisson.Bot.Missions;

namespace Unisson.Bot.Tests.Missions;

/// <summary>One thing that somebody does to a mission. Person 0 opened it, person 2 is a guarantor of the community, the others are neither.</summary>
internal sealed record Deed(string Verb, int Person, RoleKind Role, JoinAs? How, MissionState To, bool Named, Visibility Visibility)
{
    public string Line(string mission, IReadOnlyList<string> people) => people[Person] + "> /mission " + Verb switch
    {
        "join" => $"join {mission} {MissionChoices.Role.English(Role)}" + (How is { } how ? $" as:{MissionChoices.JoinAs.English(how)}" : ""),
        "leave" => $"leave {mission}" + (Named ? $" role:{MissionChoices.Role.English(Role)}" : ""),
        "status" => $"status {mission} {MissionChoices.State.English(To)}" + (Named ? " reason:because" : ""),
        _ => $"edit {mission} visibility:{MissionChoices.Visibility.English(Visibility)}",
    };
}

/// <summary>What the life cycle and the roles of a mission should do, written down a second time and as plainly as can be.</summary>
/// <param name="isTyped">With the gates that stand before the steps: nothing of the frame is there, and a guarantor lets it pass.</param>
internal sealed class MissionModel(bool isTyped = false)
{
    private static readonly Dictionary<string, string[]> Steps = new(StringComparer.Ordinal)
    {
        ["Open"] = ["Answered", "Running", "Abandoned"],
        ["Answered"] = ["Won", "Lost", "Abandoned"],
        ["Won"] = ["Running", "Abandoned"],
        ["Running"] = ["Delivered", "Abandoned"],
        ["Delivered"] = ["Closed", "Abandoned"],
        ["Closed"] = [],
        ["Lost"] = [],
        ["Abandoned"] = [],
    };

    private readonly SortedDictionary<string, string> _roles = new(StringComparer.Ordinal) { ["0 Coordinator"] = "Active" };

    public string State { get; private set; } = "Open";

    public Visibility Visibility { get; private set; } = Visibility.Community;

    public string Roles => string.Join(", ", _roles.Select(r => $"{r.Key} {r.Value}"));

    private (string State, Dictionary<string, string> Roles)? _before;

    private bool IsOver => State is "Lost" or "Abandoned" or "Closed";

    public bool IsTeam(int person) => person == 0 || _roles.Any(r => r.Key[0] - '0' == person && r.Value is "Active" or "Done");

    /// <summary>Does it and gives the code of the refusal, or null.</summary>
    public string? Do(Deed deed) => deed.Verb switch
    {
        "join" => Join(deed),
        "leave" => Leave(deed),
        "status" => Step(deed),
        _ => OpenUp(deed),
    };

    private string? Join(Deed deed)
    {
        if (IsOver)
        {
            return "mission.over";
        }

        var key = $"{deed.Person} {deed.Role}";
        var free = !_roles.Any(r => r.Key.EndsWith(" Coordinator", StringComparison.Ordinal) && r.Value == "Active");
        var atOnce = deed.How is null
            && ((deed.Role == RoleKind.GuarantorConnector && deed.Person == 2) || (deed.Role == RoleKind.Coordinator && free && IsTeam(deed.Person)));
        var to = atOnce ? "Active" : deed.How == JoinAs.Shadow ? "Shadow" : "Candidate";
        if (_roles.TryGetValue(key, out var now) && (now == to || now == "Active"))
        {
            return "mission.joined";
        }

        _roles[key] = to;
        return null;
    }

    private string? Leave(Deed deed)
    {
        var all = _roles.Where(r => r.Key[0] - '0' == deed.Person && r.Value is "Active" or "Candidate" or "Shadow").Select(r => r.Key).ToList();
        var some = all.Where(r => !deed.Named || r == $"{deed.Person} {deed.Role}").ToList();
        some.ForEach(r => _roles[r] = "HandedBack");
        return some.Count > 0 ? null : all.Count > 0 ? "mission.not-that-role" : "mission.no-role";
    }

    private string? Step(Deed deed)
    {
        var to = deed.To.ToString();
        if (isTyped && to == _before?.State && deed.Person == 2)
        {
            return Back(deed);
        }

        if (to == State)
        {
            return "mission.there";
        }

        if (!Steps[State].Contains(to))
        {
            return IsOver ? "mission.over" : "mission.step";
        }

        if (isTyped && to == "Running" && (deed.Person != 2 || !deed.Named))
        {
            return "mission.gate";
        }

        if (to == "Abandoned" && !deed.Named)
        {
            return "mission.reason";
        }

        _before = (State, new(_roles, StringComparer.Ordinal));
        State = to;
        foreach (var (role, how) in IsOver ? _roles.ToList() : [])
        {
            _roles[role] = how is "Active" or "Done" ? "Done" : "HandedBack";
        }

        return null;
    }

    private string? Back(Deed deed)
    {
        if (!deed.Named)
        {
            return "mission.back";
        }

        foreach (var (role, how) in IsOver ? _before!.Value.Roles : [])
        {
            _roles[role] = how;
        }

        (State, _before) = (_before!.Value.State, null);
        return null;
    }

    private string? OpenUp(Deed deed)
    {
        if (deed.Visibility == Visibility.Private || (Visibility == Visibility.Public && deed.Visibility != Visibility.Public))
        {
            return "mission.visibility";
        }

        Visibility = deed.Visibility;
        return null;
    }
}
