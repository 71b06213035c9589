using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commons;

/// <summary>What came back to a common, from the open ledger: what it comes to, and the newest lines. A correction counts as the difference that it makes, and a line that was withdrawn is not shown.</summary>
internal static class CameBack
{
    private const int Shown = 3;

    public static async Task<List<string>> LinesAsync(Request r, Common common, CancellationToken ct)
    {
        var ledger = r.Db.Ledger;
        var all = ledger.Where(l => l.CommunityId == common.CommunityId && l.CommonId == common.Id);
        var newest = await all.Include(l => l.Text)
            .Where(l => l.Kind == LineKind.Line && !ledger.Any(o => o.CommunityId == l.CommunityId && o.About == l.Number && o.Kind == LineKind.Withdrawal))
            .OrderByDescending(l => l.Number).Take(Shown + 1).ToListAsync(ct);
        if (newest.Count == 0)
        {
            return [r.Say["common.nothing-back"]];
        }

        var given = r.Db.LedgerSums.Where(s => s.CommunityId == common.CommunityId && s.CommonId == common.Id);
        var (minutes, cents) = (await given.SumAsync(s => s.Minutes, ct), await given.SumAsync(s => s.Cents, ct));
        List<string> sums = [.. minutes > 0 ? [r.Say.Speak(TimeSpan.FromMinutes(minutes))] : Array.Empty<string>(), .. cents > 0 ? [r.Say.Money(cents)] : Array.Empty<string>()];
        var shown = newest.Take(Shown).ToList();
        var words = await LineWords.LoadAsync(r, shown, [], ct);
        return
        [
            sums.Count == 0 ? r.Say["common.back-gifts"] : r.Say["common.back", sums],
            .. shown.Select(words.Of),
            .. newest.Count > Shown ? [ContributionList.Spec.Write(new CommandLine(ContributionList.Spec.Path, ("common", common.Slug)), r.Caller.Language)] : Array.Empty<string>(),
        ];
    }
}
