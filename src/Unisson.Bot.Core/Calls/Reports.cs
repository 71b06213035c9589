using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>
/// "Report" of somebody who was asked (rule 18): for them it is a no. Two put the call on hold, and those who keep the method, look after the
/// space or speak for the common decide whether it goes on. Who reported is told to nobody.
/// </summary>
internal static class Reports
{
    private const int Enough = 2;

    public static async Task<Reply> ReportAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        await Answers.SettleAsync(r, scene, ask, ct);
        ask.ReportedAt ??= r.Now;
        if (scene.Call.State is CallState.Open or CallState.Filled && scene.Call.Asks.Count(a => a.ReportedAt is not null) >= Enough)
        {
            await HoldAsync(r, scene, ct);
        }

        return new Reply(r.Say["ask.reported"])
        {
            Actions = [.. scene.Call.State == CallState.Open ? [CallActions.Change.On(scene.Call.Id, r.Say)] : Array.Empty<ReplyAction>(), CallActions.Rest.On(scene.Call.Id, r.Say)],
        };
    }

    /// <summary>Who answers otherwise takes their report back, as long as it did not put the call on hold.</summary>
    public static void TakeBack(CallScene scene, Ask? ask)
    {
        if (ask is not null && scene.Call.FrozenAt is null)
        {
            ask.ReportedAt = null;
        }
    }

    /// <summary>While the call is on hold a keeper's yes or no decides about it, and nobody takes a place; null where an answer is as ever.</summary>
    public static async Task<Result<Reply>?> OnHoldAsync(Request r, CallScene scene, CallAnswerKind answer, CancellationToken ct) => answer switch
    {
        CallAnswerKind.Yes or CallAnswerKind.No when scene.CanBeVouchedBy(r.Caller) => await DecideAsync(r, scene, goesOn: answer == CallAnswerKind.Yes, ct),
        CallAnswerKind.Yes or CallAnswerKind.Later or CallAnswerKind.Reserve => (Result<Reply>?)new Refusal("call.frozen", scene.Call.Label),
        _ => null,
    };

    /// <summary>It goes on with what was asked so far settled, or it ends.</summary>
    private static async Task<Reply> DecideAsync(Request r, CallScene scene, bool goesOn, CancellationToken ct)
    {
        var call = scene.Call;
        if (!goesOn)
        {
            await CallEnd.CloseAsync(r.Db, call, CallState.Closed, r.Now, ct);
            await CallNotices.ToCallerAsync(r.Db, scene, "call.held.ended", r.Caller.Name, r.Now, ct);
            return new Reply(r.Say["call.held.ended-by", call.Label]);
        }

        call.GoOn(r.Now);
        r.Db.Wake(r.Now);
        await r.Db.SaveChangesAsync(ct);
        await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        await CallNotices.ToCallerAsync(r.Db, scene, "call.held.goes-on", r.Caller.Name, r.Now, ct);
        return new Reply(r.Say["call.held.goes-on-by", call.Label]);
    }

    /// <summary>Nothing more is asked, and whoever has not answered is let off without a ring. Places that are held stay held.</summary>
    private static async Task HoldAsync(Request r, CallScene scene, CancellationToken ct)
    {
        scene.Call.Hold(r.Now);
        await CallEnd.LetOffAsync(r.Db, scene, "ask.held", r.Now, ct);
        r.Db.Wake(scene.Call.Deadline);
        await r.Db.SaveChangesAsync(ct);
        await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        await CallNotices.HeldAsync(r.Db, scene, await Vouching.KeepersAsync(r.Db, scene, ct), r.Now, ct);
    }
}
