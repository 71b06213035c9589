namespace Unisson.Discord;

/// <summary>What the bot wants to hear of. Interactions need none.</summary>
[Flags]
public enum GatewayIntents
{
    None = 0,
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,

    /// <summary>Messages in the bot's DMs, with their text; not privileged.</summary>
    DirectMessages = 1 << 12,
}

/// <summary>How to reach Discord. A class, not a record: the token must not come out of <c>ToString</c>.</summary>
public sealed class DiscordOptions
{
    /// <summary>The bot's token, without the word "Bot"; blanks around it, as files end with, are dropped.</summary>
    public required string Token { get; init => field = value.Trim(); }

    /// <summary>Root of the REST API with its version. The gateway's address is asked there.</summary>
    public Uri ApiBaseUrl { get; init; } = new("https://discord.com/api/v10");

    public GatewayIntents Intents { get; init; } = GatewayIntents.Guilds;

    /// <summary>Number of shards; null takes what Discord recommends.</summary>
    public int? Shards { get; init; }

    /// <summary>Discord wants <c>DiscordBot (address, version)</c>.</summary>
    public string UserAgent { get; init; } = "DiscordBot (https://discord.com, 0.1)";

    /// <summary>Requests a second over all routes but interactions and their follow-ups; Discord's default is 50.</summary>
    public int GlobalLimit { get; init; } = 50;

    /// <summary>
    /// How long a call may wait for a limit to end. A longer wait comes back at once as a <see cref="DiscordRateLimitException"/>, so
    /// that the caller can do something else meanwhile.
    /// </summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Called after each request that was sent, with what may be kept: no body, no token, no id.</summary>
    public Action<SentRequest>? Sent { get; init; }
}

/// <summary>
/// One request as it was sent. <see cref="Route"/> is a template such as <c>/channels/{channel}/messages</c>; <see cref="Status"/> is 0
/// when no answer came; <see cref="Attempt"/> counts from 1.
/// </summary>
public readonly record struct SentRequest(string Method, string Route, int Status, TimeSpan Duration, int Attempt)
{
    /// <summary>What Discord's clock said (its header <c>Date</c>, whole seconds); null when no answer came.</summary>
    public DateTimeOffset? Date { get; init; }
}
