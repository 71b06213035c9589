using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>What is wrong with a chain, at the first line that shows it.</summary>
public enum LedgerFault
{
    /// <summary>There is no line of this number.</summary>
    Missing,

    /// <summary>It does not follow the line before: reordered, put in, or what comes before was written anew.</summary>
    Unlinked,

    /// <summary>What stands there is not what was hashed.</summary>
    Changed,

    /// <summary>Its words are not those that were committed to.</summary>
    Reworded,

    /// <summary>The row that keeps the end of the chain names another end.</summary>
    Misheaded,

    /// <summary>All lines hold, and the sums kept beside them are not theirs.</summary>
    Missummed,
}

/// <summary>What the check of one community's chain found.</summary>
/// <param name="Count">Lines that hold, from the first.</param>
/// <param name="Head">Hash of the last of these.</param>
/// <param name="Forgotten">Lines of these whose words were forgotten.</param>
/// <param name="Fault">Null when all of it holds.</param>
/// <param name="At">The line that shows the fault.</param>
public sealed record LedgerFound(int Count, byte[] Head, int Forgotten, LedgerFault? Fault, int At);

/// <summary>Reads a community's chain from its first line and proves it, in batches, beside the writer (rule 11).</summary>
public static class LedgerCheck
{
    private const int Batch = 10_000;

    private static readonly Func<BotDb, long, int, int, IAsyncEnumerable<LedgerLine>> Lines = EF.CompileAsyncQuery((BotDb db, long community, int after, int last) => db.Ledger
        .AsNoTracking().Include(l => l.Text).Where(l => l.CommunityId == community && l.Number > after && l.Number <= last).OrderBy(l => l.Number).Take(Batch));

    /// <summary>Lines that are written meanwhile are left to the next check.</summary>
    public static async Task<LedgerFound> RunAsync(BotDb db, long communityId, CancellationToken ct)
    {
        // In this order, so that what is written between two of these reads is never taken for a fault.
        var end = await db.Ledger.Where(l => l.CommunityId == communityId).MaxAsync(l => (int?)l.Number, ct) ?? 0;
        var head = await db.LedgerHeads.AsNoTracking().FirstOrDefaultAsync(h => h.CommunityId == communityId, ct) ?? LedgerHead.Of(communityId);
        var chain = new Chain(await ClosingsAsync(db, communityId, ct));
        try
        {
            while (await BatchAsync(db, communityId, chain, head.Number, ct))
            {
            }
        }
        catch (Exception error) when (error is FormatException or InvalidCastException or InvalidOperationException or ArgumentException or OverflowException)
        {
            // What was put into a row can be no date, no kind, or nothing at all: then it cannot even be read.
            return chain.Unreadable();
        }

        var found = chain.Found(head, end);
        return found.Fault is null && !await db.SumsHoldAsync(communityId, ct) ? found with { Fault = LedgerFault.Missummed, At = found.Count } : found;
    }

    /// <summary>The heads that were written to the journal whenever a mission was closed: a chain that was cut short, or made anew with its own end, does not have them.</summary>
    private static async Task<Dictionary<int, byte[]>> ClosingsAsync(BotDb db, long communityId, CancellationToken ct)
    {
        var heads = new Dictionary<int, byte[]>();
        foreach (var note in await db.Journal.Where(j => j.CommunityId == communityId && j.What == Journal.Closed && j.Note != null).Select(j => j.Note!).ToListAsync(ct))
        {
            if (note.Split(',') is [var number, var hash])
            {
                heads[int.Parse(number, CultureInfo.InvariantCulture)] = Convert.FromHexString(hash);
            }
        }

        return heads;
    }

    private static async Task<bool> BatchAsync(BotDb db, long communityId, Chain chain, int last, CancellationToken ct)
    {
        var from = chain.Count;
        await foreach (var line in Lines(db, communityId, from, last).WithCancellation(ct))
        {
            if (!chain.Goes(line))
            {
                return false;
            }
        }

        return chain.Count == from + Batch;
    }

    private sealed class Chain(Dictionary<int, byte[]> closings)
    {
        private byte[] _head = LedgerHash.Beginning;
        private int _forgotten;
        private (LedgerFault Fault, int At)? _broken;

        public int Count { get; private set; }

        public bool Goes(LedgerLine line)
        {
            _broken = FaultOf(line);
            if (_broken is not null)
            {
                return false;
            }

            (Count, _head) = (line.Number, line.Hash);
            _forgotten += line.Text is null ? 1 : 0;
            return true;
        }

        public LedgerFound Found(LedgerHead head, int end)
        {
            _broken ??= Count < Math.Max(head.Number, closings.Keys.DefaultIfEmpty().Max()) ? (LedgerFault.Missing, Count + 1)
                : end > head.Number ? (LedgerFault.Misheaded, head.Number + 1)
                : !_head.AsSpan().SequenceEqual(head.Hash) ? (LedgerFault.Misheaded, Count)
                : null;
            return new LedgerFound(Count, _head, _forgotten, _broken?.Fault, _broken?.At ?? 0);
        }

        public LedgerFound Unreadable() => new(Count, _head, _forgotten, LedgerFault.Changed, Count + 1);

        private (LedgerFault, int)? FaultOf(LedgerLine line)
        {
            Span<byte> hash = stackalloc byte[LedgerHash.Size];
            if (line.Number != Count + 1)
            {
                return (LedgerFault.Missing, Count + 1);
            }

            if (!line.Previous.AsSpan().SequenceEqual(_head))
            {
                return (LedgerFault.Unlinked, line.Number);
            }

            if (line.Commitment.Length != LedgerHash.Size)
            {
                return (LedgerFault.Changed, line.Number);
            }

            LedgerHash.Of(line, hash);
            if (!hash.SequenceEqual(line.Hash))
            {
                return (LedgerFault.Changed, line.Number);
            }

            if (closings.TryGetValue(line.Number, out var closing) && !closing.AsSpan().SequenceEqual(line.Hash))
            {
                return (LedgerFault.Misheaded, line.Number);
            }

            if (line.Text is null)
            {
                return null;
            }

            LedgerHash.Commitment(line.Text, hash);
            return hash.SequenceEqual(line.Commitment) ? null : (LedgerFault.Reworded, line.Number);
        }
    }
}
