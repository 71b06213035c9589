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
/// 429; for a minute after one they leave one at a time, those that somebody waits for first.
/// </summary>
internal sealed class SendOrder(TimeProvider time)
{
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1), Calm = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<TaskCompletionSource, (Awaited, long)> _waiting = new();
    private DateTimeOffset? _limitedAt;
    private int _leaving;
    private long _number;

    /// <summary>No 429 came for an hour: what nobody waits for may leave as well.</summary>
    public bool IsCalm
    {
        get
        {
            lock (_lock)
            {
                return _limitedAt is not { } at || time.GetUtcNow() - at > Calm;
            }
        }
    }

    /// <summary>The homeserver wanted a pause.</summary>
    public void Limited()
    {
        lock (_lock)
        {
            _limitedAt = time.GetUtcNow();
        }
    }

    public async Task<T> SendAsync<T>(Awaited by, Func<Task<T>> send, CancellationToken ct)
    {
        await TurnAsync(by, ct);
        try
        {
            return await send();
        }
        finally
        {
            Next();
        }
    }

    private async Task TurnAsync(Awaited by, CancellationToken ct)
    {
        TaskCompletionSource turn;
        lock (_lock)
        {
            if (_leaving == 0 || !IsSlow)
            {
                _leaving++;
                return;
            }

            turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue(turn, (by, _number++));
        }

        try
        {
            await turn.Task.WaitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            // The turn may have come at this very moment: it is passed on.
            if (!turn.TrySetCanceled(CancellationToken.None))
            {
                Next();
            }

            throw;
        }
    }

    private void Next()
    {
        lock (_lock)
        {
            _leaving--;
            while ((_leaving == 0 || !IsSlow) && _waiting.TryDequeue(out var next, out _))
            {
                if (next.TrySetResult())
                {
                    _leaving++;
                }
            }
        }
    }

    private bool IsSlow => time.GetUtcNow() - _limitedAt < Slow;
}
