using Unisson.Bot.Kernel;
using Unisson.Discord;

namespace Unisson.Bot.Settings;

/// <summary>The data file.</summary>
/// <param name="MaxPages">Most pages of 4 KiB that it may take; 0 is no limit.</param>
public sealed record StorageSettings(string Path, int MaxPages);

/// <summary>What a new community begins with.</summary>
/// <param name="Zone">IANA zone.</param>
public sealed record CommunitySettings(Language Language, string Zone);

/// <summary>Who runs this, as <c>/about</c> says it.</summary>
public sealed record OperatorSettings(string? Name, string? Contact);

/// <param name="ActivePerPerson">How many one person can have waiting.</param>
public sealed record ReminderSettings(int ActivePerPerson);

/// <param name="CommandsPerMinute">Typed commands of one person in one community, at network doors; 0 is no limit.</param>
public sealed record LimitSettings(int CommandsPerMinute);

/// <summary>The bot on Discord. A class, not a record: the token must not come out of <c>ToString</c>.</summary>
public sealed class DiscordSettings
{
    public required string Token { get; init; }

    public required Uri ApiBaseUrl { get; init; }

    /// <summary>0 takes as many as Discord recommends.</summary>
    public int Shards { get; init; }

    /// <summary>Whether words written to the bot in private are heard (the intent is not a privileged one).</summary>
    public bool DirectMessages { get; init; }

    /// <summary>As the wire takes them.</summary>
    /// <param name="sent">Hears of each request.</param>
    public DiscordOptions ForWire(Action<SentRequest>? sent = null) => new()
    {
        Token = Token,
        ApiBaseUrl = ApiBaseUrl,
        Shards = Shards == 0 ? null : Shards,
        Intents = GatewayIntents.Guilds | (DirectMessages ? GatewayIntents.DirectMessages : GatewayIntents.None),
        UserAgent = $"DiscordBot (https://discord.com, {HostSettings.Version})",
        Sent = sent,
    };
}

/// <summary>All that can be set from outside, checked.</summary>
public sealed record AllSettings(StorageSettings Storage, CommunitySettings Community, OperatorSettings Operator, ReminderSettings Reminders, LimitSettings Limits)
{
    /// <summary>Null where no token is given.</summary>
    public DiscordSettings? Discord { get; init; }

    /// <summary>Null where no homeserver is given.</summary>
    public MatrixSettings? Matrix { get; init; }

    public HostSettings ForCommands() => new()
    {
        OperatorName = Operator.Name,
        OperatorContact = Operator.Contact,
        RemindersPerPerson = Reminders.ActivePerPerson,
    };
}
