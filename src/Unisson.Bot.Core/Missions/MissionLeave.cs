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
        var alone = await Leaving.AfterAsync(r.Db, mission, r.Caller.PersonId, r.Caller.Name, r.Text(Note), left, r.Now, ct);
        return new Reply(r.Say[held.Count > 0 ? "mission.left" : "mission.withdrew", mission.ShortTitle, mission.Label, Leaving.Roles(left)])
        {
            Lines = alone ? [r.Say["mission.left.alone"]] : [],
        };
    }
}
