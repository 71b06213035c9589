using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Availability;
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
        await CommonNote.AfterYesAsync(r.Db, scene, ask, r.Now, ct);
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
    public static async Task<Result<Reply>> PauseAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
    {
        await SettleAsync(r, scene, ask, ct);
        var pause = new Request(r.Catalogue, AvailabilityPause.Spec, new CommandLine(AvailabilityPause.Spec.Path, ("until", "in two weeks")), r.Caller, r.Db, r.Now) { Settings = r.Settings };
        return pause.ReadOptions() ?? await AvailabilityPause.Spec.Run(pause, ct);
    }

    /// <summary>An old button of a call that is over: one can still come forward.</summary>
    public static Reply Over(Request r, CallScene scene) => scene.Call.IsOver
        ? new Reply(r.Say["call.over", r.Say.Day(scene.Call.EndedAt ?? r.Now)])
        : new Reply(r.Say["ask.filled", scene.Mission.Title, scene.Call.Label]) { Lines = [r.Say["ask.thanks"]] };

    /// <summary>Whatever was open is settled with a no; what is settled stays as it is.</summary>
    internal static async Task SettleAsync(Request r, CallScene scene, Ask ask, CancellationToken ct)
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
        await CommonNote.AfterHandBackAsync(r.Db, scene, ask, r.Now, ct);
        await CallEnd.FreeAsync(r.Db, scene.Call, r.Now, ct);
        await CallNotices.HandedBackAsync(r.Db, scene, r.Caller.PersonId, r.Caller.Name, r.Now, ct);
        return new Reply(r.Say[held ? "ask.handed-back" : "ask.withdrawn"]);
    }

    /// <param name="first">Whether it is the first answer to this ask; null when nothing is new.</param>
    internal static async Task RememberAsync(Request r, CallScene scene, Ask ask, bool yes, bool? first, CancellationToken ct)
    {
        if (first is null || ask.IsVolunteer || ask.SentAt is not { } asked)
        {
            return;
        }

        var person = await r.Db.PersonAsync(r.Caller.PersonId, ct);
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

    internal static void LookBy(Request r, Call call, DateTimeOffset at)
    {
        if (call.State == CallState.Open && !(call.DueAt <= at))
        {
            call.DueAt = at;
            r.Db.Wake(at);
        }
    }
}
