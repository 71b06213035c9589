using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Concerns;

/// <summary>Who hears a concern: who guarantees the mission first, then the other guarantors of the community, never who says it.</summary>
internal static class Hearing
{
    private const int Most = 10;

    /// <summary>Their names by id, those of the mission first.</summary>
    public static async Task<Dictionary<long, string>> GuarantorsAsync(Request r, Mission mission, CancellationToken ct)
    {
        var yes = true;
        var own = mission.Holders.Where(h => h is { Role: RoleKind.GuarantorConnector, Holding: Holding.Active }).Select(h => h.PersonId).ToList();
        var others = await r.Db.Memberships.Where(m => m.CommunityId == mission.CommunityId && m.IsGuarantor == yes && m.LeftAt == null).OrderBy(m => m.PersonId).Select(m => m.PersonId).Take(Most).ToListAsync(ct);
        var ids = own.Concat(others).Where(p => p != r.Caller.PersonId).Distinct().ToList();
        var names = await Naming.NamesAsync(r.Db, ids, ct);
        return ids.ToDictionary(p => p, p => names[p]);
    }

    public static async Task<Result<Reply>> TellAsync(Request r, Mission mission, Person guarantor, string what, CancellationToken ct)
    {
        if (await r.Db.Concerns.AnyAsync(c => c.CommunityId == mission.CommunityId && c.PersonId == r.Caller.PersonId && c.MissionId == mission.Id && c.GuarantorId == guarantor.Id && c.AnsweredAt == null, ct))
        {
            return new Refusal("concern.waits", guarantor.Name, mission.ShortTitle, mission.Label);
        }

        var concern = r.Db.Concerns.Add(new Concern { CommunityId = mission.CommunityId, MissionId = mission.Id, PersonId = r.Caller.PersonId, GuarantorId = guarantor.Id, What = what, At = r.Now, DueAt = r.Now + Concern.Patience }).Entity;
        Journal.Write(r.Db, mission, guarantor.Id, Journal.Concern, null, r.Now);
        await r.Db.SaveChangesAsync(ct);
        r.Db.Wake(concern.DueAt!.Value);
        var say = await Outbox.SayToAsync(r.Db, guarantor.Id, mission.CommunityId, r.Now, ct);
        await Outbox.ToPersonAsync(r.Db, mission.CommunityId, guarantor.Id, $"concern:{concern.Id}", Told(say, r, mission, guarantor, concern), r.Now, null, null, ct);
        return new Reply(r.Say["concern.told", guarantor.Name, mission.ShortTitle, mission.Label]) { Lines = [r.Say["concern.journalled", Concern.Patience.Days]] };
    }

    /// <summary>They spoke with who raised it: its words are gone, the fact stays.</summary>
    public static async Task<Result<Reply>> AnsweredAsync(Request r, string typed, CancellationToken ct)
    {
        if ((await r.PersonAsync(typed, ct)).Refused(out var refusal, out var person))
        {
            return refusal;
        }

        var open = await r.Db.Concerns.AsTracking().Where(c => c.CommunityId == r.Caller.CommunityId && c.PersonId == person.Id && c.GuarantorId == r.Caller.PersonId && c.AnsweredAt == null).ToListAsync(ct);
        if (open.Count == 0)
        {
            return new Refusal("concern.what") { Mend = r.Line.With("what", CommandLine.Blank) };
        }

        open.ForEach(c => (c.AnsweredAt, c.What, c.DueAt) = (r.Now, null, null));
        var say = await Outbox.SayToAsync(r.Db, person.Id, r.Caller.CommunityId, r.Now, ct);
        await Outbox.ToPersonAsync(r.Db, r.Caller.CommunityId, person.Id, $"concern:{open[0].Id}", new Reply(say["concern.they-say", r.Caller.Name]) { Lines = [say["concern.another"]] }, r.Now, null, null, ct);
        return new Reply(r.Say["concern.answered", person.Name]);
    }

    /// <summary>A private mission is no more than that to a guarantor who has no part in it.</summary>
    private static Reply Told(Say say, Request r, Mission mission, Person guarantor, Concern concern)
    {
        var first = mission.IsSeenBy(guarantor.Id) ? say["concern.hear", r.Caller.Name.Cut(32), mission.ShortTitle, mission.Label] : say["concern.hear-private", r.Caller.Name.Cut(32)];
        return new Reply(first)
        {
            Lines = [say["concern.words", concern.What], say["concern.answer-by", concern.DueAt]],
            Actions = [ConcernActions.Answered.On(concern.Id, say)],
            Loudness = Loudness.Ping,
        };
    }
}
