using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Due;

/// <summary>Something that happens by itself: when it is next due, and what is done then.</summary>
/// <param name="NextAsync">The earliest instant of this kind, read from an index; null when nothing waits.</param>
/// <param name="RunAsync">Does at most one batch of what is due, in the transaction it is given; true when there may be more.</param>
public sealed record DueKind(
    string Name, Func<BotDb, CancellationToken, Task<DateTimeOffset?>> NextAsync, Func<BotDb, DateTimeOffset, CancellationToken, Task<bool>> RunAsync);

/// <summary>
/// The one clock for all that happens by itself (design: our tables are the truth, the scheduler is the alarm). What is due is claimed in
/// batches; what it says goes to the outbox in the same transaction. A kind that fails is logged and tried again a minute later; it holds up
/// none of the others.
/// </summary>
public sealed partial class DueClock(Store store, IReadOnlyList<DueKind> kinds, ILogger<DueClock> logger) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _again = new(StringComparer.Ordinal);

    /// <summary>The earliest instant at which anything is due; null when nothing waits.</summary>
    public async Task<DateTimeOffset?> NextAsync(CancellationToken ct)
    {
        await using var db = store.Read();
        DateTimeOffset? next = null;
        foreach (var kind in kinds)
        {
            var at = await NextAsync(db, kind, ct);
            next = at < next || next is null ? at ?? next : next;
        }

        return next;
    }

    /// <summary>Does everything that is due by <paramref name="now"/>, one run at a time. Once it is cancelled, the batch in hand is finished and no other begun.</summary>
    public async Task RunDueAsync(DateTimeOffset now, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await using var db = store.Read();
            foreach (var kind in kinds)
            {
                if (!ct.IsCancellationRequested && await NextAsync(db, kind, CancellationToken.None) <= now)
                {
                    await RunAsync(kind, now, ct);
                }
            }
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<DateTimeOffset?> NextAsync(BotDb db, DueKind kind, CancellationToken ct)
    {
        var at = await kind.NextAsync(db, ct);
        return _again.TryGetValue(kind.Name, out var again) && at < again ? again : at;
    }

    private async Task RunAsync(DueKind kind, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            while (await BatchAsync(kind, now) && !ct.IsCancellationRequested)
            {
            }

            _again.TryRemove(kind.Name, out _);
        }
        catch (Exception error) when (StorageException.From(error, store.Path) is null)
        {
            _again[kind.Name] = now + Pause;
            LogFailed(error, kind.Name);
        }
    }

    private async Task<bool> BatchAsync(DueKind kind, DateTimeOffset now)
    {
        var (more, steppedOver) = await store.Writer.WriteAsync(async scope =>
        {
            var more = await kind.RunAsync(scope.Db, now, CancellationToken.None);
            await scope.Db.SaveChangesAsync(CancellationToken.None);
            return (more, scope.Db.SteppedOver);
        });
        foreach (var (what, error) in steppedOver)
        {
            LogSteppedOver(error, kind.Name, what);
        }

        return more;
    }

    [LoggerMessage(LogLevel.Error, "What was due of {Kind} failed and is tried again in a minute")]
    private partial void LogFailed(Exception error, string kind);

    [LoggerMessage(LogLevel.Error, "Stepped over what was due of {Kind}: {What}, tried again tomorrow")]
    private partial void LogSteppedOver(Exception error, string kind, string what);
}
