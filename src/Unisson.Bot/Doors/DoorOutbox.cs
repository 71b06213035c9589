using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Doors;

/// <summary>
/// Lets messages to others leave by a network door: woken by what is committed and by the hours that rows wait for, many destinations side by
/// side, each in order. How fast is the wire's business; what is claimed and what became of it is stored in groups.
/// </summary>
/// <param name="deliver">Brings one message to the network; null when nothing became of it, because it was held, dropped or interrupted.</param>
/// <param name="over">Cancelled when the network lets the bot in no more.</param>
internal sealed partial class DoorOutbox(
    Store store, Catalogue catalogue, string door, Func<Delivery, CancellationToken, Task<Outcome?>> deliver, TimeProvider time, ILogger<DoorOutbox> logger, CancellationToken over) : IDisposable
{
    /// <summary>Under way at a time: over all, and to one destination. Discord lets 50 a second through, and few to one channel.</summary>
    private const int Most = 64, Each = 4;

    /// <summary>Results that are stored together at the latest.</summary>
    private const int Together = 16;

    /// <summary>After so many failures in a row the network is taken for down, and one row at a time asks whether it is back.</summary>
    private const int Down = 8;

    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100), Beat = TimeSpan.FromSeconds(30), Patience = TimeSpan.FromSeconds(1.5);

    private readonly Pump _pump = new(store, catalogue, door);
    private readonly Dictionary<long, (Lane Lane, Task Task)> _flying = [];
    private readonly ConcurrentQueue<(long RowId, Outcome? Outcome)> _landed = [];
    private readonly List<Outcome> _unstored = [];
    private readonly SemaphoreSlim _woken = new(0, 1);
    private readonly CancellationTokenSource _working = new();
    private int _inTheAir;
    private int _failures;

    /// <summary>Told of a channel that let a message not in, once that is stored.</summary>
    public Action<string>? Refused { get; init; }

    /// <summary>There may be something to send.</summary>
    public void Wake()
    {
        try
        {
            _woken.Release();
        }
        catch (SemaphoreFullException)
        {
            // Woken already.
        }
    }

    /// <summary>
    /// Sends until it is told to stop, and then finishes what is in hand, within a second and a half; or until the network lets the bot in no more. What has not left
    /// stays in the outbox.
    /// </summary>
    public async Task RunAsync(CancellationToken ct)
    {
        store.Writer.Committed += OnCommitted;
        await using var breath = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        await using var alarm = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        try
        {
            await store.Writer.WriteAsync(scope => Waiting.ChannelChangedAsync(scope.Db, door, null, time.GetUtcNow(), ct));
            while (!over.IsCancellationRequested)
            {
                await RoundAsync(breath, alarm, ct);
                await _woken.WaitAsync(ct);
            }

            LogRefused(door);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
        finally
        {
            store.Writer.Committed -= OnCommitted;
            await LandAsync();
        }
    }

    public void Dispose()
    {
        _woken.Dispose();
        _working.Dispose();
    }

    private void OnCommitted(DateTimeOffset? due)
    {
        if (due is not null)
        {
            Wake();
        }
    }

    private async Task RoundAsync(ITimer breath, ITimer alarm, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        try
        {
            await SettleAsync(now);
            while (Room() is > 0 and var room && await _pump.ClaimAsync(now, room, Each, [.. _flying.Values.Select(f => f.Lane)], ct) is { Count: > 0 } claimed)
            {
                foreach (var delivery in claimed)
                {
                    Interlocked.Increment(ref _inTheAir);
                    _flying[delivery.RowId] = (delivery.Lane, FlyAsync(delivery, breath));
                }
            }

            var next = await _pump.NextAsync(now, ct);
            alarm.Change(next - now is { } wait && wait < Beat ? wait : Beat, Timeout.InfiniteTimeSpan);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogTrouble(error, door);
            alarm.Change(Beat, Timeout.InfiniteTimeSpan);
        }
    }

    private int Room() => (_failures < Down ? Most : 1) - _flying.Count;

    private async Task FlyAsync(Delivery delivery, ITimer breath)
    {
        // A result is never lost, whatever happens to the errand.
        _landed.Enqueue((delivery.RowId, await deliver(delivery, _working.Token)));
        if (Interlocked.Decrement(ref _inTheAir) == 0 || _landed.Count >= Together)
        {
            Wake();
        }
        else
        {
            breath.Change(Breath, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task SettleAsync(DateTimeOffset now)
    {
        var landed = new List<long>();
        while (_landed.TryDequeue(out var one))
        {
            landed.Add(one.RowId);
            if (one.Outcome is { } outcome)
            {
                _unstored.Add(outcome);
                _failures = outcome is Later { Failed: true } ? _failures + 1 : 0;
            }
        }

        var faults = await _pump.SettleAsync(_unstored, now, CancellationToken.None);
        foreach (var parked in _unstored.OfType<Parked>().Where(p => p is { Why: Parking.Channel, Of.Channel: not null }))
        {
            Refused?.Invoke(parked.Of.Channel!);
        }

        _unstored.Clear();
        landed.ForEach(id => _flying.Remove(id));
        foreach (var (of, fault) in faults)
        {
            // Not claimed again before the next start, which looks whether it arrived.
            _flying[of.RowId] = (of.Lane, Task.CompletedTask);
            LogUnstored(fault, of.RowId);
        }
    }

    private async Task LandAsync()
    {
        var all = Task.WhenAll(_flying.Values.Select(f => f.Task));
        await Task.WhenAny(all, Task.Delay(Patience, time, CancellationToken.None));
        await _working.CancelAsync();
        await all;
        await SettleAsync(time.GetUtcNow());
    }

    [LoggerMessage(LogLevel.Error, "What became of message {RowId} cannot be stored")]
    private partial void LogUnstored(Exception error, long rowId);

    [LoggerMessage(LogLevel.Critical, "The network lets the bot in no more; messages to {Door} wait in the outbox")]
    private partial void LogRefused(string door);

    [LoggerMessage(LogLevel.Error, "The outbox of {Door} could not be read or written; it goes on in half a minute")]
    private partial void LogTrouble(Exception error, string door);
}
