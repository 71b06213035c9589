using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// The end of a call releases everybody (rule 7): who was asked and has not settled it is thanked without a ring, and their hours are free
/// again; what was planned and has not left is dropped, and nobody ever hears of it.
/// </summary>
public static class CallEnd
{
    /// <param name="state">Filled, Closed or Expired. Closing keeps the yeses.</param>
    public static async Task CloseAsync(BotDb db, Call call, CallState state, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var scene = await CallScene.LoadAsync(db, call, ct);
        var shown = call.State != CallState.Waiting;
        call.End(state, now);
        await LetOffAsync(db, scene, state == CallState.Filled ? "ask.filled" : "ask.ended", now, ct);
        if (shown)
        {
            await CallCard.PostAsync(db, scene, now, ct);
        }

        if (state == CallState.Expired)
        {
            await CallNotices.ExpiredAsync(db, scene, now, ct);
        }
    }

    /// <summary>Whoever was asked and has not settled it is let off without a ring; what was planned and has not left is dropped.</summary>
    /// <param name="key">What their ask changes into.</param>
    internal static async Task LetOffAsync(BotDb db, CallScene scene, string key, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var ask in scene.Call.Asks.Where(a => a.IsOpen).ToList())
        {
            await WithdrawAsync(db, ask, ct);
            if (ask.State is AskState.Sent or AskState.Later)
            {
                await ThankAsync(db, scene, ask, key, now, ct);
            }

            ask.State = scene.Call.State == CallState.Expired && ask is { State: AskState.Sent, AnsweredAt: null } ? AskState.Silent : AskState.Released;
        }
    }

    /// <summary>
    /// Takes back every open ask of a person, without a trace for others and without a word to them: they paused, took back their consent or
    /// left. The calls look for somebody else at once.
    /// </summary>
    /// <param name="communityId">Only here; null for everywhere.</param>
    public static async Task ReleaseAsync(BotDb db, long personId, long? communityId, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        AskState[] open = [AskState.Planned, AskState.Sent, AskState.Later, AskState.Reserve];
        var asks = await db.Asks.Where(a => a.PersonId == personId && open.Contains(a.State) && (communityId == null || a.CommunityId == communityId)).ToListAsync(ct);
        foreach (var ask in asks)
        {
            await WithdrawAsync(db, ask, ct);
            ask.State = AskState.Released;
        }

        var calls = asks.ConvertAll(a => a.CallId);
        foreach (var call in await db.Calls.Where(c => calls.Contains(c.Id) && c.State == CallState.Open).ToListAsync(ct))
        {
            call.DueAt = now;
            db.Wake(now);
        }
    }

    /// <summary>After a place became free: opens the call again where there is time, and shows it.</summary>
    internal static async Task FreeAsync(BotDb db, Call call, DateTimeOffset now, CancellationToken ct)
    {
        if (call.FreePlace(now))
        {
            db.Wake(now);
        }

        await db.SaveChangesAsync(ct);
        await CallCard.PostAsync(db, await CallScene.LoadAsync(db, call, ct), now, ct);
    }

    /// <summary>Takes an ask's message out of the outbox if it has not left.</summary>
    internal static async Task WithdrawAsync(BotDb db, Ask ask, CancellationToken ct)
        => db.Outbox.RemoveRange(await db.Outbox.Where(o => o.AskId == ask.Id && o.SentAt == null).ToListAsync(ct));

    /// <summary>The ask itself changes into it where the door can, without a ring.</summary>
    private static async Task ThankAsync(BotDb db, CallScene scene, Ask ask, string key, DateTimeOffset now, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(db, ask.PersonId, scene.Call.CommunityId, now, ct);
        var thanks = new Reply(CallWords.Fit(scene.Mission.Title, title => say[key, title, scene.Call.Label])) { Lines = [say["ask.thanks"]], Card = ask.Card };
        await Outbox.ToPersonAsync(db, scene.Call.CommunityId, ask.PersonId, scene.Call.Subject, thanks, now, null, null, ct);
    }
}
