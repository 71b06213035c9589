using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>Opens a call: the card, and the first wave. If nobody vouched for the caller yet and nobody guarantees the mission, it waits (rule 18).</summary>
internal static class CallOpening
{
    public static async Task<Reply> OpenAsync(Request r, CallDraft draft, CancellationToken ct)
    {
        var call = r.Db.Calls.Add(draft.ToCall(r, await NumberAsync(r.Db, draft.Mission, ct))).Entity;
        await r.Db.SaveChangesAsync(ct);
        var scene = await CallScene.LoadAsync(r.Db, call, ct);
        if (await IsVouchedAsync(r, scene, ct))
        {
            await CallCard.PostAsync(r.Db, scene, r.Now, ct);
            await Wave.PlanAsync(r.Db, call, r.Now, ct);
            return new Reply(r.Say[scene.IsPrivate ? "call.opened.private" : "call.opened", call.Label]) { Actions = [CallActions.Show.On(call.Id, r.Say)] };
        }

        (call.State, call.DueAt) = (CallState.Waiting, call.Deadline);
        r.Db.Wake(call.Deadline);
        await CallNotices.WaitingAsync(r.Db, scene, r.Caller.Name, await Vouching.KeepersAsync(r.Db, scene, ct), r.Now, ct);
        return new Reply(r.Say["call.waits", call.Label]) { Actions = [CallActions.Show.On(call.Id, r.Say), CallActions.Close.On(call.Id, r.Say)] };
    }

    private static async Task<bool> IsVouchedAsync(Request r, CallScene scene, CancellationToken ct)
        => r.Caller.IsGuarantor || r.Caller.IsAdmin || scene.GuarantorId is not null
            || await r.Db.Memberships.AnyAsync(m => m.CommunityId == r.Caller.CommunityId && m.PersonId == r.Caller.PersonId && m.IsVouched, ct);

    /// <summary>In the row of the community; four random digits for a mission numbered apart.</summary>
    private static async Task<int> NumberAsync(BotDb db, Mission mission, CancellationToken ct)
    {
        if (!mission.IsApart)
        {
            return await db.NextNumberAsync("call", mission.CommunityId, ct);
        }

        int number;
        do
        {
            number = RandomNumberGenerator.GetInt32(10_000);
        }
        while (await db.Calls.AnyAsync(c => c.CommunityId == mission.CommunityId && c.IsApart && c.Number == number, ct));

        return number;
    }
}
