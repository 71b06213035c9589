using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>All that the stub knows, under one lock: Discord as one big room.</summary>
internal sealed class WorldState(StubOptions options)
{
    private readonly Lock _gate = new();

    public StubOptions Options => options;

    public TimeProvider Time => options.Time;

    public DateTimeOffset Now => options.Time.GetUtcNow();

    public Snowflakes Ids { get; } = new(options.Time);

    public Signal Changed { get; } = new();

    public Dictionary<string, StubGuild> Guilds { get; } = [];

    public Dictionary<string, StubChannel> Channels { get; } = [];

    public Dictionary<string, StubUser> Users { get; } = [];

    public Dictionary<string, StubInteraction> InteractionsByToken { get; } = [];

    public Dictionary<string, StubFile> Files { get; } = [];

    public CommandRegistry Commands { get; } = new();

    public StubUser Bot { get; set; } = null!;

    /// <summary>As for most bots, the application's id is the bot user's.</summary>
    public string ApplicationId => Bot.Id;

    /// <summary>None after it was revoked.</summary>
    public string? Token { get; set; } = "stub-token";

    public Uri BaseUrl { get; set; } = new("http://127.0.0.1");

    public Uri ResumeUrl { get; set; } = new("ws://127.0.0.1");

    /// <summary>Opening DMs answers 40003 while set.</summary>
    public bool RefusesNewDms { get; set; }

    /// <summary>Edits of messages older than this answer 30046 while set.</summary>
    public TimeSpan? OldestEdit { get; set; }

    /// <summary>Sends an event to the sessions that want it (guild id, name, data) and says how many there were. Nothing listens before the gateway stands.</summary>
    public Func<string?, string, JsonObject, int>? Tell { get; set; }

    public Gateway.SessionStarts? Starts { get; set; }

    public List<Violation> Violations { get; } = [];

    public List<StubRequest> Requests { get; } = [];

    public void Do(Action action)
    {
        lock (_gate)
        {
            action();
        }

        Changed.Raise();
    }

    public T Do<T>(Func<T> action)
    {
        lock (_gate)
        {
            return action();
        }
    }

    public void Breaks(string rule, string where, string detail) => Do(() => Violations.Add(new(rule, where, detail)));

    public Task<T> UntilAsync<T>(Func<T?> look, string what)
        where T : notnull
        => Changed.UntilAsync(() => Do(look), () => what + Broken, options.Patience);

    /// <summary>For the message of a wait in vain: most often a refused request is why.</summary>
    public string Broken => Do(() => Violations.Count == 0 ? "" : $"; rules were broken:\n{string.Join('\n', Violations)}\n");

    /// <summary>The bot's DM with somebody, made when it is first needed.</summary>
    public StubChannel Dm(StubUser user) => Do(() =>
    {
        if (user.DmChannel is null)
        {
            user.DmChannel = new StubChannel(this, Ids.Next(), user.Name, StubChannelType.Dm) { Recipient = user };
            Channels[user.DmChannel.Id] = user.DmChannel;
        }

        return user.DmChannel;
    });

    public StubFile AddFile(string name, byte[] content, string contentType)
    {
        var id = Ids.Next();
        var url = new Uri(BaseUrl, $"/cdn/attachments/{id}/{Uri.EscapeDataString(name)}?ex=6a000000&is=6a000000&hm=00");
        return Do(() => Files[id] = new StubFile(id, name, content, contentType) { Url = url });
    }
}
