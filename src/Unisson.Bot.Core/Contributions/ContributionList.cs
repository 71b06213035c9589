using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>
/// <c>/contribution list</c>: the newest lines of the ledger, 20 at most, with what they come to; and, in private, the proposals that wait and
/// concern the caller.
/// </summary>
public static class ContributionList
{
    private const int Most = 20;

    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("list", "liste", "lister"))
    {
        Allow = Allow.Member,
        Options = [Fields.Mission, Fields.Common, Fields.Person, Fields.Since],
        Reads = true,
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if ((await LineFilter.ReadAsync(r, ct)).Refused(out var refusal, out var filter))
        {
            return refusal;
        }

        var lines = await filter.Lines(r.Db).OrderByDescending(l => l.Number).Take(Most + 1).ToListAsync(ct);
        var proposals = await filter.Proposals(r.Db, r.Caller.PersonId).OrderByDescending(p => p.At).Take(Most).ToListAsync(ct);
        var words = await LineWords.LoadAsync(r, lines, proposals, ct);
        var shown = lines.Take(Most).ToList();
        return new Reply(First(r.Say, shown, lines.Count > Most))
        {
            Lines = [.. Waiting(r, proposals, words), .. shown.Select(words.Of), .. lines.Count > Most ? [r.Say["contribution.older"]] : Array.Empty<string>()],
            Actions = r.Caller.Channel is null ? [.. proposals.Where(p => p.PersonId == r.Caller.PersonId && !p.WaitsForWitness).Select(p => Yes(r.Say, p))] : [],
        };
    }

    private static string First(Say say, List<LedgerLine> shown, bool older)
    {
        if (shown.Count == 0)
        {
            return say["contribution.none"];
        }

        var (minutes, cents) = (shown.Sum(l => l.Minutes ?? 0), shown.Sum(l => l.Cents ?? 0));
        List<string> sums = [.. minutes > 0 ? [say.Speak(TimeSpan.FromMinutes(minutes))] : Array.Empty<string>(), .. cents > 0 ? [say.Money(cents)] : Array.Empty<string>()];
        var count = older ? say["contribution.newest", shown.Count] : say["contribution.count", shown.Count];
        return sums.Count == 0 ? say["contribution.listed", count] : say["contribution.listed-sums", count, sums];
    }

    /// <summary>What waits for a yes is between its author and the person named: where others may read along, it is only said that there is something.</summary>
    private static IEnumerable<string> Waiting(Request r, List<Proposal> proposals, LineWords words)
        => proposals.Count == 0 ? [] : r.Caller.Channel is null ? proposals.Select(words.Of) : [r.Say["contribution.in-private"]];

    private static ReplyAction Yes(Say say, Proposal proposal) => Proposing.Yes.On(proposal.Id, say) with { Label = say["contribution.confirm-one", proposal.Label] };
}
