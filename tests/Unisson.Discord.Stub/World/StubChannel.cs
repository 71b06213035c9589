namespace Unisson.Discord.Stub;


/// <summary>Discord's channel types, those that the bot can meet.</summary>
public enum StubChannelType
{
    Text = 0,
    Dm = 1,
    Voice = 2,
    Announcement = 5,
    PublicThread = 11,
    PrivateThread = 12,
    Forum = 15,
}

/// <summary>A place with messages: a server's channel, a thread, or the bot's DM with somebody.</summary>
public sealed class StubChannel
{
    private readonly WorldState _world;

    internal StubChannel(WorldState world, string id, string name, StubChannelType type)
        => (_world, Id, Name, Type) = (world, id, name, type);

    public string Id { get; }

    public string Name { get; internal set; }

    public StubChannelType Type { get; }

    /// <summary>None for a DM.</summary>
    public StubGuild? Guild { get; internal init; }

    /// <summary>The channel a thread hangs in.</summary>
    public StubChannel? Parent { get; internal init; }

    /// <summary>With whom the bot speaks in this DM.</summary>
    public StubUser? Recipient { get; internal init; }

    /// <summary>What the bot may do here; unless set, as in the whole server.</summary>
    public StubPermissions? BotPermissions { get; set; }

    /// <summary>A thread that went to sleep: sending wakes it, editing is refused (50083).</summary>
    public bool Archived { get; set; }

    public bool IsThread => Type is StubChannelType.PublicThread or StubChannelType.PrivateThread;

    /// <summary>What everybody in the channel sees, oldest first: neither ephemeral nor deleted messages.</summary>
    public IReadOnlyList<StubMessage> Messages => _world.Do(() => All.Where(m => !m.Ephemeral && !m.Deleted).ToList());

    /// <summary>The threads that hang in this channel.</summary>
    public IReadOnlyList<StubChannel> Threads => _world.Do(() => _world.Channels.Values.Where(c => c.Parent == this).ToList());

    internal WorldState World => _world;

    internal List<StubMessage> All { get; } = [];

    internal int AutoArchiveMinutes { get; set; } = 4320;

    internal StubUser? Owner { get; init; }

    internal DateTimeOffset CreatedAt { get; init; } = DateTimeOffset.UnixEpoch;

    internal StubPermissions Bot => Type == StubChannelType.Dm
        ? StubPermissions.Asked
        : BotPermissions ?? Parent?.BotPermissions ?? Guild!.BotPermissions;

    internal bool BotCan(StubPermissions needed) => (Bot & needed) == needed;

    public override string ToString() => Recipient is null ? $"#{Name}" : $"DM with {Recipient.Name}";
}
