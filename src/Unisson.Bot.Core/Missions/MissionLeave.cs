using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission leave</c>: hands one role back, or all, at any moment and without a reason. The team is told; a last coordinator may go too.</summary>
public static class MissionLeave
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<RoleKind> Role = Options.Choice("role", "rôle", MissionChoices.Role);
    private static readonly Option<string> Note = MissionFields.Note();

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("leave", "passer-la-main", "rendre", "handback"))
    {
        Allow = Allow.Member,
        Options = [Mission, Role, Note],
        Positions = (_, _) => [Mission, Role],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission)
            || mission.Leave(r.Caller.PersonId, r.Value(Role), r.Now).Refused(out refusal, out var left))
        {
            return refusal;
        }

        var held = left.FindAll(l => l.Was != Holding.Candidate);
        var alone = held.Exists(l => l.Role == RoleKind.Coordinator && l.Was == Holding.Active) && !mission.HasActive(RoleKind.Coordinator);
        WriteInJournal(r, mission, "left", held);
        WriteInJournal(r, mission, "withdrew", left.FindAll(l => l.Was == Holding.Candidate));
        var people = held.Count > 0 ? TellingTeam.Everybody(mission, r.Caller.PersonId) : TellingTeam.Coordination(mission, r.Caller.PersonId);
        await TellingTeam.TellAtOnceAsync(r.Db, mission, people, say => Told(say, r, mission, held.Count > 0 ? held : left, alone), r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: held.Count > 0, r.Now, ct);
        return new Reply(r.Say[held.Count > 0 ? "mission.left" : "mission.withdrew", mission.ShortTitle, mission.Label, Roles(left)])
        {
            Lines = alone ? [r.Say["mission.left.alone"]] : [],
        };
    }

    private static void WriteInJournal(Request r, Mission mission, string what, List<Left> roles)
    {
        if (roles.Count > 0)
        {
            Journal.Write(r.Db, mission, r.Caller.PersonId, what, string.Join(',', roles.Select(l => MissionChoices.Role.English(l.Role))), r.Now);
        }
    }

    private static Reply Told(Say say, Request r, Mission mission, List<Left> roles, bool alone)
    {
        var what = roles.TrueForAll(l => l.Was == Holding.Candidate) ? "withdrew" : "left";
        var lines = new List<string>();
        if (r.Text(Note) is { } note)
        {
            lines.Add(say["mission.note", note]);
        }

        if (alone)
        {
            lines.Add(say["mission.left.alone"]);
        }

        return new Reply(say[$"mission.told.{what}", r.Caller.Name.Cut(32), mission.ShortTitle, mission.Label, Roles(roles)])
        {
            Lines = lines,
            Actions = alone ? [MissionActions.TakeCoordinator.On(mission.Id, say), MissionActions.Show.On(mission.Id, say)] : [MissionActions.Show.On(mission.Id, say)],
        };
    }

    private static IEnumerable<Labelled> Roles(List<Left> left) => left.Select(l => MissionChoices.Role.Labelled(l.Role));
}
