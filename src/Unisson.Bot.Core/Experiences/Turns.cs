using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Experiences;

/// <summary>
/// The one place that keeps <see cref="Experience.IsAskable"/> and <see cref="Experience.RestedSince"/> true, so that a call reads the longest
/// rested from an index. Both are copies of what the person, the membership and the mutes say.
/// </summary>
public static class Turns
{
    /// <summary>
    /// Brings all experiences of a person up to date: after consent, hours, pause, "I am here", "not this subject" and its end, joining,
    /// leaving, and an experience that was added. Stores first what this unit of work changed.
    /// </summary>
    public static async Task KeepAsync(BotDb db, long personId, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        var person = await db.PersonAsync(personId, ct);
        var consents = await db.Memberships.Where(m => m.PersonId == personId && m.LeftAt == null && m.Asks > 0).Select(m => m.CommunityId).ToListAsync(ct);
        var muted = await db.Mutes.Where(m => consents.Contains(m.CommunityId) && m.PersonId == personId).Select(m => new { m.CommunityId, m.CommonId }).ToListAsync(ct);
        var gives = person is { Capacity: > 0, PausedAt: null };
        foreach (var experience in await db.Experiences.Where(x => x.PersonId == personId).ToListAsync(ct))
        {
            experience.IsAskable = gives && consents.Contains(experience.CommunityId) && !muted.Contains(new { experience.CommunityId, experience.CommonId });
            experience.RestedSince = person.LastAskedAt ?? default;
        }
    }

    /// <summary>
    /// After an ask of any community left, or was planned to: the person's turn starts again everywhere. The sums of the policy, and
    /// <see cref="Commoners.Person.LastAskedAt"/> among them, are the caller's to write; <see cref="KeepAsync"/> takes a dropped plan back.
    /// </summary>
    public static async Task AskedAsync(BotDb db, long personId, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var experience in await db.Experiences.Where(x => x.PersonId == personId).ToListAsync(ct))
        {
            experience.RestedSince = at;
        }
    }
}
