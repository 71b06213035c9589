using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>
/// <c>/call answer</c>: one's own answer to a call, by whoever speaks (rule 2). Changeable until somebody else has the place; a no gives a
/// place back. A guarantor or admin lets a waiting call leave by the same words (rule 18). Refusals: <c>call.unknown</c>, <c>call.over</c>,
/// <c>call.not-asked</c>, <c>call.not-yet</c>, <c>call.later</c>, <c>call.frozen</c>.
/// </summary>
public static class CallAnswer
{
    internal static readonly Option<string> Call = Options.Text("call", "appel", 20, needed: true, picks: Picks.Call);
    private static readonly Option<CallAnswerKind> Answer = Options.Choice("answer", "réponse", CallChoices.Answer, needed: true);
    private static readonly Option<DateTimeOffset> When = DateOptions.Instant("when", "quand");

    public static CommandSpec Spec { get; } = new(Groups.Call, new("answer", "répondre"))
    {
        Allow = Allow.Member,
        Options = [Call, Answer, When],
        Form = [Call, Answer],
        Shortcuts = [new(new("accept", "accepter", "oui", "yes"), Answer, "yes"), new(new("decline", "décliner", "non", "no"), Answer, "no")],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CallAsync(r.Get(Call), ct)).Refused(out var refusal, out var scene))
        {
            return refusal;
        }

        var (answer, ask) = (r.Get(Answer), scene.Call.Asks.Find(a => a.PersonId == r.Caller.PersonId && a.IsKnown));
        if (scene.Call.State == CallState.Waiting)
        {
            return scene.CanBeVouchedBy(r.Caller) ? await Vouching.SayAsync(r, scene, answer, ct) : new Refusal("call.not-yet", scene.Call.Label);
        }

        if (scene.Call.State == CallState.Frozen && ask is not { State: AskState.Accepted } && await Reports.OnHoldAsync(r, scene, answer, ct) is { } held)
        {
            return held;
        }

        if (answer != CallAnswerKind.Report)
        {
            Reports.TakeBack(scene, ask);
        }

        return answer switch
        {
            CallAnswerKind.Yes when ask is null or { IsVolunteer: true } => await Volunteering.ComeForwardAsync(r, scene, ct),
            _ when ask is null => new Refusal("call.not-asked", scene.Call.Label),
            CallAnswerKind.Yes => await Answers.YesAsync(r, scene, ask, ct),
            CallAnswerKind.Later => await Deferrals.LaterAsync(r, scene, ask, r.Value(When), ct),
            CallAnswerKind.Reserve => await Deferrals.ReserveAsync(r, scene, ask, ct),
            CallAnswerKind.NotThisSubject => await Answers.NotThisSubjectAsync(r, scene, ask, ct),
            CallAnswerKind.Pause => await Answers.PauseAsync(r, scene, ask, ct),
            CallAnswerKind.Report => await Reports.ReportAsync(r, scene, ask, ct),
            _ => await Answers.NoAsync(r, scene, ask, ct),
        };
    }
}
