namespace Unisson.Discord.Stub;

/// <summary>Whether the bot can write to somebody.</summary>
public enum DmReach
{
    Open,

    /// <summary>50007: the person has closed their DMs or blocked the bot.</summary>
    Closed,

    /// <summary>50278: the person shares no server with the bot any more.</summary>
    NoMutualServer,
}

/// <summary>A person (or the bot itself). What a person can do stands in the other parts of this class.</summary>
public sealed partial class StubUser
{
    private readonly WorldState _world;

    internal StubUser(WorldState world, string id, string name, string locale, bool isBot)
        => (_world, Id, Name, Locale, IsBot) = (world, id, name, locale, isBot);

    public string Id { get; }

    /// <summary>The account's name, as <c>claire</c>.</summary>
    public string Name { get; }

    /// <summary>What the account calls itself in public.</summary>
    public string? DisplayName { get; set; }

    /// <summary>The language of this person's Discord, as <c>fr</c> or <c>en-US</c>. A bot learns it from interactions only.</summary>
    public string Locale { get; set; }

    public bool IsBot { get; }

    /// <summary>Whether messages of the bot reach this person.</summary>
    public DmReach Reach { get; set; }

    /// <summary>Where the person is and types: at first the first channel of the first server joined.</summary>
    public StubChannel? Place { get; private set; }

    internal StubChannel? DmChannel { get; set; }

    /// <summary>What the bot and this person wrote to each other in private, oldest first.</summary>
    public IReadOnlyList<StubMessage> Dms => DmChannel?.Messages ?? [];

    /// <summary>What only this person sees, in whatever channel.</summary>
    public IReadOnlyList<StubMessage> Ephemerals
        => _world.Do(() => _world.Channels.Values.SelectMany(c => c.All).Where(m => m.Reader == this && !m.Deleted).ToList());

    /// <summary>Each message of the bot that rang this person's phone, oldest first: named in content and allowed to ring, or in their DM and not silent.</summary>
    public IReadOnlyList<StubMessage> Pings
        => _world.Do(() => _world.Channels.Values.SelectMany(c => c.All).Where(Rings).OrderBy(m => m.SentAt).ToList());

    /// <summary>Joins a server.</summary>
    public StubUser In(StubGuild guild, bool manageGuild = false, string? nick = null, params StubRole[] roles) => _world.Do(() =>
    {
        var permissions = StubPermissions.Everyone | (manageGuild ? StubPermissions.ManageGuild : StubPermissions.None);
        guild.Members[Id] = new(permissions, nick, roles, _world.Now);
        guild.Owner ??= this;
        Place ??= guild.SystemChannel;
        return this;
    });

    /// <summary>Leaves a server: <c>GET …/members/{id}</c> answers 404 from then on. No event tells the bot, as it has no members intent.</summary>
    public void Leaves(StubGuild guild) => _world.Do(() => guild.Members.Remove(Id));

    /// <summary>Goes to a channel; what the person types next is typed there.</summary>
    public StubUser At(StubChannel channel)
    {
        Place = channel;
        return this;
    }

    /// <summary>Goes to their DM with the bot.</summary>
    public StubUser AtDm() => At(_world.Dm(this));

    public override string ToString() => Name;

    private bool Rings(StubMessage message)
    {
        const int Silent = 1 << 12;
        if (message.Ephemeral || !message.Author.IsBot || (message.Body.Flags & Silent) != 0)
        {
            return false;
        }

        return message.Channel.Recipient == this || MessagePayload.Mentioned(message.Original).Contains(Id);
    }
}
