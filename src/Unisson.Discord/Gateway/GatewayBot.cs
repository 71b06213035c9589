namespace Unisson.Discord;

/// <summary>Where the gateway is, how many shards Discord recommends, and how often a session may be begun.</summary>
public sealed class GatewayBot
{
    public string Url { get; init; } = "";

    public int Shards { get; init; } = 1;

    public SessionStartLimit SessionStartLimit { get; init; } = new();
}

/// <summary>The budget of IDENTIFYs: <see cref="Remaining"/> of <see cref="Total"/>, full again after <see cref="ResetAfter"/> milliseconds.</summary>
public sealed class SessionStartLimit
{
    public int Total { get; init; }

    public int Remaining { get; init; }

    public long ResetAfter { get; init; }

    /// <summary>How many shards may identify within the same 5 seconds.</summary>
    public int MaxConcurrency { get; init; } = 1;
}

/// <summary>The beginning of a session.</summary>
public sealed class Ready
{
    public User? User { get; init; }

    public Application? Application { get; init; }

    /// <summary>The guilds of this shard, all of them still unavailable; each follows as <c>GUILD_CREATE</c>.</summary>
    public IReadOnlyList<GuildDelete> Guilds { get; init; } = [];

    internal string SessionId => SessionIdText ?? "";

    [System.Text.Json.Serialization.JsonInclude]
    [System.Text.Json.Serialization.JsonPropertyName("session_id")]
    internal string? SessionIdText { get; init; }

    [System.Text.Json.Serialization.JsonInclude]
    internal string? ResumeGatewayUrl { get; init; }
}
