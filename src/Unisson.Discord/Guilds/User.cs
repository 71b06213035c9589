namespace Unisson.Discord;

/// <summary>An account.</summary>
public sealed class User
{
    public Snowflake Id { get; init; }

    public string Username { get; init; } = "";

    /// <summary>The name the person shows everywhere.</summary>
    public string? GlobalName { get; init; }

    public bool Bot { get; init; }

    public bool System { get; init; }

    public string? Locale { get; init; }

    public string Display => GlobalName ?? Username;
}

/// <summary>Somebody in a guild.</summary>
public sealed class Member
{
    /// <summary>Absent in <see cref="Resolved.Members"/> and in messages.</summary>
    public User? User { get; init; }

    public string? Nick { get; init; }

    public IReadOnlyList<Snowflake> Roles { get; init; } = [];

    /// <summary>What the person may do in the channel; only in interactions.</summary>
    public Permissions Permissions { get; init; }

    public string? Display => Nick ?? User?.Display;
}

/// <summary>The bot's application.</summary>
public sealed class Application
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public bool? BotPublic { get; init; }
}
