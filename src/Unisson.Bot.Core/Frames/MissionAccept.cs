using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Fields = Unisson.Bot.Frames.FrameFields;

namespace Unisson.Bot.Frames;

/// <summary>
/// <c>/mission accept</c>: whoever was chosen takes the role, and with it the scope and terms that the team proposed. A role that somebody may
/// take by themselves is shown first, and taken with one more tap. Refusals: <c>mission.over</c>, <c>accept.not-chosen</c>, <c>accept.already</c>.
/// </summary>
public static class MissionAccept
{
    public static CommandSpec Spec { get; } = new(Groups.Mission, new("accept", "accepter"))
    {
        Allow = Allow.Member,
        Options = [Fields.Mission, Fields.Role],
        Form = [Fields.Role],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Fields.Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var role = r.Get(Fields.Role);
        if (mission.IsOver)
        {
            return mission.Over();
        }

        return mission.Holds(r.Caller.PersonId, role) is { } holder ? await TakeAsync(r, mission, holder, ct)
            : mission.TakesAtOnce(r.Caller.PersonId, role, r.Caller.IsGuarantor) ? Shown(r, mission, role)
            : new Refusal("accept.not-chosen", MissionChoices.Role.Labelled(role), mission.ShortTitle, mission.Label)
            {
                Mend = new CommandLine(MissionJoin.Spec.Path, ("mission", mission.Label), ("role", MissionChoices.Role.English(role))),
            };
    }

    private static Reply Shown(Request r, Mission mission, RoleKind role)
        => new(r.Say["accept.shown", MissionChoices.Role.Labelled(role), mission.ShortTitle, mission.Label])
        {
            Lines = [.. RoleCard.Lines(role, r.Say)],
            Actions = [(role == RoleKind.Coordinator ? MissionActions.TakeCoordinator : MissionActions.TakeGuarantor).On(mission.Id, r.Say), MissionActions.Show.On(mission.Id, r.Say)],
        };

    private static async Task<Result<Reply>> TakeAsync(Request r, Mission mission, RoleHolder holder, CancellationToken ct)
    {
        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
        var framing = await Framing.OfAsync(r, mission, person, holder.Role, ct);
        var taken = holder.Holding == Holding.Selected;
        var said = framing.Agree();
        if (!taken && said == FrameSaid.Nothing)
        {
            return new Refusal("accept.already", MissionChoices.Role.Labelled(holder.Role), mission.ShortTitle, mission.Label);
        }

        if (taken)
        {
            (holder.Holding, holder.Since) = (Holding.Active, r.Now);
            Journal.Write(r.Db, mission, r.Caller.PersonId, "joined", MissionChoices.Role.English(holder.Role), r.Now);
        }

        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: taken, r.Now, ct);
        if (taken)
        {
            await CommonNote.AfterTakingAsync(r.Db, mission, r.Caller.PersonId, r.Now, ct);
            await TellingTeam.TellAsync(r.Db, mission, TellingTeam.Coordination(mission, r.Caller.PersonId), say => Told(say, r, mission, holder), r.Now, ct);
        }
        else
        {
            await framing.TellAsync(chosen: false, said, ct);
        }

        return Answer(r, mission, holder, taken, framing);
    }

    private static Reply Told(Say say, Request r, Mission mission, RoleHolder holder)
        => new(say["mission.told.joined", r.Caller.Name.Cut(32), mission.ShortTitle, mission.Label, MissionChoices.Role.Labelled(holder.Role)]) { Actions = [MissionActions.Show.On(mission.Id, say)] };

    private static Reply Answer(Request r, Mission mission, RoleHolder holder, bool taken, Framing framing)
        => new(r.Say[taken ? "accept.taken" : "accept.framed", MissionChoices.Role.Labelled(holder.Role), mission.ShortTitle, mission.Label])
        {
            Lines = [.. framing.Lines()],
            Actions = [MissionActions.Show.On(mission.Id, r.Say), MissionActions.Leave.On(mission.Id, r.Say)],
        };
}
