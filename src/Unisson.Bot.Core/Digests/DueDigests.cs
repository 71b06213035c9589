using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Due;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>
/// Digests of people, when theirs are due. None goes to somebody who is on pause or cannot be reached, and none that would say nothing: what
/// happened meanwhile is told the next time.
/// </summary>
public static class DueDigests
{
    /// <summary>Few at a time: commands of others are done between two batches.</summary>
    private const int Batch = 25;

    public static DueKind Due { get; } = new("digests", (db, ct) => db.Memberships.MinAsync(m => m.DigestAt, ct), RunAsync);

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var due = await db.Memberships.Where(m => m.DigestAt <= now).OrderBy(m => m.DigestAt).Take(Batch).ToListAsync(ct);
        foreach (var membership in due)
        {
            var person = await db.PersonAsync(membership.PersonId, ct);
            if (await LookAsync(db, membership, person, now, ct) is { } later)
            {
                membership.DigestAt = later;
                db.Wake(later);
            }
            else
            {
                await DigestTimes.PlanAsync(db, membership, person, now, ct);
            }
        }

        return due.Count == Batch;
    }

    /// <summary>Gives when to look again where it is no hour for a digest now, as after the program was down; null when it was looked.</summary>
    private static async Task<DateTimeOffset?> LookAsync(BotDb db, Membership membership, Person person, DateTimeOffset now, CancellationToken ct)
    {
        if (membership.LeftAt is not null)
        {
            db.News.RemoveRange(await NewsOf(db, membership).ToListAsync(ct));
            return null;
        }

        // Whoever became a member under an older version has their first one at the time that is planned now.
        if (membership.DigestedAt is not { } since || person.PausedAt is not null || !await TellingNews.IsReachableAsync(db, person.Id))
        {
            return null;
        }

        var community = await db.CommunityAsync(membership.CommunityId, ct);
        var say = await Outbox.SayToAsync(db, person.Id, community.Id, now, ct);
        if (QuietHours.NextWake(person, say.Zone, community.Holidays, now, isUrgent: false) is var wake && wake > now)
        {
            return DigestTimes.MorningFrom(person, say.Zone, community.Holidays, Instant.FromDateTimeOffset(wake).InZone(say.Zone).Date);
        }

        var news = await NewsOf(db, membership).OrderBy(n => n.Id).Take(DigestMessage.MostNews + 1).ToListAsync(ct);
        if (await DigestMessage.OfAsync(db, community, person, news, since, say, ct) is { } digest)
        {
            db.News.RemoveRange(news.Take(DigestMessage.MostNews));
            await Outbox.ToPersonAsync(db, community.Id, person.Id, $"digest:{community.Id}:{person.Id}", digest, now, notBefore: null, askId: null, ct);
        }

        membership.DigestedAt = now;
        return null;
    }

    private static IQueryable<News> NewsOf(BotDb db, Membership membership)
        => db.News.Where(n => n.CommunityId == membership.CommunityId && n.PersonId == membership.PersonId);
}
