namespace Unisson.Discord.Stub;

/// <summary>What a stub Discord is like. The defaults are a patient Discord with the real times and generous rate limits.</summary>
public sealed record StubOptions
{
    /// <summary>The clock of Discord: 3 s and 15 min of an interaction, nonces, rate limits, heartbeats. Tests may give a fake one.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>How long, in real time, a person or a wait bears with a bot that does not answer before the test fails.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Told in HELLO.</summary>
    public TimeSpan HeartbeatInterval { get; init; } = TimeSpan.FromMilliseconds(41_250);

    /// <summary>Whether a connection that has sent no heartbeat for two intervals is closed with 4009.</summary>
    public bool ClosesSilentBots { get; init; }

    /// <summary>Identifies allowed in 5 s, by shard id modulo this number. Held only where there is more than one shard, so that tests of reconnecting need no pause.</summary>
    public int MaxConcurrency { get; init; } = 1;

    /// <summary>Shards that <c>GET /gateway/bot</c> recommends; fewer are refused with 4011.</summary>
    public int Shards { get; init; } = 1;

    /// <summary>Identifies left today; one more resets the token, as Discord does after 1,000.</summary>
    public int SessionStarts { get; init; } = 1000;

    /// <summary>How long an enforced nonce is remembered ("a few minutes").</summary>
    public TimeSpan NonceWindow { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>Whether disposing fails the test when a rule was broken. Off only for tests that break rules on purpose.</summary>
    public bool Strict { get; init; } = true;
}
