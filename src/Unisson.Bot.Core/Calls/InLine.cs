using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Calls;

/// <summary>
/// Those whose answer asks for a second word: "later" is shown once more without a ring, and who said yes when the last place was taken comes
/// before everybody else if it frees up (rule 7). Neither is an ask of the month: they wished it.
/// </summary>
internal static class InLine
{
    /// <summary>As many as there are free places, in the order of their yes, if their hours and their pause still allow it.</summary>
    public static async Task ComeUpAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct)
    {
        var line = scene.Call.Asks.Where(a => a is { State: AskState.Reserve, IsNext: true }).OrderBy(a => a.AnsweredAt).ThenBy(a => a.Id).ToList();
        var places = scene.Call.Places - scene.Filled - scene.Call.Asks.Count(a => a is { State: AskState.Later or AskState.Sent, IsNext: true });
        if (line.Count == 0 || places <= 0)
        {
            return;
        }

        var known = await Candidates.TheseAsync(db, scene, line.ConvertAll(a => a.PersonId), ct);
        var facts = await Facts.ReadAsync(db, scene, known, now, ct);
        foreach (var ask in line.Where(a => a.IsVolunteer || known.Exists(k => k.Person.Id == a.PersonId && MayComeUp(scene, facts, k))).Take(places))
        {
            ask.ComeUp(now);
        }
    }

    /// <summary>What was to be shown again by now.</summary>
    public static async Task ShowAgainAsync(BotDb db, CallScene scene, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var ask in scene.Call.Asks.Where(a => a.State == AskState.Later && a.LaterAt <= now).ToList())
        {
            ask.Reopen(now);
            var person = await db.PersonAsync(ask.PersonId, ct);
            var say = await Outbox.SayToAsync(db, ask.PersonId, ask.CommunityId, now, ct);
            var leaves = QuietHours.NextWake(person, say.Zone, scene.Community.Holidays, now, scene.IsUrgent);
            await Outbox.ToPersonAsync(db, ask.CommunityId, ask.PersonId, scene.Call.Subject, AskMessage.Again(scene, ask, say), now, leaves, ask.Id, ct);
        }
    }

    private static bool MayComeUp(CallScene scene, Facts facts, Known known)
        => HardRules.Forbid(scene.ForPlan([]), facts.Of(known, leaving: true) with { AsksThisMonth = 0 }) is null;
}
