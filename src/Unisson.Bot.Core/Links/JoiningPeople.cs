using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Links;

/// <summary>
/// Makes two people one who turn out to be the same. Lines of ledgers stay as they are written, under the person that is no more
/// (<see cref="Person.Became"/>): their hashes hold it (rule 11).
/// </summary>
internal static class JoiningPeople
{
    /// <summary>Refusal <c>link.asked-twice</c>: both were asked in one call that still runs, and only they can say which answer holds.</summary>
    public static async Task<Refusal?> RefusedAsync(BotDb db, long kept, long gone, CancellationToken ct)
    {
        var both = await db.Calls.FirstOrDefaultAsync(c => c.EndedAt == null && c.Asks.Any(a => a.PersonId == kept) && c.Asks.Any(a => a.PersonId == gone), ct);
        return both is null ? null : new Refusal("link.asked-twice", both.Label);
    }

    /// <param name="gone">Has no accounts afterwards, and nothing but lines of ledgers.</param>
    public static async Task JoinAsync(BotDb db, long kept, long gone, DateTimeOffset now, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        foreach (var member in await db.Memberships.Where(m => m.PersonId == gone).ToListAsync(ct))
        {
            await Members.MoveAsync(db, member, member.CommunityId, kept, ct);
        }

        (await db.PersonAsync(kept, ct)).TakeOver(await db.PersonAsync(gone, ct));
        await db.SaveChangesAsync(ct);
        var communities = await db.Memberships.Where(m => m.PersonId == gone).Select(m => m.CommunityId).ToListAsync(ct);
        await MoveWorkAsync(db, communities, kept, gone, ct);
        await MoveMethodAsync(db, communities, kept, gone, ct);
        await MoveOwnAsync(db, kept, gone, ct);
        await MoveRemindersAsync(db, kept, gone, ct);
        await MoveMessagesAsync(db, communities, kept, gone, ct);
        await LetLeaveAsync(db, kept, now, ct);
        await LeaveAsync(db, gone, now, ct);
        await Turns.KeepAsync(db, kept, ct);
    }

