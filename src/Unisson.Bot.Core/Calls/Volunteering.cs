using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

/// <summary>
/// « Je peux aider »: a yes of somebody who was not asked. It is outside all caps, since it is their own wish, and makes them a candidate; the
/// place is theirs once the team chose them.
/// </summary>
internal static class Volunteering
{
    public static async Task<Result<Reply>> ComeForwardAsync(Request r, CallScene scene, CancellationToken ct)
    {
        if (scene.Call.IsOver)
        {
            return Answers.Over(r, scene);
        }

        var ask = scene.Call.Asks.Find(a => a.PersonId == r.Caller.PersonId);
        var role = scene.Mission.Holders.Find(h => h.PersonId == r.Caller.PersonId && h.Role == scene.Call.Role);
        if (role?.Holding is Holding.Selected or Holding.Active)
        {
            return new Refusal("call.in-role", scene.Mission.Title, scene.Mission.Label);
        }

        if (ask is not { State: AskState.Accepted, IsVolunteer: true })
        {
            ask = await OwnAsync(r, scene, ask, ct);
            if (!scene.IsShort)
            {
                ask.WaitInLine(r.Now);
                return new Reply(r.Say["ask.late-yes"]) { Actions = [CallActions.No.On(scene.Call.Id, r.Say)] };
            }

            await Roles.TakeAsync(r, scene, Holding.Candidate, ct);
            await CallNotices.ForwardAsync(r.Db, scene, ask, r.Caller.Name, r.Now, ct);
            await CallCard.PostAsync(r.Db, scene, r.Now, ct);
        }

        var names = await AskMessage.NamesAsync(r.Db, scene, ct);
        return new Reply(r.Say["ask.forward", names[scene.Call.CallerId]]) { Actions = [CallActions.HandBack.On(scene.Call.Id, r.Say)] };
    }

    /// <summary>Their row of this call. An ask that was planned and that they never saw gives way, and frees what it held.</summary>
    private static async Task<Ask> OwnAsync(Request r, CallScene scene, Ask? ask, CancellationToken ct)
    {
        if (ask is null)
        {
            ask = r.Db.Asks.Add(new Ask
            {
                CommunityId = scene.Call.CommunityId,
                CallId = scene.Call.Id,
                PersonId = r.Caller.PersonId,
                Minutes = scene.Call.Minutes,
                Month = scene.Call.Month,
                Level = scene.Call.Level,
                PlannedAt = r.Now,
            }).Entity;
            await r.Db.SaveChangesAsync(ct);
        }

        await CallEnd.WithdrawAsync(r.Db, ask, ct);
        ask.ComeForward(r.Now);
        return ask;
    }
}
