namespace Unisson.Discord.Gateway;

/// <summary>
/// When a shard may begin a session (page "Gateway", "Rate Limiting" and "Sharding"): one in 5 seconds for each key
/// <c>shard % max_concurrency</c>, and never with fewer than 50 left of the day's budget, since Discord resets the token of a bot that
/// spends it all.
/// </summary>
internal sealed class IdentifyBudget(SessionStartLimit limit, TimeProvider time, Func<CancellationToken, Task<SessionStartLimit>> ask) : IDisposable
{
    public const int Reserve = 50;

    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly Lane[] _lanes = [.. Enumerable.Range(0, Math.Clamp(limit.MaxConcurrency, 1, 1024)).Select(_ => new Lane())];
    private readonly SemaphoreSlim _counting = new(1);
    private SessionStartLimit _limit = limit;
    private int _used;

    /// <summary>Waits for this shard's turn; the turn lasts until it is disposed, so that a slow connection does not bring two together.</summary>
    public async Task<Turn> EnterAsync(int shard, CancellationToken ct)
    {
        var lane = _lanes[shard % _lanes.Length];
        await lane.Gate.WaitAsync(ct);
        try
        {
            var now = time.GetUtcNow();
            if (lane.Next > now)
            {
                await Task.Delay(lane.Next - now, time, ct);
            }

            await SpendAsync(ct);
            return new Turn(this, lane);
        }
        catch
        {
            lane.Gate.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _counting.Dispose();
        foreach (var lane in _lanes)
        {
            lane.Gate.Dispose();
        }
    }

    private async Task SpendAsync(CancellationToken ct)
    {
        await _counting.WaitAsync(ct);
        try
        {
            while (_limit.Total > 0 && _limit.Remaining - _used <= Reserve)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Clamp(_limit.ResetAfter, 1_000, 86_400_000)), time, ct);
                (_limit, _used) = (await ask(ct), 0);
            }

            _used++;
        }
        finally
        {
            _counting.Release();
        }
    }

    internal sealed class Lane
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public DateTimeOffset Next { get; set; }
    }

    /// <summary>One shard's turn to identify.</summary>
    internal sealed class Turn(IdentifyBudget budget, Lane lane) : IDisposable
    {
        private bool _sent;

        /// <summary>IDENTIFY has left: the next one of this key follows 5 seconds later.</summary>
        public void Sent()
        {
            _sent = true;
            lane.Next = budget.Now + Apart;
        }

        public void Dispose()
        {
            if (!_sent)
            {
                Interlocked.Decrement(ref budget._used);
            }

            lane.Gate.Release();
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
