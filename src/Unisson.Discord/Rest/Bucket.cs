namespace Unisson.Discord.Rest;

/// <summary>
/// The requests that Discord still allows in one bucket (page "Rate Limits"). Until the first answer tells the limit, one request goes
/// ahead alone; a bucket whose answers have no limit headers lets everything through. Who waits is not served in order.
/// </summary>
internal sealed class Bucket(TimeProvider time)
{
    private readonly Lock _lock = new();
    private TaskCompletionSource? _probe;
    private bool _known;
    private int _limit = int.MaxValue;
    private int _remaining;
    private DateTimeOffset _resetAt = DateTimeOffset.MinValue;
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private TimeSpan _window = TimeSpan.FromSeconds(1);

    /// <summary>Whether forgetting this bucket loses nothing.</summary>
    public bool Idle
    {
        get
        {
            lock (_lock)
            {
                return _known && _probe is null && time.GetUtcNow() > Later(_resetAt, _blockedUntil);
            }
        }
    }

    /// <summary>Takes one request, or says how long to wait before asking again, or for what.</summary>
    public (TimeSpan Wait, Task? Probe) Take()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (now < _blockedUntil)
            {
                return (_blockedUntil - now, null);
            }

            if (!_known)
            {
                var other = _probe?.Task;
                _probe ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
                return (TimeSpan.Zero, other);
            }

            if (now >= _resetAt)
            {
                (_remaining, _resetAt) = (_limit, now + _window);
            }

            if (_remaining > 0)
            {
                _remaining--;
                return default;
            }

            return (_resetAt - now, null);
        }
    }

    /// <summary>What an answer said; default when there was no answer or it said nothing.</summary>
    public void Told(LimitHeaders limits, bool answered)
    {
        lock (_lock)
        {
            if (limits.Limit > 0)
            {
                Learn(limits);
            }
            else if (answered && !_known)
            {
                (_known, _remaining) = (true, int.MaxValue);
            }

            _probe?.TrySetResult();
            _probe = null;
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            _blockedUntil = Later(_blockedUntil, time.GetUtcNow() + wait);
        }
    }

    private void Learn(LimitHeaders limits)
    {
        var reset = time.GetUtcNow() + limits.ResetAfter;
        // Answers overtake each other: within one window the smaller number is right.
        var sameWindow = _known && (reset - _resetAt).Duration() < TimeSpan.FromMilliseconds(500);
        _remaining = sameWindow ? Math.Min(_remaining, limits.Remaining) : limits.Remaining;
        _window = limits.Remaining == limits.Limit - 1 || limits.ResetAfter > _window ? limits.ResetAfter : _window;
        (_known, _limit, _resetAt) = (true, limits.Limit, reset);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
