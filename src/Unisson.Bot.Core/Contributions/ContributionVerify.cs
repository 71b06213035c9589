using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary><c>/contribution verify</c>: proves to any member that no line of the ledger was changed, or names the first that was (rule 11).</summary>
public static class ContributionVerify
{
    public static CommandSpec Spec { get; } = new(Groups.Contribution, new("verify", "vérifier"))
    {
        Allow = Allow.Member,
        Reads = true,
        Run = RunAsync,
    };

    /// <summary>What was found, in words.</summary>
    public static Reply Said(Say say, LedgerFound found) => found.Fault is { } fault ? Broken(say, found, fault) : Whole(say, found);

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var found = await LedgerCheck.RunAsync(r.Db, r.Caller.CommunityId, ct);
        return Said(r.Say, found);
    }

    private static Reply Whole(Say say, LedgerFound found)
    {
        if (found.Count == 0)
        {
            return new Reply(say["contribution.empty"]);
        }

        var last = LedgerLine.LabelOf(found.Count);
        var lines = new List<string> { say["contribution.proof", last] };
        if (found.Forgotten > 0)
        {
            lines.Add(say["contribution.forgotten-count", found.Forgotten]);
        }

        return new Reply(say["contribution.whole", found.Count, last, Short(found.Head)]) { Lines = lines };
    }

    private static Reply Broken(Say say, LedgerFound found, LedgerFault fault)
    {
        var at = LedgerLine.LabelOf(found.At);
        var first = fault switch
        {
            LedgerFault.Missing => say["contribution.fault-missing", at],
            LedgerFault.Unlinked => say["contribution.fault-unlinked", at],
            LedgerFault.Changed => say["contribution.fault-changed", at],
            LedgerFault.Missummed => say["contribution.fault-sums"],
            LedgerFault.Reworded => say["contribution.fault-reworded", at],
            _ => say["contribution.fault-head", at],
        };
        return new Reply(first)
        {
            Lines = [.. fault is LedgerFault.Missummed ? Array.Empty<string>() : [say["contribution.fault-holds", found.Count, Short(found.Head)]], say["contribution.fault-next"]],
        };
    }

    private static string Short(byte[] hash) => Convert.ToHexStringLower(hash.AsSpan(0, 6));
}
