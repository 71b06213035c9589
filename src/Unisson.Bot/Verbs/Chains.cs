using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Verbs;

/// <summary>The proof of all ledgers in a data file, one sentence each.</summary>
internal static class Chains
{
    public static async Task<List<(string Said, bool Holds)>> ProveAsync(BotDb db, CancellationToken ct)
    {
        var proofs = new List<(string, bool)>();
        foreach (var community in await db.Communities.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync(ct))
        {
            var found = await LedgerCheck.RunAsync(db, community, ct);
            var said = ContributionVerify.Said(Say.In(Language.English), found);
            var line = string.Create(CultureInfo.InvariantCulture, $"ledger of community {community}: {said.First}");
            proofs.Add(found.Fault is null ? (line, true) : ($"{line} {string.Join(' ', said.Lines)}", false));
        }

        return proofs;
    }
}
