using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>What is left of a line after all that was written about it since.</summary>
/// <param name="Line">With its words.</param>
/// <param name="After">What was written about it, oldest first, with its words.</param>
internal sealed record Standing(LedgerLine Line, IReadOnlyList<LedgerLine> After)
{
    public bool IsWithdrawn => After.Any(l => l.Kind == LineKind.Withdrawal);

    public Given Given => new(Line.Contribution, Sum(l => l.Minutes), Sum(l => l.Cents));

    /// <summary>Null once it was forgotten.</summary>
    public string? What => Corrections.LastOrDefault()?.Text?.What ?? Line.Text?.What;

    /// <summary>As typed last.</summary>
    public string? Amount => Corrections.LastOrDefault(l => l.Text?.Amount is not null)?.Text!.Amount ?? Line.Text?.Amount;

    private IEnumerable<LedgerLine> Corrections => After.Where(l => l.Kind == LineKind.Correction);

    public static async Task<Standing> OfAsync(BotDb db, LedgerLine line, CancellationToken ct)
        => new(line, [.. (await About(db, line.CommunityId, [line.Number]).ToListAsync(ct)).OrderBy(l => l.Number)]);

    /// <summary>What was written about these lines, with its words; in no order, because to sort it SQLite would read the whole ledger by number.</summary>
    public static IQueryable<LedgerLine> About(BotDb db, long communityId, IReadOnlyList<int?> numbers)
        => db.Ledger.AsNoTracking().Include(l => l.Text).Where(l => l.CommunityId == communityId && numbers.Contains(l.About));

    /// <summary>
    /// The line that a label names, by L12 or 12. Refusals: <c>contribution.no-line</c>, <c>contribution.about-line</c> where it is itself
    /// about another line, <c>contribution.withdrawn</c>.
    /// </summary>
    public static async Task<Result<Standing>> FindAsync(Request r, string typed, CancellationToken ct)
    {
        if (await LineAsync(r, typed, ct) is not { } line)
        {
            return new Refusal("contribution.no-line", typed) { Mend = r.Line.With("line", CommandLine.Blank) };
        }

        if (line.Kind != LineKind.Line)
        {
            return new Refusal("contribution.about-line", line.Label, LedgerLine.LabelOf(line.About!.Value)) { Mend = r.Line.With("line", LedgerLine.LabelOf(line.About.Value)) };
        }

        var standing = await OfAsync(r.Db, line, ct);
        return standing.IsWithdrawn ? new Refusal("contribution.withdrawn", line.Label, LedgerLine.LabelOf(standing.After.Last(l => l.Kind == LineKind.Withdrawal).Number)) : standing;
    }

    /// <summary>The row itself, whatever it is; null when there is none.</summary>
    public static Task<LedgerLine?> LineAsync(Request r, string typed, CancellationToken ct)
    {
        var number = LedgerLine.NumberIn(typed) ?? Proposal.NumberIn(typed);
        return r.Db.Ledger.AsNoTracking().Include(l => l.Text).FirstOrDefaultAsync(l => l.CommunityId == r.Caller.CommunityId && l.Number == number, ct);
    }

    private long? Sum(Func<LedgerLine, long?> amount)
        => After.Select(amount).Append(amount(Line)).Where(a => a is not null).ToList() is [_, ..] all ? all.Sum() : null;
}
