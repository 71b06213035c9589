using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

/// <summary><c>/mission status</c>: one step of the life cycle. Where it ends a mission, roles end, open calls close, and everybody in it is thanked once.</summary>
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

        var everybody = TellingTeam.Everybody(mission, r.Caller.PersonId).ToList();
        if (mission.Step(r.Get(To), r.Text(Reason), r.Now).Refused(out refusal, out _))
        {
            return refusal.Code == "mission.reason" ? refusal with { Mend = r.Line.With("reason", CommandLine.Blank) } : refusal;
        }

        var what = MissionChoices.State.English(mission.State);
        Journal.Write(r.Db, mission, r.Caller.PersonId, what, r.Text(Reason), r.Now);
        if (mission.IsOver)
        {
            await TellingTeam.TellAtOnceAsync(r.Db, mission, everybody, say => Ended(say, r, mission, what), r.Now, ct);
        }

        await Calls.CommonNote.AfterAnswerAsync(r.Db, mission, r.Now, ct);
        await MissionChanged.AfterAsync(r.Db, mission, r.Caller.PersonId, onCard: true, r.Now, ct);
        return mission.IsOver ? Ended(r.Say, r, mission, what) : await SteppedAsync(r, mission, ct);
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

    private static Reply Ended(Say say, Request r, Mission mission, string what) => new(say[$"mission.{what}", mission.ShortTitle, mission.Label])
    {
        Lines = r.Text(Reason) is { } reason ? [say["mission.because", reason]] : [],
        Actions = [MissionActions.Show.On(mission.Id, say)],
    };
}
