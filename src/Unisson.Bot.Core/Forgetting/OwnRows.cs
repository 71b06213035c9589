using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Forgetting;

/// <summary>Removes what is kept about a person, and their words; where a row must stay for others, only what says who it was.</summary>
internal static class OwnRows
{
    /// <summary>Journal entries whose note is a list of fields or roles, or the number of a mission; that of all others is somebody's own words.</summary>
    private static readonly string[] NotedByUs = ["opened", "chosen", "named", "framed", "contract", "promised", "marked", "learned", "closed", "looked-back", "edited", "joined", "shadowed", "applied", "withdrew", "left", "resembles"];

    /// <param name="ids">Of the person, and of those they turned out to be.</param>
    public static async Task RemoveAsync(BotDb db, List<long> ids, DateTimeOffset now, CancellationToken ct)
    {
        var communities = await db.Memberships.Where(m => ids.Contains(m.PersonId)).Select(m => m.CommunityId).Distinct().ToListAsync(ct);
        await LedgerAsync(db, communities, ids, now, ct);
        await OwnAsync(db, communities, ids, ct);
        await MethodAsync(db, communities, ids, ct);
        await AsksAsync(db, ids, ct);
        await MessagesAsync(db, ids, ct);
        await StandingAsync(db, communities, ids, now, ct);
    }

    /// <summary>The words of lines about them, and of what they withdrew; what they proposed, and what was proposed of them.</summary>
    private static async Task LedgerAsync(BotDb db, List<long> communities, List<long> ids, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var proposal in await db.Proposals.Where(p => communities.Contains(p.CommunityId) && (ids.Contains(p.AuthorId) || ids.Contains(p.PersonId ?? 0))).ToListAsync(ct))
        {
            await Proposing.RemoveAsync(db, proposal, ids, now, ct);
        }

        var lines = db.Ledger.Where(l => communities.Contains(l.CommunityId) && ids.Contains(l.PersonId ?? 0) && l.Kind != LineKind.Witness)
            .Select(l => l.Id)
            .Union(db.Ledger.Where(l => communities.Contains(l.CommunityId) && ids.Contains(l.AuthorId) && l.Kind == LineKind.Withdrawal).Select(l => l.Id));

