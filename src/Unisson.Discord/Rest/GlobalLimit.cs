namespace Unisson.Discord.Rest;

/// <summary>At most so many requests within any second: a ring of the last ones, each slot free again after a second.</summary>
internal sealed class GlobalLimit(TimeProvider time, int perSecond)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly DateTimeOffset[] _slots = new DateTimeOffset[perSecond];
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private int _next;

    /// <summary>Zero when the request may leave now and is counted; else how long to wait before asking again.</summary>
    public TimeSpan Take()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            var free = _slots[_next] == default ? now : _slots[_next] + Window;
            var at = free > _blockedUntil ? free : _blockedUntil;
            if (at > now)
            {
                return at - now;
            }

            _slots[_next] = now;
            _next = (_next + 1) % _slots.Length;
            return TimeSpan.Zero;
        }
    }

    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            var until = time.GetUtcNow() + wait;
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
        }
    }
}

/// <summary>
/// Discord bans an address after 10,000 answers of 401, 403 or 429 within 10 minutes: near that, nothing is sent until enough of them
/// are past.
/// </summary>
internal sealed class InvalidRequests(TimeProvider time)
{
    public const int Most = 9_500;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Queue<DateTimeOffset> _past = new();

    public void Add()
    {
        lock (_lock)
        {
            _past.Enqueue(time.GetUtcNow());
        }
    }

    /// <summary>Zero, or how long nothing may be sent.</summary>
    public TimeSpan Closed()
    {
        lock (_lock)
        {
            var since = time.GetUtcNow() - Window;
            while (_past.TryPeek(out var oldest) && oldest <= since)
            {
                _past.Dequeue();
            }

            return _past.Count < Most ? TimeSpan.Zero : _past.Peek() - since;
        }
    }
}
