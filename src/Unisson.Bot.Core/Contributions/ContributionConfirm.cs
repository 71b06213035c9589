using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary><c>/contribution confirm</c>: the yes of the person whom a proposal is about makes it a line of the ledger (rule 11).</summary>
public static class ContributionConfirm
{
    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("confirm", "confirmer", "témoigner"))
    {
        Allow = Allow.Member,
        Options = [ContributionFields.Line],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await FindAsync(r, ct)).Refused(out var refusal, out var proposal))
        {
            return refusal;
        }

        var common = await r.Db.Commons.FirstAsync(c => c.Id == proposal.CommonId, ct);
        var mission = await r.Db.Missions.Include(m => m.Holders).FirstOrDefaultAsync(m => m.Id == proposal.MissionId, ct);
        r.Db.Proposals.Remove(proposal);
        var entry = proposal.ToEntry();
        var line = await Ledger.WriteAsync(r, entry, r.Caller.Name, common, mission, ct);
        await TellAuthorAsync(r, proposal, line, ct);
        return Ledger.Answer(r, line, entry, r.Caller.Name, common, mission);
    }

    /// <summary>A proposal that does not concern the caller is unknown, like one that never was.</summary>
    private static async Task<Result<Proposal>> FindAsync(Request r, CancellationToken ct)
    {
        var (typed, me) = (r.Get(ContributionFields.Line), r.Caller.PersonId);
        if (Proposal.NumberIn(typed) is not { } number)
        {
            return new Refusal(LedgerLine.NumberIn(typed) is null ? "contribution.no-proposal" : "contribution.stands", typed);
        }

        return await r.Db.Proposals.FirstOrDefaultAsync(p => p.CommunityId == r.Caller.CommunityId && p.Number == number, ct) switch
        {
            { } own when own.PersonId == me => own,
            { } others when others.AuthorId == me => new Refusal("contribution.not-yours", others.Label),
            _ => new Refusal("contribution.no-proposal", typed),
        };
    }

    private static async Task TellAuthorAsync(Request r, Proposal proposal, LedgerLine line, CancellationToken ct)
    {
        var say = await Outbox.SayToAsync(r.Db, proposal.AuthorId, r.Caller.CommunityId, r.Now, ct);
        var reply = new Reply(say["contribution.confirmed", r.Caller.Name, proposal.Label, line.Label, proposal.What]);
        await TellingNews.TellAsync(r.Db, r.Caller.CommunityId, proposal.AuthorId, $"proposal:{proposal.Id}", reply, r.Now, ct);
    }
}
