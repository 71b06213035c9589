using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>
/// <c>/contribution confirm</c>: the yes of the person whom a proposal is about, and the word of a witness: of a line that stands, or of a very
/// large one that waits for it (rule 11).
/// </summary>
public static class ContributionConfirm
{
    public const string Path = "contribution confirm";

    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("confirm", "confirmer", "témoigner"))
    {
        Allow = Allow.Member,
        Options = [ContributionFields.Line],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var typed = r.Get(ContributionFields.Line);
        if (LedgerLine.NumberIn(typed) is not null)
        {
            return await Witnessing.LineAsync(r, typed, ct);
        }

        if (Proposal.NumberIn(typed) is not { } number)
        {
            return new Refusal("contribution.no-proposal", typed);
        }

        var me = r.Caller.PersonId;
        return await r.Db.Proposals.FirstOrDefaultAsync(p => p.CommunityId == r.Caller.CommunityId && p.Number == number, ct) switch
        {
            { WaitsForWitness: true } large => await Owning.IsSameAsync(r, large.AuthorId, ct) || (large.PersonId is { } person && await Owning.IsSameAsync(r, person, ct))
                ? new Refusal("contribution.own-witness", large.Label)
                : await Witnessing.ProposalAsync(r, large, ct),
            { } own when own.PersonId == me => await YesAsync(r, own, ct),
            { } others when others.AuthorId == me => new Refusal("contribution.not-yours", others.Label),

            // A proposal that does not concern the caller is unknown, like one that never was.
            _ => new Refusal("contribution.no-proposal", typed),
        };
    }

    private static async Task<Reply> YesAsync(Request r, Proposal proposal, CancellationToken ct)
    {
        if (proposal.Given.IsLarge)
        {
            proposal.Agree(r.Now);
            r.Db.Wake(proposal.Lapses);
            var say = await Outbox.SayToAsync(r.Db, proposal.AuthorId, r.Caller.CommunityId, r.Now, ct);
            await TellAuthorAsync(r, proposal, new Reply(say["contribution.agreed-by", r.Caller.Name, proposal.Label, proposal.What]) { Lines = Proposing.WitnessWanted(say, proposal) }, ct);
            return new Reply(r.Say["contribution.agreed", proposal.Label]) { Lines = Proposing.WitnessWanted(r.Say, proposal) };
        }

        var (line, reply) = await WriteAsync(r, proposal, r.Caller.Name, ct);
        var told = await Outbox.SayToAsync(r.Db, proposal.AuthorId, r.Caller.CommunityId, r.Now, ct);
        await TellAuthorAsync(r, proposal, new Reply(told["contribution.confirmed", r.Caller.Name, proposal.Label, line.Label, proposal.What]), ct);
        return reply;
    }

    /// <summary>Makes it a line of the ledger.</summary>
    internal static async Task<(LedgerLine Line, Reply Answer)> WriteAsync(Request r, Proposal proposal, string by, CancellationToken ct)
    {
        var common = await r.Db.Commons.FirstAsync(c => c.Id == proposal.CommonId, ct);
        var mission = await r.Db.Missions.Include(m => m.Holders).FirstOrDefaultAsync(m => m.Id == proposal.MissionId, ct);
        r.Db.Proposals.Remove(proposal);
        var entry = proposal.ToEntry();
        var line = await Ledger.WriteAsync(r, entry, by, common, mission, ct);
        return (line, Ledger.Answer(r, line, entry, by, common, mission));
    }

    internal static Task TellAuthorAsync(Request r, Proposal proposal, Reply reply, CancellationToken ct)
        => TellingNews.TellAsync(r.Db, r.Caller.CommunityId, proposal.AuthorId, Proposing.SubjectOf(proposal), reply, r.Now, ct);
}
