using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary><c>/call close</c>: the team, or a guarantor, ends a call; whoever was asked is released and thanked. Refusals: <c>standing.team</c>, <c>call.closed-already</c>.</summary>
public static class CallClose
{
    public static CommandSpec Spec { get; } = new(Groups.Call, new("close", "clore", "clôturer", "fermer"))
    {
        Allow = Allow.Member,
        Options = [CallAnswer.Call],
        Form = [CallAnswer.Call],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await r.LedCallAsync(r.Get(CallAnswer.Call), ct)).Refused(out var refusal, out var scene))
        {
            return refusal;
        }

        if (scene.Call.EndedAt is { } ended && scene.Call.IsOver)
        {
            return new Refusal("call.closed-already", scene.Call.Label, r.Say.Day(ended));
        }

        await CallEnd.CloseAsync(r.Db, scene.Call, CallState.Closed, r.Now, ct);
        return new Reply(r.Say["call.closed", scene.Call.Label]);
    }
}
