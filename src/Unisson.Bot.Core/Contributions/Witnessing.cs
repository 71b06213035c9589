using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>Writes down that somebody saw it, who is neither author nor beneficiary, by none of their accounts (rule 11).</summary>
internal static class Witnessing
{
    /// <summary>Refusals: those of <see cref="Standing.FindAsync"/>, <c>contribution.own-witness</c>, <c>contribution.witnessed-before</c>.</summary>
    public static async Task<Result<Reply>> LineAsync(Request r, string typed, CancellationToken ct)
    {
        if ((await Standing.FindAsync(r, typed, ct)).Refused(out var refusal, out var standing))
        {
            return refusal;
        }

        var line = standing.Line;
        if (await Owning.IsSameAsync(r, line.AuthorId, ct) || (line.PersonId is { } person && await Owning.IsSameAsync(r, person, ct)))
        {
            return new Refusal("contribution.own-witness", line.Label);
        }

        if (await StandsAsync(r, standing, ct) is { } before)
        {
            return new Refusal("contribution.witnessed-before", line.Label, before.Label);
        }

        var (witness, reply) = await WriteAsync(r, standing, ct);
        await TellAsync(r, line, witness, ct);
        return reply;
    }

    /// <summary>A very large one gets its number, and the witness theirs right after it.</summary>
    public static async Task<Reply> ProposalAsync(Request r, Proposal proposal, CancellationToken ct)
    {
        var by = proposal.PersonId is { } person ? (await Naming.NamesAsync(r.Db, [person], ct))[person] : proposal.Name!;
        var (line, _) = await ContributionConfirm.WriteAsync(r, proposal, by, ct);
        var (_, reply) = await WriteAsync(r, new Standing(line, []), ct);
        var say = await Outbox.SayToAsync(r.Db, proposal.AuthorId, r.Caller.CommunityId, r.Now, ct);
        await ContributionConfirm.TellAuthorAsync(r, proposal, new Reply(say["contribution.confirmed", r.Caller.Name, proposal.Label, line.Label, proposal.What]), ct);
        return reply;
    }

    private static async Task<(LedgerLine Witness, Reply Answer)> WriteAsync(Request r, Standing standing, CancellationToken ct)
    {
        var told = await TellingLine.LoadAsync(r, standing.Line, ct);
        var witness = await Ledger.AppendAsync(r, told.Entry(LineKind.Witness, r.Caller.PersonId, null, null, "") with { Name = null }, ct);
        await Ledger.PostAsync(r, Said, witness, ct);
        var answer = Said(new Telling(r.Say, r.Caller.Channel is not null));
        return (witness, answer with { Lines = [r.Say["contribution.witness-undo"]], Actions = [LineActions.Withdraw.On(witness.Id, r.Say)] });

        Reply Said(Telling telling)
            => new(telling.Say["contribution.witnessed", witness.Label, r.Caller.Name, standing.Line.Label, told.Of(telling, standing.Given, standing.What ?? "")]);
    }

    /// <summary>The witness that the caller already gave and did not take back.</summary>
    private static async Task<LedgerLine?> StandsAsync(Request r, Standing standing, CancellationToken ct)
    {
        foreach (var witness in standing.After.Where(l => l.Kind == LineKind.Witness))
        {
            if (await Owning.IsSameAsync(r, witness.AuthorId, ct) && !(await Standing.OfAsync(r.Db, witness, ct)).IsWithdrawn)
            {
                return witness;
            }
        }

        return null;
    }

    /// <summary>Whose line it is hears of it with what else happened.</summary>
    private static async Task TellAsync(Request r, LedgerLine line, LedgerLine witness, CancellationToken ct)
    {
        var to = line.PersonId ?? line.AuthorId;
        to = await r.Db.People.Where(p => p.Id == to).Select(p => p.Became).FirstOrDefaultAsync(ct) ?? to;
        var say = await Outbox.SayToAsync(r.Db, to, r.Caller.CommunityId, r.Now, ct);
        await TellingNews.TellAsync(r.Db, r.Caller.CommunityId, to, $"line:{line.Id}", new Reply(say["contribution.witnessed-yours", r.Caller.Name, line.Label, witness.Label, line.Text?.What ?? ""]), r.Now, ct);
    }
}
