namespace Unisson.Discord;

/// <summary>A server, as <c>GUILD_CREATE</c> and <c>GET /guilds/{id}</c> give it.</summary>
public sealed class Guild
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public Snowflake OwnerId { get; init; }

    /// <summary>Where Discord itself writes, if anywhere.</summary>
    public Snowflake? SystemChannelId { get; init; }

    public string? PreferredLocale { get; init; }

    /// <summary>True during an outage of Discord; the rest is then empty.</summary>
    public bool Unavailable { get; init; }

    public IReadOnlyList<Role> Roles { get; init; } = [];

    /// <summary>Only in <c>GUILD_CREATE</c>.</summary>
    public IReadOnlyList<Channel> Channels { get; init; } = [];

    /// <summary>Only in <c>GUILD_CREATE</c>; without a privileged intent, the bot itself and little more.</summary>
    public IReadOnlyList<Member> Members { get; init; } = [];

    /// <summary>What a member may do in a channel (Discord's page "Permissions"); null when one of the two is not in this guild's lists.</summary>
    public Permissions? PermissionsIn(Snowflake channel, Snowflake user)
    {
        var place = Channels.FirstOrDefault(c => c.Id == channel);
        var member = Members.FirstOrDefault(m => m.User?.Id == user);
        if (place is null || member is null)
        {
            return null;
        }

        var all = (Permissions)ulong.MaxValue;
        if (user == OwnerId)
        {
            return all;
        }

        // The role of everybody has the guild's own id.
        var held = Roles.Where(role => role.Id == Id || member.Roles.Contains(role.Id)).Aggregate(Permissions.None, (sum, role) => sum | role.Permissions);
        return held.HasFlag(Permissions.Administrator) ? all : Overwritten(held, place, member, user);
    }

    private Permissions Overwritten(Permissions held, Channel place, Member member, Snowflake user)
    {
        var everyone = place.PermissionOverwrites.Where(o => o.Id == Id);
        var roles = place.PermissionOverwrites.Where(o => o.Id != Id && member.Roles.Contains(o.Id));
        var person = place.PermissionOverwrites.Where(o => o.Id == user);
        return new[] { everyone, roles, person }.Aggregate(held, Apply);

        static Permissions Apply(Permissions held, IEnumerable<PermissionOverwrite> overwrites)
        {
            var (allow, deny) = overwrites.Aggregate((Allow: Permissions.None, Deny: Permissions.None), (sum, o) => (sum.Allow | o.Allow, sum.Deny | o.Deny));
            return (held & ~deny) | allow;
        }
    }
}

/// <summary>A guild that went away: an outage when <see cref="Unavailable"/>, else the bot was removed.</summary>
public sealed class GuildDelete
{
    public Snowflake Id { get; init; }

    public bool Unavailable { get; init; }
}

/// <summary>A role.</summary>
public sealed class Role
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public Permissions Permissions { get; init; }
}

/// <summary>The kinds of channel that have a name here.</summary>
public enum ChannelType
{
    GuildText = 0,
    Dm = 1,
    GuildVoice = 2,
    GroupDm = 3,
    GuildCategory = 4,
    GuildAnnouncement = 5,
    AnnouncementThread = 10,
    PublicThread = 11,
    PrivateThread = 12,
    GuildStageVoice = 13,
    GuildForum = 15,
    GuildMedia = 16,
}

/// <summary>A channel, a thread or a DM.</summary>
public sealed class Channel
{
    public Snowflake Id { get; init; }

    public ChannelType Type { get; init; }

    public Snowflake? GuildId { get; init; }

    public string? Name { get; init; }

    /// <summary>The category of a channel, the channel of a thread.</summary>
    public Snowflake? ParentId { get; init; }

    /// <summary>What the person may do there; only among the resolved channels of an interaction.</summary>
    public Permissions Permissions { get; init; }

    public IReadOnlyList<PermissionOverwrite> PermissionOverwrites { get; init; } = [];

    public ThreadMetadata? ThreadMetadata { get; init; }
}

/// <summary>What a role or a person may do more or less in one channel.</summary>
public sealed class PermissionOverwrite
{
    public Snowflake Id { get; init; }

    public Permissions Allow { get; init; }

    public Permissions Deny { get; init; }
}

/// <summary>The state of a thread.</summary>
public sealed class ThreadMetadata
{
    public bool Archived { get; init; }

    public bool Locked { get; init; }

    /// <summary>Minutes: 60, 1440, 4320 or 10080.</summary>
    public int AutoArchiveDuration { get; init; }
}

/// <summary>A change of a channel or thread: what is null stays.</summary>
public sealed record ChannelEdit
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    public bool? Archived { get; init; }

    public bool? Locked { get; init; }
}

/// <summary>A thread to hang on a message. Name 1 to 100 characters; archived by itself after 60, 1440, 4320 or 10080 minutes.</summary>
public sealed record ThreadCreate(string Name, int AutoArchiveDuration = 10_080);
