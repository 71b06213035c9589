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
    public static async Task<bool> MayLeaveAsync(BotDb db, OutboxRow row, DateTimeOffset now, CancellationToken ct)
    {
        var ask = await db.Asks.FirstAsync(a => a.Id == row.AskId, ct);
        var call = await db.Calls.Include(c => c.Asks).FirstAsync(c => c.Id == ask.CallId, ct);
        var scene = await CallScene.LoadAsync(db, call, ct);
        if (call.State != CallState.Open || now >= call.Deadline || !scene.IsShort || ask.State is not (AskState.Planned or AskState.Sent)
            || !await MayBeAskedAsync(db, scene, ask, now, ct))
        {
            Drop(db, row, call, ask, now);
            return false;
        }

        var person = (await db.People.FindAsync([ask.PersonId], ct))!;
        var wakes = QuietHours.NextWake(person, Zones.Get(person.Zone ?? scene.Community.Zone), scene.Community.Holidays, now, scene.IsUrgent);
        if (wakes > now)
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
    private static async Task<bool> MayBeAskedAsync(BotDb db, CallScene scene, Ask ask, DateTimeOffset now, CancellationToken ct)
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
        if (ask.State == AskState.Sent)
        {
            return HardRules.Forbid(scene.ForPlan([]), candidate with { AsksThisMonth = 0 }) is null;
        }

        return HardRules.Forbid(scene.ForPlan([]), candidate) is null
            && candidate.History.FatigueAt(scene.Clock.MinutesAt(now)) <= Forecast.FatigueCap(scene.IsUrgent);
    }

    private static void Drop(BotDb db, OutboxRow row, Call call, Ask ask, DateTimeOffset now)
    {
        db.Outbox.Remove(row);
        if (ask.State != AskState.Planned)
        {
            return;
        }

        ask.State = AskState.Released;
        if (call.State == CallState.Open)
        {
            call.DueAt = now;
            db.Wake(now);
        }
    }
}
