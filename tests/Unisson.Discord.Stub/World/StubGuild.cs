namespace Unisson.Discord.Stub;


/// <summary>A Discord server in which the bot is installed.</summary>
public sealed class StubGuild
{
    private readonly WorldState _world;

    internal StubGuild(WorldState world, string id, string name, string locale)
    {
        (_world, Id, Name, Locale, BotJoined) = (world, id, name, locale, world.Now);
        SystemChannel = AddChannel("general");
    }

    public string Id { get; }

    public string Name { get; }

    /// <summary>The server's preferred locale, for example <c>fr</c> or <c>en-US</c>.</summary>
    public string Locale { get; }

    /// <summary>Where Discord's own notices go; there from the start, named general. A server may have none.</summary>
    public StubChannel? SystemChannel { get; set; }

    /// <summary>What the bot may do where the channel does not say otherwise.</summary>
    public StubPermissions BotPermissions { get; set; } = StubPermissions.Asked;

    internal List<StubChannel> Channels { get; } = [];

    internal Dictionary<string, StubRole> Roles { get; } = [];

    internal Dictionary<string, Membership> Members { get; } = [];

    /// <summary>Who made the server; the first person to join it.</summary>
    internal StubUser? Owner { get; set; }

    internal DateTimeOffset BotJoined { get; }

    /// <summary>Whether the bot is still a member of this server.</summary>
    internal bool HasBot { get; private set; } = true;

    /// <summary>A channel of this server; the bot is told of it if it is connected.</summary>
    public StubChannel AddChannel(string name, StubChannelType type = StubChannelType.Text)
    {
        var channel = new StubChannel(_world, _world.Ids.Next(), name, type) { Guild = this };
        _world.Do(() =>
        {
            Channels.Add(channel);
            _world.Channels[channel.Id] = channel;
            if (_world.Guilds.ContainsKey(Id))
            {
                _world.Tell?.Invoke(Id, "CHANNEL_CREATE", Payloads.Channel(channel));
            }
        });
        return channel;
    }

    /// <summary>A role that nobody has yet.</summary>
    public StubRole AddRole(string name)
        => _world.Do(() => Roles[name] = new StubRole(_world.Ids.Next(), name));

    /// <summary>The channel of that name.</summary>
    public StubChannel Channel(string name) => _world.Do(() => Channels.First(c => c.Name == name));

    /// <summary>Somebody takes the bot out of the server: GUILD_DELETE, and 404 or 403 from then on.</summary>
    public void RemoveBot() => _world.Do(() =>
    {
        HasBot = false;
        _world.Tell?.Invoke(Id, "GUILD_DELETE", new() { ["id"] = Id });
    });
}

/// <summary>A role of a server.</summary>
public sealed record StubRole(string Id, string Name);

/// <summary>A person's place in one server.</summary>
internal sealed record Membership(StubPermissions Permissions, string? Nick, IReadOnlyList<StubRole> Roles, DateTimeOffset Joined);
