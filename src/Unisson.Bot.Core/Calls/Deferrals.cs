using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Calls;

/// <summary>"Later" and "only if nobody else can": answers that leave the question open (rule 2). Who holds the place gives it back by a no instead.</summary>
internal static class Deferrals
{
    /// <summary>It is shown once more, without a ring: the next day at 9, halfway to the deadline if that comes before, or when they said.</summary>
    public static async Task<Result<Reply>> LaterAsync(Request r, CallScene scene, Ask ask, DateTimeOffset? when, CancellationToken ct)
    {
        if (ask.State == AskState.Accepted)
        {
            return Holds(r, scene);
        }

        if (scene.Call.State != CallState.Open)
        {
            await Answers.SettleAsync(r, scene, ask, ct);
            return Answers.Over(r, scene);
        }

        if (when >= scene.Call.Deadline)
        {
            return new Refusal("call.later", scene.Call.Label, scene.Call.Deadline) { Mend = Without(r, "when") };
        }

        var again = when ?? Sooner(Tomorrow(r), scene.Call.Deadline, r.Now);
        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        await Answers.RememberAsync(r, scene, ask, yes: false, ask.AnswerUntil(AskState.Later, again, r.Now), ct);
        Answers.LookBy(r, scene.Call, again);
        return new Reply(r.Say["ask.later", again]) { Actions = [CallActions.Change.On(scene.Call.Id, r.Say)] };
    }

    /// <summary>"Only if nobody else can": after everybody else, and not before a day, or half of the time that is left.</summary>
    public static async Task<Result<Reply>> ReserveAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        if (ask.State == AskState.Accepted)
        {
            return Holds(r, scene);
        }

        if (scene.Call.IsOver)
        {
            await Answers.SettleAsync(r, scene, ask, ct);
            return Answers.Over(r, scene);
        }

        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        await Answers.RememberAsync(r, scene, ask, yes: false, ask.AnswerUntil(AskState.Reserve, Sooner(r.Now.AddDays(1), scene.Call.Deadline, r.Now), r.Now), ct);
        Answers.LookBy(r, scene.Call, r.Now);
        return new Reply(r.Say["ask.reserve"]) { Actions = [CallActions.Change.On(scene.Call.Id, r.Say)] };
    }

    private static Refusal Holds(Request r, CallScene scene) => new("call.yours", scene.Call.Label) { Mend = Without(r, "when").With("answer", "no") };

    private static CommandLine Without(Request r, string option)
        => r.Line with { Values = r.Line.Values.Where(v => v.Key != option).ToDictionary(StringComparer.Ordinal) };

    private static DateTimeOffset Sooner(DateTimeOffset at, DateTimeOffset deadline, DateTimeOffset now) => at < deadline ? at : now + (deadline - now) / 2;

    private static DateTimeOffset Tomorrow(Request r)
    {
        var tomorrow = Instant.FromDateTimeOffset(r.Now).InZone(r.Caller.Zone).Date.PlusDays(1);
        return r.Caller.Zone.AtLeniently(tomorrow + new LocalTime(9, 0)).ToDateTimeOffset().ToUniversalTime();
    }
}
