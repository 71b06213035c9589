using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>The last look before an ask leaves (rule 1): the rules that planned it are asked again, with what is true now.</summary>
public static class Departure
{
    /// <summary>True when it may leave now. Otherwise it was held (<see cref="OutboxRow.NotBefore"/> moved on) or dropped (removed).</summary>
    public static Task<bool> MayLeaveAsync(BotDb db, OutboxRow row, DateTimeOffset now, CancellationToken ct) => LookAsync(db, row, inPerson: false, now, ct);

    /// <summary>
    /// The same for an ask that found its person's private messages closed, now that they are here themselves (rule 3): neither their hour nor
    /// their reach matters. One that was made again meanwhile is dropped; one that left by this very message, and perhaps never arrived, is not
    /// asked a second time.
    /// </summary>
    public static async Task<bool> MayBeShownAsync(BotDb db, OutboxRow row, DateTimeOffset now, CancellationToken ct)
    {
        var ask = await db.Asks.FirstAsync(a => a.Id == row.AskId, ct);
        if (ask.State == AskState.Released)
        {
            ask.Plan(ask.Chance, now);
            await db.SaveChangesAsync(ct);
        }
        else if (ask.State != AskState.Sent || ask.Card != row.Card)
        {
            db.Outbox.Remove(row);
            return false;
        }

        return await LookAsync(db, row, inPerson: true, now, ct);
    }

    /// <summary>An ask that never reached its person: it holds neither hours nor place, and the call looks for somebody else.</summary>
    internal static async Task TakeBackAsync(BotDb db, long askId, DateTimeOffset now, CancellationToken ct)
    {
        var ask = await db.Asks.FirstAsync(a => a.Id == askId, ct);
        if (ask.State is AskState.Planned or AskState.Sent)
        {
            ask.TakeBack();
            await LookAgainAsync(db, ask.CallId, now, ct);
        }
    }

    /// <summary>The person is no longer where the community lives: nothing more is asked of them there, and nobody is told.</summary>
    internal static async Task LeftAsync(BotDb db, long communityId, long personId, DateTimeOffset now, CancellationToken ct)
    {
        var membership = (await db.Memberships.FindAsync([communityId, personId], ct))!;
        membership.LeftAt ??= now;
        foreach (var common in await db.Commons.Where(c => c.CommunityId == communityId && (c.StewardId == personId || c.ProposedStewardId == personId)).ToListAsync(ct))
        {
            (common.StewardId, common.ProposedStewardId) = (common.StewardId == personId ? null : common.StewardId, common.ProposedStewardId == personId ? null : common.ProposedStewardId);
        }

        await CallEnd.ReleaseAsync(db, personId, communityId, now, ct);
        await Turns.KeepAsync(db, personId, ct);
    }

    private static async Task<bool> LookAsync(BotDb db, OutboxRow row, bool inPerson, DateTimeOffset now, CancellationToken ct)
    {
        var ask = await db.Asks.FirstAsync(a => a.Id == row.AskId, ct);
        var call = await db.Calls.Include(c => c.Asks).FirstAsync(c => c.Id == ask.CallId, ct);
        var scene = await CallScene.LoadAsync(db, call, ct);
        if (call.State != CallState.Open || now >= call.Deadline || !scene.IsShort || ask.State is not (AskState.Planned or AskState.Sent)
            || !await MayBeAskedAsync(db, scene, ask, inPerson, now, ct))
        {
            await DropAsync(db, row, ask, now, ct);
            return false;
        }

        var person = await db.PersonAsync(ask.PersonId, ct);
        var wakes = QuietHours.NextWake(person, Zones.Get(person.Zone ?? scene.Community.Zone), scene.Community.Holidays, now, scene.IsUrgent);
        if (wakes > now && !inPerson)
        {
            row.NotBefore = wakes;
            db.Wake(wakes);
            return false;
        }

        if (ask.State == AskState.Planned)
        {
            ask.Leave(now);
            person.WasAsked(scene.Clock, Call.Weight(ask.Level), now);
            await Turns.AskedAsync(db, person.Id, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>What is shown again was asked for by the person, and is no ask of the month; it waits for nobody's rest.</summary>
    private static async Task<bool> MayBeAskedAsync(BotDb db, CallScene scene, Ask ask, bool inPerson, DateTimeOffset now, CancellationToken ct)
    {
        var known = await Candidates.TheseAsync(db, scene, [ask.PersonId], ct);
        if (ask is { State: AskState.Sent, IsVolunteer: true })
        {
            return true;
        }

        if (known is not [var person] || (ask.State == AskState.Planned && scene.Mission.Holders.Exists(h => h.PersonId == ask.PersonId && h.Holding != Holding.HandedBack)))
        {
            return false;
        }

        var candidate = (await Facts.ReadAsync(db, scene, known, now, ct)).Of(person, leaving: true);
        candidate = inPerson ? candidate with { Bars = candidate.Bars & ~Bars.Unreachable } : candidate;
        if (ask.State == AskState.Sent)
        {
            return HardRules.Forbid(scene.ForPlan([]), candidate with { AsksThisMonth = 0 }) is null;
        }

        return HardRules.Forbid(scene.ForPlan([]), candidate) is null
            && !(await CommonBudget.LeftAsync(db, scene, now, ct) < 0)
            && candidate.History.FatigueAt(scene.Clock.MinutesAt(now)) <= Forecast.FatigueCap(scene.IsUrgent);
    }

    private static async Task DropAsync(BotDb db, OutboxRow row, Ask ask, DateTimeOffset now, CancellationToken ct)
    {
        db.Outbox.Remove(row);
        if (ask.State == AskState.Planned)
        {
            ask.State = AskState.Released;
            await LookAgainAsync(db, ask.CallId, now, ct);
        }
    }

    private static async Task LookAgainAsync(BotDb db, long callId, DateTimeOffset now, CancellationToken ct)
    {
        var call = await db.Calls.FirstAsync(c => c.Id == callId, ct);
        if (call.State == CallState.Open)
        {
            call.DueAt = now;
            db.Wake(now);
        }
    }
}
