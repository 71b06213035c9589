using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>Gestures on a line of the ledger, by the row of that line. Who may is looked at when the command runs.</summary>
internal static class LineActions
{
    /// <summary>« Je confirme ».</summary>
    public static ActionSpec Witness { get; } = Of("line-witness", ContributionConfirm.Path);

    /// <summary>« Corriger »: gives the line back with what stands there.</summary>
    public static ActionSpec Correct { get; } = new("line-correct", ContributionCorrect.Path, async (db, caller, row, ct) =>
    {
        if (await db.Ledger.AsNoTracking().Include(l => l.Text).FirstOrDefaultAsync(l => l.Id == row && l.CommunityId == caller.CommunityId, ct) is not { } line)
        {
            return null;
        }

        var standing = await Standing.OfAsync(db, line, ct);
        return new CommandLine(ContributionCorrect.Path, ("line", line.Label), ("amount", standing.Amount ?? ""), ("what", standing.What ?? ""));
    })
    {
        Edits = true,
    };

    /// <summary>« Annuler »: takes back what was just written, by a line of its own.</summary>
    public static ActionSpec Withdraw { get; } = Of("line-withdraw", ContributionWithdraw.Path);

    public static IReadOnlyList<ActionSpec> All { get; } = [Witness, Correct, Withdraw];

    private static ActionSpec Of(string name, string path) => new(name, path, async (db, caller, row, ct)
        => await db.Ledger.Where(l => l.Id == row && l.CommunityId == caller.CommunityId).Select(l => (int?)l.Number).FirstOrDefaultAsync(ct) is { } number
            ? new CommandLine(path, ("line", LedgerLine.LabelOf(number)))
            : null);
}
