using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Availability;

/// <summary>
/// "Still true?": each quarter what somebody gives, each year what they said of a common; one quiet message in their waking hours. A silence is an
/// answer, it leaves all as it is and is never reminded.
/// </summary>
public static class StillTrue
{
    private const int Batch = 100;
    private const int MostExperiences = 5;
    private const int Quarter = 3;
    private const int Year = 12;

    public static DueKind Due { get; } = new("still-true", (db, ct) => db.Memberships.MinAsync(m => m.StillTrueAt, ct), RunAsync);

    /// <summary>After somebody said what they give: a quarter later. Without consent only experiences are asked about, a year after each was said.</summary>
    public static async Task PlanAsync(BotDb db, Membership membership, DateTimeOffset now, CancellationToken ct)
        => At(db, membership, Next(membership, membership.Asks > 0 ? [] : await BondsOf(db, membership).ToListAsync(ct), now));

    /// <summary>After an experience was said, where nothing was to be asked before.</summary>
    public static void Begin(BotDb db, Membership membership, DateTimeOffset now)
        => At(db, membership, membership.StillTrueAt ?? now.AddMonths(membership.Asks > 0 ? Quarter : Year));

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Memberships.Where(m => m.StillTrueAt <= now).OrderBy(m => m.StillTrueAt).Take(Batch).ToListAsync(ct);
        foreach (var membership in due)
        {
            At(db, membership, await LookAsync(db, membership, now, ct));
        }

        return due.Count == Batch;
    }

    /// <summary>Asks what there is to ask. Gives when to look again, within the quarter only when it is no waking hour now.</summary>
    private static async Task<DateTimeOffset?> LookAsync(BotDb db, Membership membership, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.PersonAsync(membership.PersonId, ct);
        if (membership.LeftAt is not null || person.PausedAt is not null)
        {
            return now.AddMonths(Quarter);
        }

        var community = await db.CommunityAsync(membership.CommunityId, ct);
        var say = await Outbox.SayToAsync(db, person.Id, community.Id, now, ct);
        if (QuietHours.NextWake(person, say.Zone, community.Holidays, now, isUrgent: false) is var wake && wake > now)
        {
            return wake;
        }

        var bonds = await BondsOf(db, membership).ToListAsync(ct);
        var old = bonds.Where(b => b.Experience.DeclaredAt <= now.AddMonths(-Year)).Take(MostExperiences).ToList();
        if (membership.Asks > 0 || old.Count > 0)
        {
            await AskAsync(db, community, StillTrueQuestion.Of(say, community, person, membership, old), person.Id, now, ct);
            old.ForEach(b => b.Experience.Stand(now));
        }

        return Next(membership, bonds, now);
    }

    /// <summary>One question a person and community: where the last one never found a way to them, this one takes its place.</summary>
    private static async Task AskAsync(BotDb db, Community community, Reply question, long personId, DateTimeOffset now, CancellationToken ct)
    {
        var card = $"still-true:{community.Id}:{personId}";
        foreach (var account in await db.Accounts.Where(a => a.PersonId == personId && a.PrivateChannel != null).ToListAsync(ct))
        {
            // What was asked a quarter ago stays as it is: nobody would see that it was edited.
            if (await db.Posted.FindAsync([account.Door, account.PrivateChannel, card], ct) is { } posted)
            {
                db.Posted.Remove(posted);
            }
        }

        await Outbox.ToPersonAsync(db, community.Id, personId, card, question with { Card = card }, now, notBefore: null, askId: null, ct);
    }

    /// <summary>What somebody said of commons, the oldest first; not of those about which they want to hear nothing.</summary>
    private static IQueryable<Bond> BondsOf(BotDb db, Membership membership) =>
        from x in db.Experiences
        join c in db.Commons on x.CommonId equals c.Id
        where x.PersonId == membership.PersonId && x.CommunityId == membership.CommunityId
            && !db.Mutes.Any(m => m.CommunityId == x.CommunityId && m.PersonId == x.PersonId && m.CommonId == x.CommonId)
        orderby x.DeclaredAt, x.Id
        select new Bond(x, c.Name);

    private static DateTimeOffset? Next(Membership membership, List<Bond> bonds, DateTimeOffset now)
    {
        var quarter = now.AddMonths(Quarter);
        if (membership.Asks > 0 || bonds.Count == 0)
        {
            return membership.Asks > 0 ? quarter : null;
        }

        var year = bonds.Min(b => b.Experience.DeclaredAt).AddMonths(Year);
        return year > quarter ? year : quarter;
    }

    private static void At(BotDb db, Membership membership, DateTimeOffset? at)
    {
        membership.StillTrueAt = at;
        if (at is { } instant)
        {
            db.Wake(instant);
        }
    }
}