        // A witness has no words of its own; where it was told, it said those of the line.
        var witnessed = db.Ledger.Where(l => communities.Contains(l.CommunityId) && (ids.Contains(l.AuthorId) || ids.Contains(l.PersonId ?? 0)) && l.Kind == LineKind.Witness).Select(l => l.Id);
        await ForgottenLines.PostAsync(db, await lines.Union(witnessed).ToListAsync(ct), now, ct);
        await db.LedgerTexts.Where(t => lines.Contains(t.LineId)).ExecuteDeleteAsync(ct);
    }

    private static async Task OwnAsync(BotDb db, List<long> communities, List<long> ids, CancellationToken ct)
    {
        await db.Experiences.Where(x => ids.Contains(x.PersonId)).ExecuteDeleteAsync(ct);
        await db.Experiences.Where(x => communities.Contains(x.CommunityId) && ids.Contains(x.ConfirmedBy ?? 0)).ExecuteUpdateAsync(u => u.SetProperty(x => x.ConfirmedBy, (long?)null), ct);
        await db.Mutes.Where(m => ids.Contains(m.PersonId)).ExecuteDeleteAsync(ct);
        await db.Offers.Where(o => ids.Contains(o.PersonId)).ExecuteDeleteAsync(ct);
        await db.Reminders.Where(r => ids.Contains(r.PersonId)).ExecuteDeleteAsync(ct);
        await db.Journal.Where(j => communities.Contains(j.CommunityId) && ids.Contains(j.PersonId) && !EF.Constant(NotedByUs).Contains(j.What)).ExecuteUpdateAsync(u => u.SetProperty(j => j.Note, (string?)null), ct);
        await db.Commons.Where(c => communities.Contains(c.CommunityId) && ids.Contains(c.StewardId ?? 0)).ExecuteUpdateAsync(u => u.SetProperty(c => c.StewardId, (long?)null).SetProperty(c => c.TermsNote, (string?)null), ct);
        await db.Commons.Where(c => communities.Contains(c.CommunityId) && ids.Contains(c.ProposedStewardId ?? 0)).ExecuteUpdateAsync(u => u.SetProperty(c => c.ProposedStewardId, (long?)null), ct);
    }

    /// <summary>What was agreed with them, what they accepted and raised; What they promised and learned is the mission's.</summary>
    private static async Task MethodAsync(BotDb db, List<long> communities, List<long> ids, CancellationToken ct)
    {
        await db.Frames.Where(f => communities.Contains(f.CommunityId) && ids.Contains(f.PersonId)).ExecuteDeleteAsync(ct);
        await db.Acceptances.Where(a => communities.Contains(a.CommunityId) && ids.Contains(a.PersonId)).ExecuteDeleteAsync(ct);
        await db.Concerns.Where(c => communities.Contains(c.CommunityId) && (ids.Contains(c.PersonId) || ids.Contains(c.GuarantorId))).ExecuteDeleteAsync(ct);
        await db.Lookbacks.Where(l => communities.Contains(l.CommunityId) && ids.Contains(l.AnsweredBy ?? 0)).ExecuteUpdateAsync(u => u.SetProperty(l => l.Note, (string?)null), ct);
    }

    /// <summary>A yes stays, under no name: somebody had that place.</summary>
    private static async Task AsksAsync(BotDb db, List<long> ids, CancellationToken ct)
        => await db.Asks.Where(a => ids.Contains(a.PersonId) && a.State != AskState.Accepted).ExecuteDeleteAsync(ct);

    private static async Task MessagesAsync(BotDb db, List<long> ids, CancellationToken ct)
    {
        await db.Outbox.Where(o => ids.Contains(o.PersonId ?? 0)).ExecuteDeleteAsync(ct);
        await db.Inbox.Where(i => ids.Contains(i.PersonId)).ExecuteUpdateAsync(u => u.SetProperty(i => i.Reply, (string?)null).SetProperty(i => i.Way, (string?)null), ct);
        await db.News.Where(n => ids.Contains(n.PersonId)).ExecuteDeleteAsync(ct);
        await db.Drafts.Where(d => ids.Contains(d.PersonId)).ExecuteDeleteAsync(ct);
        await db.LinkCodes.Where(c => ids.Contains(c.PersonId) || ids.Contains(c.OtherPersonId ?? 0)).ExecuteDeleteAsync(ct);
        await db.Posted.Where(p => db.Accounts.Any(a => ids.Contains(a.PersonId) && a.Door == p.Door && a.PrivateChannel == p.Channel)).ExecuteDeleteAsync(ct);
        await db.Accounts.Where(a => ids.Contains(a.PersonId)).ExecuteDeleteAsync(ct);
    }

    private static async Task StandingAsync(BotDb db, List<long> communities, List<long> ids, DateTimeOffset now, CancellationToken ct)
        => await db.Memberships.Where(m => communities.Contains(m.CommunityId) && ids.Contains(m.PersonId)).ExecuteUpdateAsync(
            u => u.SetProperty(m => m.LeftAt, now).SetProperty(m => m.IsAdmin, false).SetProperty(m => m.AdminAt, (string?)null).SetProperty(m => m.IsGuarantor, false)
                .SetProperty(m => m.IsVouched, false).SetProperty(m => m.Asks, 0).SetProperty(m => m.ConsentAt, (DateTimeOffset?)null).SetProperty(m => m.IsNamedOutside, false)
                .SetProperty(m => m.StillTrueAt, (DateTimeOffset?)null).SetProperty(m => m.DigestAt, (DateTimeOffset?)null).SetProperty(m => m.DigestedAt, (DateTimeOffset?)null),
            ct);
}
