using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Links;

/// <summary>
/// Makes two communities one. One of them must be without missions, commons and lines: two ledgers, each a chain of its own, cannot become one
/// (rule 11). What is moved is people, places, channels and what people set for themselves.
/// </summary>
internal static class JoiningCommunities
{
    /// <summary>Refusal <c>link.both</c>: both have things of their own.</summary>
    public static async Task<Refusal?> RefusedAsync(BotDb db, long one, long other, CancellationToken ct)
        => await HasThingsAsync(db, one, ct) && await HasThingsAsync(db, other, ct) ? new Refusal("link.both") : null;

    /// <summary>All else that a community has stands on a common or a mission.</summary>
    public static async Task<bool> HasThingsAsync(BotDb db, long community, CancellationToken ct)
        => await db.Commons.AnyAsync(c => c.CommunityId == community, ct) || await db.Missions.AnyAsync(m => m.CommunityId == community, ct);

    /// <param name="gone">Is no more afterwards; the doors look anew where their places belong.</param>
    public static async Task JoinAsync(BotDb db, long kept, long gone, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await StartAsync(db, kept, gone, ct);
        foreach (var member in await db.Memberships.Where(m => m.CommunityId == gone).ToListAsync(ct))
        {
            await Members.MoveAsync(db, member, kept, member.PersonId, ct);
        }

        await db.SaveChangesAsync(ct);
        await db.Offers.Where(o => o.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(o => o.CommunityId, kept), ct);
        await db.Reminders.Where(r => r.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(r => r.CommunityId, kept), ct);
        await db.Acceptances.Where(a => a.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.CommunityId, kept), ct);
        await db.Outbox.Where(o => o.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(o => o.CommunityId, kept), ct);
        await db.Drafts.Where(d => d.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(d => d.CommunityId, kept), ct);
        await db.Audit.Where(a => a.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.CommunityId, kept), ct);
        await db.Accounts.Where(a => a.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.CommunityId, kept), ct);
        await db.People.Where(p => p.LastCommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(p => p.LastCommunityId, kept), ct);
        await db.Installations.Where(i => i.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(i => i.CommunityId, kept), ct);
        await db.Channels.Where(c => c.CommunityId == gone && db.Channels.Any(k => k.CommunityId == kept && k.Use == c.Use && k.Door == c.Door)).ExecuteDeleteAsync(ct);
        await db.Channels.Where(c => c.CommunityId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.CommunityId, kept), ct);
        await db.LedgerHeads.Where(h => h.CommunityId == gone).ExecuteDeleteAsync(ct);
        await db.Counters.Where(c => c.Of != "reminder" && c.OwnerId == gone).ExecuteDeleteAsync(ct);
        await db.Memberships.Where(m => m.CommunityId == gone).ExecuteDeleteAsync(ct);
        await db.Communities.Where(c => c.Id == gone).ExecuteDeleteAsync(ct);
        db.PlacesMoved = true;
    }

    /// <summary>Set up once is set up: a place that joins before anybody set it up is set up with it.</summary>
    private static async Task StartAsync(BotDb db, long kept, long gone, CancellationToken ct)
    {
        var (one, other) = (await db.CommunityAsync(kept, ct), await db.CommunityAsync(gone, ct));
        one.StartedAt ??= other.StartedAt;
    }
}