    /// <param name="communities">Theirs, which the indexes begin with.</param>
    private static async Task MoveWorkAsync(BotDb db, List<long> communities, long kept, long gone, CancellationToken ct)
    {
        await db.Commons.Where(c => communities.Contains(c.CommunityId) && c.AddedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.AddedBy, kept), ct);
        await db.Commons.Where(c => communities.Contains(c.CommunityId) && c.StewardId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.StewardId, kept), ct);
        await db.Commons.Where(c => communities.Contains(c.CommunityId) && c.ProposedStewardId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.ProposedStewardId, kept), ct);
        await db.Resources.Where(x => communities.Contains(x.CommunityId) && x.AddedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(x => x.AddedBy, kept), ct);
        await db.Experiences.Where(x => communities.Contains(x.CommunityId) && x.ConfirmedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConfirmedBy, kept), ct);
        await db.Missions.Where(m => communities.Contains(m.CommunityId) && m.OpenedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(m => m.OpenedBy, kept), ct);
        await db.Calls.Where(c => communities.Contains(c.CommunityId) && c.CallerId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.CallerId, kept), ct);
        await db.Journal.Where(j => communities.Contains(j.CommunityId) && j.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(j => j.PersonId, kept), ct);
        await db.Proposals.Where(p => communities.Contains(p.CommunityId) && p.AuthorId == gone).ExecuteUpdateAsync(u => u.SetProperty(p => p.AuthorId, kept), ct);
        await db.Proposals.Where(p => communities.Contains(p.CommunityId) && p.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(p => p.PersonId, kept), ct);
        await db.RoleHolders.Where(h => communities.Contains(h.CommunityId) && h.PersonId == gone && db.RoleHolders.Any(k => k.PersonId == kept && k.MissionId == h.MissionId && k.Role == h.Role)).ExecuteDeleteAsync(ct);
        await db.RoleHolders.Where(h => communities.Contains(h.CommunityId) && h.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(h => h.PersonId, kept), ct);
    }

    /// <summary>What they agreed, promised, accepted, learned and raised in missions.</summary>
    private static async Task MoveMethodAsync(BotDb db, List<long> communities, long kept, long gone, CancellationToken ct)
    {
        await db.Frames.Where(f => communities.Contains(f.CommunityId) && f.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(f => f.PersonId, kept), ct);
        await db.Frames.Where(f => communities.Contains(f.CommunityId) && f.ProposedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(f => f.ProposedBy, kept), ct);
        await db.Frames.Where(f => communities.Contains(f.CommunityId) && f.TeamBy == gone).ExecuteUpdateAsync(u => u.SetProperty(f => f.TeamBy, kept), ct);
        await db.NamedHolders.Where(n => communities.Contains(n.CommunityId) && n.AddedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(n => n.AddedBy, kept), ct);
        await db.Pledges.Where(p => communities.Contains(p.CommunityId) && p.PromisedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(p => p.PromisedBy, kept), ct);
        await db.Acceptances.Where(a => communities.Contains(a.CommunityId) && a.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.PersonId, kept), ct);
        await db.Acceptances.Where(a => communities.Contains(a.CommunityId) && a.ConfirmedBy == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.ConfirmedBy, kept), ct);
        await db.Lessons.Where(l => communities.Contains(l.CommunityId) && l.WrittenBy == gone).ExecuteUpdateAsync(u => u.SetProperty(l => l.WrittenBy, kept), ct);
        await db.Lookbacks.Where(l => communities.Contains(l.CommunityId) && l.AnsweredBy == gone).ExecuteUpdateAsync(u => u.SetProperty(l => l.AnsweredBy, kept), ct);
        await db.Concerns.Where(c => communities.Contains(c.CommunityId) && c.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.PersonId, kept), ct);
        await db.Concerns.Where(c => communities.Contains(c.CommunityId) && c.GuarantorId == gone).ExecuteUpdateAsync(u => u.SetProperty(c => c.GuarantorId, kept), ct);
    }

    private static async Task MoveOwnAsync(BotDb db, long kept, long gone, CancellationToken ct)
    {
        long[] both = [kept, gone];
        foreach (var own in await db.Experiences.Where(x => both.Contains(x.PersonId) && (x.ConfirmedBy == kept || x.ConfirmedBy == gone)).ToListAsync(ct))
        {
            own.Unconfirm();
        }

        foreach (var experience in await db.Experiences.Where(x => x.PersonId == gone).ToListAsync(ct))
        {
            if (await db.Experiences.FirstOrDefaultAsync(x => x.PersonId == kept && x.CommunityId == experience.CommunityId && x.CommonId == experience.CommonId, ct) is { } own)
            {
                own.TakeOver(experience);
                own.Since = experience.Since < own.Since || own.Since is null ? experience.Since ?? own.Since : own.Since;
                own.Note ??= experience.Note;
                db.Experiences.Remove(experience);
            }
        }

        await db.SaveChangesAsync(ct);
        await db.Experiences.Where(x => x.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(x => x.PersonId, kept), ct);
        await db.Mutes.Where(m => m.PersonId == gone && db.Mutes.Any(k => k.PersonId == kept && k.CommunityId == m.CommunityId && k.CommonId == m.CommonId)).ExecuteDeleteAsync(ct);
        await db.Mutes.Where(m => m.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(m => m.PersonId, kept), ct);
        await db.Offers.Where(o => o.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(o => o.PersonId, kept), ct);

        // Of two asks of one call that is over a yes stays.
        await db.Asks.Where(a => a.PersonId == kept && a.State != AskState.Accepted && db.Asks.Any(o => o.PersonId == gone && o.CallId == a.CallId && o.State == AskState.Accepted)).ExecuteDeleteAsync(ct);
        await db.Asks.Where(a => a.PersonId == gone && db.Asks.Any(k => k.PersonId == kept && k.CallId == a.CallId)).ExecuteDeleteAsync(ct);
        await db.Asks.Where(a => a.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.PersonId, kept), ct);
    }

    /// <summary>Numbers of reminders are a person's own: those that come get new ones. One mission counts down once.</summary>
    private static async Task MoveRemindersAsync(BotDb db, long kept, long gone, CancellationToken ct)
    {
        await db.Reminders.Where(r => r.PersonId == gone && r.Kind == ReminderKind.Deadline && db.Reminders.Any(k => k.PersonId == kept && k.Kind == ReminderKind.Deadline && k.MissionId == r.MissionId))
            .ExecuteDeleteAsync(ct);
        foreach (var id in await db.Reminders.Where(r => r.PersonId == gone).OrderBy(r => r.Number).Select(r => r.Id).ToListAsync(ct))
        {
            var number = await db.NextNumberAsync("reminder", kept, ct);
            await db.Reminders.Where(r => r.Id == id).ExecuteUpdateAsync(u => u.SetProperty(r => r.PersonId, kept).SetProperty(r => r.Number, number), ct);
        }
    }

    private static async Task MoveMessagesAsync(BotDb db, List<long> communities, long kept, long gone, CancellationToken ct)
    {
        await db.Accounts.Where(a => a.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.PersonId, kept), ct);
        await db.Outbox.Where(o => o.PersonId == gone && o.SentAt == null).ExecuteUpdateAsync(u => u.SetProperty(o => o.PersonId, kept), ct);
        await db.Inbox.Where(i => i.PersonId == gone && i.AnsweredAt == null).ExecuteUpdateAsync(u => u.SetProperty(i => i.PersonId, kept), ct);
        await db.News.Where(n => communities.Contains(n.CommunityId) && n.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(n => n.PersonId, kept), ct);
        await db.Drafts.Where(d => d.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(d => d.PersonId, kept), ct);
        await db.Audit.Where(a => a.PersonId == gone).ExecuteUpdateAsync(u => u.SetProperty(a => a.PersonId, kept), ct);
        await db.LinkCodes.Where(c => c.PersonId == gone || c.OtherPersonId == gone).ExecuteDeleteAsync(ct);
        await db.People.Where(p => p.Became == gone || p.Id == gone).ExecuteUpdateAsync(u => u.SetProperty(p => p.Became, kept), ct);
    }

    /// <summary>What waited because one account could not be written to leaves by the one that can; asks after one more look.</summary>
    private static async Task LetLeaveAsync(BotDb db, long kept, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Accounts.Where(a => a.PersonId == kept && a.IsReachable).OrderBy(a => a.Id).Select(a => a.Door).FirstOrDefaultAsync(ct) is { } door)
        {
            await db.Outbox.Where(o => o.PersonId == kept && o.SentAt == null && o.Parked == Parking.Private).ExecuteUpdateAsync(u => u.SetProperty(o => o.Door, door), ct);
            await Waiting.PrivateOpenedAsync(db, door, kept, now, ct);
        }
    }

    /// <summary>A membership stays only where lines of the ledger stand on it.</summary>
    private static async Task LeaveAsync(BotDb db, long gone, DateTimeOffset now, CancellationToken ct)
    {
        await db.Memberships.Where(m => m.PersonId == gone && !db.Ledger.Any(l => l.CommunityId == m.CommunityId && l.AuthorId == gone)).ExecuteDeleteAsync(ct);
        await db.Memberships.Where(m => m.PersonId == gone).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.LeftAt, now).SetProperty(m => m.Asks, 0).SetProperty(m => m.ConsentAt, (DateTimeOffset?)null).SetProperty(m => m.StillTrueAt, (DateTimeOffset?)null)
                .SetProperty(m => m.IsAdmin, false).SetProperty(m => m.IsGuarantor, false),
            ct);
    }
}
