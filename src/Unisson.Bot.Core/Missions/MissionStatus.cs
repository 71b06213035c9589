using Unisson.Bot.Closing;
using Unisson.Bot.Gates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Pledges;

namespace Unisson.Bot.Missions;

/// <summary>
/// <c>/mission status</c>: one step of the life cycle. To start, the frame must be complete, or a guarantor lets it pass with a sentence, in the
/// open; a guarantor also takes back the last step. Where a step ends a mission, roles end, open calls close, and everybody in it is thanked once.
/// Refusals: <c>mission.gate</c>, <c>mission.back</c>, and those of <see cref="Mission.Step"/>.
/// </summary>
public static class MissionStatus
{
    private static readonly Option<string> Mission = Options.Text("mission", "mission", needed: true, picks: Picks.Mission);
    private static readonly Option<MissionState> To = Options.Choice("to", "vers", MissionChoices.State, needed: true);
    private static readonly Option<string> Reason = MissionFields.Line("reason", "raison", 300);

    public static CommandSpec Spec { get; } = new(Groups.Mission, new("status", "étape", "avancer", "advance"))
    {
        Allow = Team.Of(Mission),
        Options = [Mission, To, Reason],
        Form = [To],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.MissionAsync(r.Get(Mission), ct)).Refused(out var refusal, out var mission))
        {
            return refusal;
        }

        var to = r.Get(To);
        if (mission.Before == to && mission.Guarantees(r.Caller))
        {
            return await BackAsync(r, mission, ct);
        }

        return (to, mission.State) switch
        {
            (MissionState.Closed, MissionState.Delivered) => await MissionClose.CloseAsync(r, mission, learned: null, ct),
            (MissionState.Running, _) when mission.NextSteps.Contains(to) => await StartAsync(r, mission, ct),
            _ => await StepAsync(r, mission, to, ct),
        };
    }

    private static async Task<Result<Reply>> StartAsync(Request r, Mission mission, CancellationToken ct)
    {
        var lacks = await RunningGate.OfAsync(r, mission, ct);
        if (lacks.Count == 0)
        {
            return await StepAsync(r, mission, MissionState.Running, ct);
        }

        if (!mission.Guarantees(r.Caller))
        {
            return Lack.Checklist(r, "mission.gate", r.Say["mission.gate", mission.ShortTitle, mission.Label], lacks);
        }

        if (r.Text(Reason) is not { } reason)
        {
            var line = r.Catalogue[Spec.Path].Write(r.Line.With(Reason.Name.English, CommandLine.Blank), r.Caller.Language);
            return Lack.Checklist(r, "mission.gate", r.Say["mission.gate", mission.ShortTitle, mission.Label], lacks, r.Say["mission.gate.pass"], line);
        }

        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.Passed, reason, r.Now);
        return await StepAsync(r, mission, MissionState.Running, ct);
    }

    private static async Task<Result<Reply>> StepAsync(Request r, Mission mission, MissionState to, CancellationToken ct)
    {
        var everybody = TellingTeam.Everybody(mission, r.Caller.PersonId).ToList();
        if (mission.Step(to, r.Text(Reason), r.Now).Refused(out var refusal, out _))
        {
            return refusal.Code == "mission.reason" ? refusal with { Mend = r.Line.With("reason", CommandLine.Blank) } : refusal;
        }

        MonthlyRecap.Plan(r.Db, mission, r.Now);
        var what = MissionChoices.State.English(mission.State);
        Journal.Write(r.Db, mission, r.Caller.PersonId, what, r.Text(Reason), r.Now);
        if (mission.IsOver)
        {
            await FindingPledges.ReleaseAsync(r.Db, mission, r.Now, ct);
            await TellingTeam.TellAtOnceAsync(r.Db, mission, everybody, say => Ended(say, r, mission, what), r.Now, ct);
        }

        else
        {
            await TellingTeam.TellAsync(r.Db, mission, everybody, say => Stepped(say, r, mission), r.Now, ct);
        }

        await Calls.CommonNote.AfterAnswerAsync(r.Db, mission, r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return mission.IsOver ? Ended(r.Say, r, mission, what) : await SteppedAsync(r, mission, ct);
    }

    private static async Task<Result<Reply>> BackAsync(Request r, Mission mission, CancellationToken ct)
    {
        if (r.Text(Reason) is not { } reason)
        {
            return new Refusal("mission.back", mission.ShortTitle, mission.Label, MissionChoices.State.Labelled(mission.State)) { Mend = r.Line.With(Reason.Name.English, CommandLine.Blank) };
        }

        if (mission.IsOver)
        {
            await FindingPledges.OweAgainAsync(r.Db, mission, ct);
            await LookingBack.DropAsync(r.Db, mission, ct);
        }

        mission.StepBack();
        MonthlyRecap.Plan(r.Db, mission, r.Now);
        Journal.Write(r.Db, mission, r.Caller.PersonId, Journal.TakenBack, reason, r.Now);
        await TellingTeam.TellAtOnceAsync(r.Db, mission, TellingTeam.Everybody(mission, r.Caller.PersonId), say => Back(say, mission, reason), r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return Back(r.Say, mission, reason);
    }

    private static async Task<Reply> SteppedAsync(Request r, Mission mission, CancellationToken ct)
    {
        var card = await MissionCard.OfAsync(r.Db, mission, ct);
        return new Reply(r.Say["mission.stepped", mission.ShortTitle, mission.Label, MissionChoices.State.Labelled(mission.State)])
        {
            Lines = [NextStep.Sentence(r.Say, card)],
            Actions = [MissionActions.Show.On(mission.Id, r.Say)],
        };
    }

    private static Reply Stepped(Say say, Request r, Mission mission)
        => new(say["mission.told.stepped", r.Caller.Name.Cut(32), mission.ShortTitle, mission.Label, MissionChoices.State.Labelled(mission.State)]) { Actions = [MissionActions.Show.On(mission.Id, say)] };

    private static Reply Ended(Say say, Request r, Mission mission, string what) => new(say[$"mission.{what}", mission.ShortTitle, mission.Label])
    {
        Lines = r.Text(Reason) is { } reason ? [say["mission.because", reason]] : [],
        Actions = [MissionActions.Show.On(mission.Id, say)],
    };

    private static Reply Back(Say say, Mission mission, string reason) => new(say["mission.taken-back", mission.ShortTitle, mission.Label, MissionChoices.State.Labelled(mission.State)])
    {
        Lines = [say["mission.because", reason]],
        Actions = [MissionActions.Show.On(mission.Id, say)],
    };
}
