using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// The answers of somebody who was asked (rules 2 and 7). Each costs one gesture, stays private, and is an answer for the sums of the policy; a
/// no is counted nowhere.
/// </summary>
internal static class Answers
{
    /// <summary>A yes holds the place. Who says it when the last place has just been taken is in reserve, and told so.</summary>
    public static async Task<Reply> YesAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        if (scene.Call.IsOver)
        {
            await RememberAsync(r, scene, ask, yes: true, ask.AnsweredAt is null, ct);
            ask.AnsweredAt ??= r.Now;
            return Over(r, scene);
        }

        if (ask.State == AskState.Accepted && ask.HoldsPlace(scene.Call.RoleOf(ask, scene.Mission)))
        {
            return await YoursAsync(r, scene, ct);
        }

        if (!scene.IsShort)
        {
            await RememberAsync(r, scene, ask, yes: true, ask.IsNext ? null : ask.WaitInLine(r.Now), ct);
            return new Reply(r.Say["ask.late-yes"]) { Actions = [CallActions.No.On(scene.Call.Id, r.Say)] };
        }

        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        await RememberAsync(r, scene, ask, yes: true, ask.Answer(AskState.Accepted, r.Now), ct);
        await Roles.TakeAsync(r, scene, Holding.Selected, ct);
        await CallNotices.YesAsync(r.Db, scene, ask, r.Caller.Name, r.Now, ct);
        if (scene.IsShort)
        {
            await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        }
        else
        {
            await CallEnd.CloseAsync(r.Db, scene.Call, CallState.Filled, r.Now, ct);
        }

