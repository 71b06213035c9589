using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Who waits for a message.</summary>
internal enum Awaited
{
    /// <summary>Somebody who just asked for it.</summary>
    Now,

    /// <summary>It comes by itself.</summary>
    Soon,

    /// <summary>Nobody: it only spares a gesture.</summary>
    Never,
}

/// <summary>
/// Order among what is sent. A homeserver lets few messages through (Synapse by default one in 5 seconds, after ten at once) and says so with a
/// 429, and when to come again: until then nothing leaves, and for a minute after that one at a time, those that somebody waits for first.
/// </summary>
internal sealed class SendOrder : IDisposable
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1), Calm = TimeSpan.FromHours(1);

    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, (Awaited, long)> _waiting = new();
    private DateTimeOffset? _closedUntil;
    private int _leaving;
    private long _number;

    public SendOrder(TimeProvider time)
    {
        _time = time;
        _timer = time.CreateTimer(_ => Grant(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>No 429 came for an hour: what nobody waits for may leave as well.</summary>
    public bool IsCalm
    {
        get
        {
            lock (_lock)
            {
                return _closedUntil is not { } until || _time.GetUtcNow() - until > Calm;
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    /// <param name="send">Sends it; called again in its turn when the homeserver wanted it later.</param>
    public async Task<T> SendAsync<T>(Awaited by, Func<Task<T>> send, CancellationToken ct)
    {
        while (true)
        {
            await TurnAsync(by, ct);
            try
            {
                return await send();
            }
            catch (MatrixRateLimitException limit)
            {
                Close(limit.RetryAfter);
            }
            finally
            {
                Leave();
            }
        }
    }

    private void Close(TimeSpan pause)
    {
        lock (_lock)
        {
            var until = _time.GetUtcNow() + pause;
            _closedUntil = until > _closedUntil || _closedUntil is null ? until : _closedUntil;
        }
    }

    private async Task TurnAsync(Awaited by, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_waiting.Count == 0 && IsOpen(_time.GetUtcNow()))
            {
                _leaving++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn, (by, _number++));
        }

        Grant();
        try
        {
            await turn.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The turn may have come at this very moment: it is passed on.
            if (!turn.TrySetCanceled(CancellationToken.None))
            {
                Leave();
            }

            throw;
        }
    }

    private void Leave()
    {
        lock (_lock)
        {
            _leaving--;
        }

        Grant();
    }

    private void Grant()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (IsOpen(now) && _waiting.TryDequeue(out var next, out _))
            {
                if (next.TrySetResult())
                {
                    _leaving++;
                }
            }

            if (_waiting.Count > 0 && _closedUntil > now)
            {
                _timer.Change(_closedUntil.Value - now, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private bool IsOpen(DateTimeOffset now) => _closedUntil is not { } until || now > until + Slow || (now >= until && _leaving == 0);
}
