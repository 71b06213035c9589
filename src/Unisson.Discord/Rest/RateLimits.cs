using System.Collections.Concurrent;

namespace Unisson.Discord.Rest;

/// <summary>All limits of the bot's routes: buckets by Discord's hash and major parameter, and the global limit.</summary>
internal sealed class RateLimits(TimeProvider time, int global)
{
    private const int PruneAbove = 2_000;

    private readonly ConcurrentDictionary<Route, string> _hashes = new();
    private readonly ConcurrentDictionary<(string Hash, ulong Major), Bucket> _buckets = new();
    private readonly GlobalLimit _global = new(time, global);

    /// <summary>Buckets remembered.</summary>
    public int Count => _buckets.Count;

    /// <summary>Waits until this call may leave, at most until the deadline.</summary>
    /// <exception cref="DiscordRateLimitException">It may not before the deadline.</exception>
    public async ValueTask<Bucket> EnterAsync(RestCall call, DateTimeOffset deadline, CancellationToken ct)
    {
        var bucket = BucketOf(call);
        while (true)
        {
            var (wait, probe) = bucket.Take();
            if (probe is not null)
            {
                await ProbedAsync(probe, call, deadline, ct);
            }
            else if (wait > TimeSpan.Zero)
            {
                await DelayAsync(wait, call, deadline, ct);
                bucket = BucketOf(call);
            }
            else
            {
                break;
            }
        }

        try
        {
            while (_global.Take() is { Ticks: > 0 } wait)
            {
                await DelayAsync(wait, call, deadline, ct);
            }
        }
        catch
        {
            bucket.Told(default, answered: false);
            throw;
        }

        return bucket;
    }

    /// <summary>Books what the answer said about its bucket; the first answer of a route tells the bucket's hash.</summary>
    public void Told(RestCall call, Bucket bucket, RestAnswer? answer)
    {
        var limits = answer?.Limits ?? default;
        if (limits.Bucket is { } hash)
        {
            _hashes[call.Route] = hash;
            var shared = _buckets.GetOrAdd((hash, call.Major), bucket);
            if (shared != bucket)
            {
                shared.Told(limits, answered: true);
            }
        }

        bucket.Told(limits, answer is not null);
        if (Count > PruneAbove)
        {
            Prune();
        }
    }

    /// <summary>A 429: its bucket, or all buckets, rest for so long.</summary>
    public void Block(RestCall call, bool global, TimeSpan wait)
    {
        if (global)
        {
            _global.Block(wait);
        }
        else
        {
            BucketOf(call).Block(wait);
        }
    }

    private Bucket BucketOf(RestCall call) =>
        _buckets.GetOrAdd((_hashes.GetValueOrDefault(call.Route, call.Route.Name), call.Major), static (_, time) => new(time), time);

    private async Task ProbedAsync(Task probe, RestCall call, DateTimeOffset deadline, CancellationToken ct)
    {
        try
        {
            await probe.WaitAsync(Left(deadline), time, ct);
        }
        catch (TimeoutException)
        {
            throw TooLong(call, TimeSpan.FromSeconds(1));
        }
    }

    private async Task DelayAsync(TimeSpan wait, RestCall call, DateTimeOffset deadline, CancellationToken ct)
    {
        if (wait > Left(deadline))
        {
            throw TooLong(call, wait);
        }

        await Task.Delay(wait, time, ct);
    }

    private TimeSpan Left(DateTimeOffset deadline) => deadline > time.GetUtcNow() ? deadline - time.GetUtcNow() : TimeSpan.Zero;

    private static DiscordRateLimitException TooLong(RestCall call, TimeSpan wait) =>
        new(System.Net.HttpStatusCode.TooManyRequests, 0, "The limit of this route lasts longer than the call may wait.", call.Route.Name, wait);

    private void Prune()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.Idle)
            {
                _buckets.TryRemove(new(key, bucket));
            }
        }
    }
}
