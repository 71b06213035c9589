using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>
/// <c>/call show</c>: the card; to who was asked, their own ask with all answers; to the team the yeses by name and the rest as one sentence that
/// is always the same (rule 4).
/// </summary>
public static class CallShow
{
    public static CommandSpec Spec { get; } = new(Groups.Call, new("show", "voir"))
    {
        Allow = Allow.Member,
        Options = [CallAnswer.Call],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.CallAsync(r.Get(CallAnswer.Call), ct)).Refused(out var refusal, out var scene))
        {
            return refusal;
        }

        var (call, own) = (scene.Call, scene.Call.Asks.Find(a => a.PersonId == r.Caller.PersonId && a.IsKnown));
        var lines = await CallCard.LinesAsync(r.Db, scene, r.Say, r.Caller, ct);
        if (own is not null)
        {
            lines.Add(r.Say["call.own", CallChoices.Ask.Label(own.State, r.Say)]);
        }

        if (scene.IsLedBy(r.Caller) && call.State is CallState.Open or CallState.Waiting)
        {
            lines.Add(r.Say[call.State == CallState.Open ? "call.rest" : "call.rest.waiting"]);
        }

        lines.Add(call.IsOver ? r.Say["call.over", r.Say.Day(call.EndedAt ?? call.Deadline)] : r.Say["call.until", call.Deadline]);
        return new Reply(CallCard.First(scene, r.Say, r.Caller)) { Lines = lines, Actions = [.. Actions(r, scene, own)] };
    }

    /// <summary>What this person can do with it.</summary>
    public static IEnumerable<ReplyAction> Actions(Request r, CallScene scene, Ask? own)
    {
        var call = scene.Call;
        if (call.State == CallState.Waiting && scene.CanBeVouchedBy(r.Caller))
        {
            return [CallActions.Vouch.On(call.Id, r.Say), CallActions.Refuse.On(call.Id, r.Say)];
        }

        if (call.State == CallState.Frozen && scene.CanBeVouchedBy(r.Caller))
        {
            return [CallActions.GoOn.On(call.Id, r.Say), CallActions.End.On(call.Id, r.Say)];
        }

        IReadOnlyList<ReplyAction> mine = own switch
        {
            _ when call.State is not (CallState.Open or CallState.Filled) => [],
            { State: AskState.Accepted } => [CallActions.HandBack.On(call.Id, r.Say)],
            { IsVolunteer: false } => AskMessage.Answers(call, r.Say),
            null when call.CallerId == r.Caller.PersonId => [],
            _ => [CallActions.Help.On(call.Id, r.Say)],
        };
        return scene.IsLedBy(r.Caller) && !call.IsOver ? mine.Append(CallActions.Close.On(call.Id, r.Say)) : mine;
    }
}