        return await YoursAsync(r, scene, ct);
    }

    /// <summary>A no, or a place handed back: somebody else is looked for at once.</summary>
    public static async Task<Reply> NoAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        if (ask.State == AskState.Accepted)
        {
            return await HandBackAsync(r, scene, ask, ct);
        }

        await SettleAsync(r, scene, ask, ct);
        return new Reply(r.Say["ask.no"])
        {
            Actions = [.. scene.Call.IsOver ? [] : new[] { CallActions.Change.On(scene.Call.Id, r.Say) }, CallActions.Rest.On(scene.Call.Id, r.Say), CallActions.NotThisSubject.On(scene.Call.Id, r.Say)],
        };
    }

    /// <summary>It is shown once more, without a ring: the next day at 9, halfway to the deadline if that comes before, or when they said.</summary>
    public static async Task<Result<Reply>> LaterAsync(Request r, CallScene scene, Ask ask, DateTimeOffset? when, CancellationToken ct)
    {
        if (ask.State == AskState.Accepted)
        {
            return Holds(r, scene);
        }

        if (scene.Call.State != CallState.Open)
        {
            await SettleAsync(r, scene, ask, ct);
            return Over(r, scene);
        }

        if (when >= scene.Call.Deadline)
        {
            return new Refusal("call.later", scene.Call.Label, scene.Call.Deadline) { Mend = Without(r, "when") };
        }

        var again = when ?? Sooner(Tomorrow(r), scene.Call.Deadline, r.Now);
        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        await RememberAsync(r, scene, ask, yes: false, ask.AnswerUntil(AskState.Later, again, r.Now), ct);
        LookBy(r, scene.Call, again);
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
            await SettleAsync(r, scene, ask, ct);
            return Over(r, scene);
        }

        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        await RememberAsync(r, scene, ask, yes: false, ask.AnswerUntil(AskState.Reserve, Sooner(r.Now.AddDays(1), scene.Call.Deadline, r.Now), r.Now), ct);
        LookBy(r, scene.Call, r.Now);
        return new Reply(r.Say["ask.reserve"]) { Actions = [CallActions.Change.On(scene.Call.Id, r.Say)] };
    }

    public static async Task<Reply> NotThisSubjectAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        await SettleAsync(r, scene, ask, ct);
        if (scene.Common is not { } common)
        {
            return new Reply(r.Say["ask.no"]);
        }

        var person = r.Caller.PersonId;
        if (!await r.Db.Mutes.AnyAsync(m => m.CommunityId == common.CommunityId && m.PersonId == person && m.CommonId == common.Id, ct))
        {
            r.Db.Mutes.Add(new Mute { CommunityId = common.CommunityId, PersonId = person, CommonId = common.Id });
        }

        await Turns.KeepAsync(r.Db, person, ct);
        return new Reply(r.Say["ask.muted", common.Name]);
    }

    /// <summary>Two weeks of nothing. A place that they hold stays theirs.</summary>
    public static async Task<Reply> PauseAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        await SettleAsync(r, scene, ask, ct);
        var person = (await r.Db.People.FindAsync([r.Caller.PersonId], ct))!;
        (person.PausedAt, person.PauseEndsAt) = (r.Now, r.Now.AddDays(14));
        r.Db.Wake(person.PauseEndsAt.Value);
        await CallEnd.ReleaseAsync(r.Db, person.Id, null, r.Now, ct);
        await Turns.KeepAsync(r.Db, person.Id, ct);
        return new Reply(r.Say["ask.paused", r.Say.Day(person.PauseEndsAt.Value)]);
    }

    /// <summary>An old button of a call that is over: one can still come forward.</summary>
    public static Reply Over(Request r, CallScene scene) => scene.Call.IsOver
        ? new Reply(r.Say["call.over", r.Say.Day(scene.Call.EndedAt ?? r.Now)])
        : new Reply(r.Say["ask.filled", scene.Mission.Title, scene.Call.Label]) { Lines = [r.Say["ask.thanks"]] };

    /// <summary>Whatever was open is settled with a no; what is settled stays as it is.</summary>
    private static async Task SettleAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        var first = ask.AnsweredAt is null;
        if (ask.IsOpen || ask.State == AskState.Reserve)
        {
            ask.Answer(AskState.Declined, r.Now);
            LookBy(r, scene.Call, r.Now);
        }
        else if (ask.State != AskState.Accepted)
        {
            ask.AnsweredAt ??= r.Now;
        }

        await RememberAsync(r, scene, ask, yes: false, first, ct);
    }

    private static async Task<Reply> HandBackAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        var held = ask.HoldsPlace(scene.Call.RoleOf(ask, scene.Mission));
        ask.Answer(AskState.Declined, r.Now);
        await Roles.HandBackAsync(r, scene, ct);
        await CallEnd.FreeAsync(r.Db, scene.Call, r.Now, ct);
        await CallNotices.HandedBackAsync(r.Db, scene, r.Caller.PersonId, r.Caller.Name, r.Now, ct);
        return new Reply(r.Say[held ? "ask.handed-back" : "ask.withdrawn"]);
    }

    /// <param name="first">Whether it is the first answer to this ask; null when nothing is new.</param>
    private static async Task RememberAsync(Request r, CallScene scene, Ask ask, bool yes, bool? first, CancellationToken ct)
    {
        if (first is null || ask.IsVolunteer || ask.SentAt is not { } asked)
        {
            return;
        }

        var person = (await r.Db.People.FindAsync([r.Caller.PersonId], ct))!;
        if (first.Value)
        {
            person.Replied(scene.Clock, asked, yes, r.Now);
        }
        else if (yes)
        {
            person.CameRound();
        }
    }

    private static async Task<Reply> YoursAsync(Request r, CallScene scene, CancellationToken ct)
    {
        var names = await AskMessage.NamesAsync(r.Db, scene, ct);
        return new Reply(r.Say["ask.yes", names[scene.Call.CallerId]]) { Actions = [CallActions.HandBack.On(scene.Call.Id, r.Say)] };
    }

    private static Refusal Holds(Request r, CallScene scene) => new("call.yours", scene.Call.Label) { Mend = Without(r, "when").With("answer", "no") };

    private static CommandLine Without(Request r, string option)
        => r.Line with { Values = r.Line.Values.Where(v => v.Key != option).ToDictionary(StringComparer.Ordinal) };

    private static void LookBy(Request r, Call call, DateTimeOffset at)
    {
        if (call.State == CallState.Open && !(call.DueAt <= at))
        {
            call.DueAt = at;
            r.Db.Wake(at);
        }
    }

    private static DateTimeOffset Sooner(DateTimeOffset at, DateTimeOffset deadline, DateTimeOffset now) => at < deadline ? at : now + (deadline - now) / 2;

    private static DateTimeOffset Tomorrow(Request r)
    {
        var tomorrow = Instant.FromDateTimeOffset(r.Now).InZone(r.Caller.Zone).Date.PlusDays(1);
        return r.Caller.Zone.AtLeniently(tomorrow + new LocalTime(9, 0)).ToDateTimeOffset().ToUniversalTime();
    }
}
