using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission join</c>: steps forward for a role. Candidates are not the selected: whoever coordinates hears of them in private, and they stand on no card.</summary>
public static class MissionJoin
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<RoleKind> Role = Options.Choice("role", "rôle", MissionChoices.Role, needed: true);
    private static readonly Option<JoinAs> How = Options.Choice("as", "comme", MissionChoices.JoinAs);
    private static readonly Option<string> Note = MissionFields.Note();

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("join", "rejoindre"))
    {
        Allow = Allow.Member,
        Options = [Mission, Role, How, Note],
        Form = [Role],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission)
            || mission.Join(r.Caller.PersonId, r.Get(Role), r.Value(How), r.Caller.IsGuarantor, r.Now).Refused(out refusal, out var holder))
        {
            return refusal;
        }

        var what = holder.Holding switch
        {
            Holding.Active => "joined",
            Holding.Shadow => "shadowed",
            _ => "applied",
        };
        Journal.Write(r.Db, mission, r.Caller.PersonId, what, MissionChoices.Role.English(holder.Role), r.Now);
        await TellingTeam.TellAsync(r.Db, mission, TellingTeam.Coordination(mission, r.Caller.PersonId), say => Told(say, r, mission, holder, what), r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: holder.IsHeld, r.Now, ct);
        return new Reply(r.Say[$"mission.you-{what}", mission.ShortTitle, mission.Label, MissionChoices.Role.Labelled(holder.Role)])
        {
            Actions = [MissionActions.Show.On(mission.Id, r.Say), MissionActions.Leave.On(mission.Id, r.Say)],
        };
    }

    /// <summary>A candidate waits for an answer, so that this rings; the others are news.</summary>
    private static Reply Told(Say say, Request r, Mission mission, RoleHolder holder, string what)
        => new(say[$"mission.told.{what}", r.Caller.Name.Cut(32), mission.ShortTitle, mission.Label, MissionChoices.Role.Labelled(holder.Role)])
        {
            Lines = r.Text(Note) is { } note ? [say["mission.note", note]] : [],
            Actions = [MissionActions.Show.On(mission.Id, say)],
            Loudness = holder.Holding == Holding.Candidate ? Loudness.Ping : Loudness.Quiet,
        };
}
