using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary><c>/contribution withdraw</c>: takes back a line or a witness by a new line that points at it (rule 11); a proposal leaves without a trace.</summary>
public static class ContributionWithdraw
{
    public const string Path = "contribution withdraw";

    private static readonly Option<string> Reason = Options.Text("reason", "raison", 200);

    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("withdraw", "retirer"))
    {
        Allow = Allow.Member,
        Options = [Fields.Line, Reason],
        Positions = (_, _) => [Fields.Line, Reason],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var typed = r.Get(Fields.Line);
        if (LedgerLine.NumberIn(typed) is null && Proposal.NumberIn(typed) is { } number
            && await r.Db.Proposals.FirstOrDefaultAsync(p => p.CommunityId == r.Caller.CommunityId && p.Number == number && (p.AuthorId == r.Caller.PersonId || p.PersonId == r.Caller.PersonId), ct) is { } proposal)
        {
            return await Proposing.DropAsync(r, proposal, ct);
        }

        return await Standing.LineAsync(r, typed, ct) is { Kind: LineKind.Witness } witness && await Owning.IsSameAsync(r, witness.AuthorId, ct)
            ? await WitnessAsync(r, witness, ct)
            : await LineAsync(r, typed, ct);
    }

    private static async Task<Result<Reply>> LineAsync(Request r, string typed, CancellationToken ct)
    {
        if ((await Standing.FindAsync(r, typed, ct)).Refused(out var refusal, out var before) || (refusal = await Owning.RefusedAsync(r, before.Line, ct)) is not null)
        {
            return refusal;
        }

        var told = await TellingLine.LoadAsync(r, before.Line, ct);
        var line = await Ledger.AppendAsync(r, told.Entry(LineKind.Withdrawal, r.Caller.PersonId, -before.Given.Minutes, -before.Given.Cents, ReasonOf(r)), ct);
        return await SayAsync(r, telling => telling.Say["contribution.withdrew", line.Label, before.Line.Label, told.Of(telling, before.Given, before.What ?? "")], line, ct);
    }

    private static async Task<Result<Reply>> WitnessAsync(Request r, LedgerLine witness, CancellationToken ct)
    {
        if ((await Standing.OfAsync(r.Db, witness, ct)).IsWithdrawn)
        {
            return new Refusal("contribution.withdrawn-witness", witness.Label);
        }

        var told = await TellingLine.LoadAsync(r, witness, ct);
        var line = await Ledger.AppendAsync(r, told.Entry(LineKind.Withdrawal, r.Caller.PersonId, null, null, ReasonOf(r)), ct);
        return await SayAsync(r, telling => telling.Say["contribution.unwitnessed", line.Label, witness.Label, LedgerLine.LabelOf(witness.About!.Value)], line, ct);
    }

    private static async Task<Reply> SayAsync(Request r, Func<Telling, string> first, LedgerLine line, CancellationToken ct)
    {
        await Ledger.PostAsync(r, Said, line, ct);
        return Said(new Telling(r.Say, r.Caller.Channel is not null));

        Reply Said(Telling telling) => new(first(telling)) { Lines = ReasonOf(r) is { Length: > 0 } reason ? [telling.Say["contribution.reason", reason]] : [] };
    }

    private static string ReasonOf(Request r) => r.Given(Reason, out var reason) ? Subject.OneLine(reason) : "";
}
