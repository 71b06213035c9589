namespace Unisson.Discord.Stub.Gateway;

/// <summary>How often a bot may still begin a session: a budget a day, and one identify in 5 s for each rate limit key.</summary>
internal sealed class SessionStarts(WorldState world)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly Dictionary<int, DateTimeOffset> _lastByKey = [];

    public int Total { get; } = Math.Max(1000, world.Options.SessionStarts);

    public int Remaining { get; private set; } = world.Options.SessionStarts;

    /// <summary>Milliseconds, as <c>GET /gateway/bot</c> says it.</summary>
    public int ResetAfter { get; } = 14_400_000;

    /// <summary>Takes one start. Beyond the budget Discord resets the token.</summary>
    public bool Take()
    {
        Remaining--;
        if (Remaining >= 0)
        {
            return true;
        }

        world.Breaks("gateway.session-starts", "IDENTIFY", "more identifies than the day's budget; Discord resets the token for it");
        world.Token = null;
        return false;
    }

    /// <summary>Whether this shard identifies too soon after another with the same key.</summary>
    public bool TooSoon(int shard)
    {
        var key = shard % world.Options.MaxConcurrency;
        var tooSoon = _lastByKey.TryGetValue(key, out var last) && world.Now - last < Pause && world.Options.Shards > 1;
        if (!tooSoon)
        {
            _lastByKey[key] = world.Now;
        }

        return tooSoon;
    }
}
