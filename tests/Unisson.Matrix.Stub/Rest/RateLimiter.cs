namespace Unisson.Matrix.Stub.Rest;

/// <summary>Synapse's <c>rc_message</c>: for each sender a bucket that holds <c>burst_count</c> and loses <c>per_second</c>.</summary>
internal sealed class RateLimiter(TimeProvider time)
{
    private readonly Dictionary<string, (double Count, DateTimeOffset Start)> _senders = [];
    private (double PerSecond, int Burst)? _limit;

    /// <param name="perSecond">Above 0.</param>
    public void Set(double perSecond, int burst)
    {
        _limit = (perSecond, burst);
        _senders.Clear();
    }

    public void Lift() => _limit = null;

    /// <exception cref="MatrixError">429 M_LIMIT_EXCEEDED with the wait.</exception>
    public void Take(string sender)
    {
        if (_limit is not var (perSecond, burst))
        {
            return;
        }

        var now = time.GetUtcNow();
        var (count, start) = _senders.GetValueOrDefault(sender, (0, now));
        var performed = count - ((now - start).TotalSeconds * perSecond);
        if (performed < 0)
        {
            (performed, count, start) = (0, 0, now);
        }

        if (performed > burst - 1)
        {
            throw MatrixError.TooFast(start - now + TimeSpan.FromSeconds((count - burst + 1) / perSecond));
        }

        _senders[sender] = (count + 1, start);
    }
}
