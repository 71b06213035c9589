using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Due;

/// <summary>Something that happens by itself: when it is next due, and what is done then.</summary>
/// <param name="NextAsync">The earliest instant of this kind, read from an index; null when nothing waits.</param>
/// <param name="RunAsync">Does at most one batch of what is due, in the transaction it is given; true when there may be more.</param>
public sealed record DueKind(
    string Name, Func<BotDb, CancellationToken, Task<DateTimeOffset?>> NextAsync, Func<BotDb, DateTimeOffset, CancellationToken, Task<bool>> RunAsync);

/// <summary>
/// The one clock for all that happens by itself (design: our tables are the truth, the scheduler is the alarm). What is due is claimed in
/// batches; what it says goes to the outbox in the same transaction.
/// </summary>
public sealed class DueClock(Store store, IReadOnlyList<DueKind> kinds)
{
    /// <summary>The earliest instant at which anything is due; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken ct)
    {
        await using var db = store.Read();
        DateTimeOffset? next = null;
        foreach (var kind in kinds)
        {
            var at = await kind.NextAsync(db, ct);
            next = at < next || next is null ? at ?? next : next;
        }

        return next;
    }

    /// <summary>Does everything that is due by <paramref name="now"/>.</summary>
    public async Task RunDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        foreach (var kind in kinds)
        {
            while (await store.Writer.WriteAsync(async scope =>
            {
                var more = await kind.RunAsync(scope.Db, now, ct);
                await scope.Db.SaveChangesAsync(ct);
                return more;
            }))
            {
            }
        }
    }
}
