using Microsoft.AspNetCore.Http;
using Unisson.Discord.Stub.Gateway;
using Unisson.Discord.Stub.Rest;

namespace Unisson.Discord.Stub;

/// <summary>
/// A Discord on a loopback port: REST v10 and gateway v10 over real sockets, with the people who use it.
/// Whatever the bot sends is held against Discord's own OpenAPI file and the rules of its documentation; disposing fails the test if one was broken.
/// </summary>
public sealed class StubDiscord : IAsyncDisposable
{
    private readonly WorldState _world;
    private readonly Listener _listener;
    private readonly GatewayServer _gateway;
    private readonly RestServer _rest;
    private readonly RateLimits _limits;

    private StubDiscord(StubOptions options)
    {
        _world = new WorldState(options);
        _world.Bot = AddUser("unisson", isBot: true);
        _limits = new RateLimits(options.Time);
        _gateway = new GatewayServer(_world);
        Gateway = new StubGateway(_gateway);
        Faults = new StubFaults(_world, _limits);
        _rest = new RestServer(_world, _limits, Faults);
        _listener = new Listener(HandleAsync);
    }

    /// <summary>What the bot's <c>Discord:ApiBaseUrl</c> must be.</summary>
    public Uri ApiBaseUrl => new(_world.BaseUrl, RestServer.Prefix);

    /// <summary>The only token that is accepted.</summary>
    public string Token { get; } = "stub-token";

    /// <summary>The application's id, which is also the bot's.</summary>
    public string ApplicationId => _world.ApplicationId;

    /// <summary>The bot's own account.</summary>
    public StubUser Bot => _world.Bot;

    /// <summary>Connections, and the harm a test can do to them.</summary>
    public StubGateway Gateway { get; }

    /// <summary>What goes wrong with requests.</summary>
    public StubFaults Faults { get; }

    /// <summary>Rules broken so far. A test that expects some reads them and calls <see cref="ForgetViolations"/>.</summary>
    public IReadOnlyList<Violation> Violations => _world.Do(() => _world.Violations.ToList());

    /// <summary>Requests answered so far, oldest first.</summary>
    public IReadOnlyList<StubRequest> Requests => _world.Do(() => _world.Requests.ToList());

    /// <summary>Whether Discord's OpenAPI file lies beside the checkout; without it nothing is checked by schema.</summary>
    public static bool HasSchema => Schema.OpenApi.Here is not null;

    /// <summary>Opens a port and is ready at once.</summary>
    public static async Task<StubDiscord> StartAsync(StubOptions? options = null)
    {
        var discord = new StubDiscord(options ?? new());
        await discord._listener.OpenAsync();
        discord._world.BaseUrl = new Uri($"http://127.0.0.1:{discord._listener.Port}");
        discord._world.ResumeUrl = new Uri($"ws://127.0.0.1:{discord._listener.ResumePort}");
        return discord;
    }

    /// <summary>A server in which the bot is installed; a connected bot is told at once.</summary>
    /// <param name="locale">Its preferred locale, as <c>fr</c>.</param>
    /// <param name="id">Only for tests of shards: the shard of a server is (id >> 22) modulo their number.</param>
    public StubGuild AddGuild(string name, string locale = "en-US", string? id = null) => _world.Do(() =>
    {
        var guild = new StubGuild(_world, id ?? _world.Ids.Next(), name, locale);
        _world.Guilds[guild.Id] = guild;
        _world.Tell?.Invoke(guild.Id, "GUILD_CREATE", Payloads.GuildCreate(guild, _world));
        return guild;
    });

    /// <summary>A person, so far in no server.</summary>
    /// <param name="locale">The language of their Discord.</param>
    public StubUser AddUser(string name, string locale = "fr") => AddUser(name, isBot: false, locale);

    /// <summary>A file that a person can attach; the bot finds it under the stub's CDN.</summary>
    public StubFile AddFile(string name, byte[] content, string contentType = "application/octet-stream") => _world.AddFile(name, content, contentType);

    /// <summary>The channel of that name, in whatever server or thread.</summary>
    public StubChannel Channel(string name) => _world.Do(() => _world.Channels.Values.First(c => c.Name == name && c.Recipient is null));

    /// <summary>The commands people are offered in a server, or in a DM.</summary>
    public IReadOnlyList<string> CommandsIn(StubGuild? guild)
        => _world.Do(() => _world.Commands.OfferedIn(guild?.Id).Select(c => (string)c["name"]!).ToList());

    /// <summary>Ends when the bot has so many sessions connected.</summary>
    public Task ConnectedAsync(int sessions = 1) => UntilAsync(() => Gateway.Connected >= sessions, $"{sessions} gateway session(s)");

    /// <summary>Ends when the bot has overwritten its commands at least once, so that people can use them.</summary>
    public Task CommandsAsync(StubGuild? guild = null) => UntilAsync(() => CommandsIn(guild).Count > 0, "the bot's commands");

    /// <summary>Ends when it is so; looks again after each thing that happens.</summary>
    /// <exception cref="TimeoutException">It was not so within the patience of <see cref="StubOptions"/>; the message lists the violations.</exception>
    public async Task UntilAsync(Func<bool> so, string what) => await UntilAsync(() => so() ? this : null, what);

    /// <summary>Ends when there is something, and gives it.</summary>
    /// <exception cref="TimeoutException">There was nothing within the patience of <see cref="StubOptions"/>.</exception>
    public Task<T> UntilAsync<T>(Func<T?> look, string what)
        where T : class
        => _world.UntilAsync(look, what);

    /// <summary>Requests allowed on a route in a span, for each channel, server or webhook by itself.</summary>
    /// <param name="route">As <c>POST /channels/{channel_id}/messages</c>.</param>
    public void Limit(string route, int count, TimeSpan per) => _world.Do(() => _limits.Set(route, count, per));

    /// <summary>Requests allowed over all routes but those of interactions.</summary>
    public void LimitGlobally(int count, TimeSpan per) => _world.Do(() => _limits.SetGlobal(count, per));

    /// <summary>Opening a DM that does not exist yet answers 40003, until taken back.</summary>
    public void RefuseNewDms(bool refuse = true) => _world.Do(() => { _world.RefusesNewDms = refuse; });

    /// <summary>Edits of messages older than this answer 30046 with a wait; none lifts it.</summary>
    public void RefuseEditsOlderThan(TimeSpan? age) => _world.Do(() => { _world.OldestEdit = age; });

    /// <summary>The token is worth nothing any more: 401 for requests, 4004 at the gateway.</summary>
    public void RevokeToken()
    {
        _world.Do(() => { _world.Token = null; });
        Gateway.Close(4004, "Authentication failed.");
    }

    /// <summary>Closes the port: connections are cut, new ones refused.</summary>
    public Task RefuseConnectionsAsync() => _listener.CloseAsync();

    /// <summary>Opens the same port again.</summary>
    public Task AcceptConnectionsAsync() => _listener.OpenAsync();

    /// <summary>For a test that broke rules on purpose.</summary>
    public void ForgetViolations() => _world.Do(_world.Violations.Clear);

    /// <summary>Closes the port.</summary>
    /// <exception cref="StubViolationException">A rule was broken, and the options are strict.</exception>
    public async ValueTask DisposeAsync()
    {
        await _listener.DisposeAsync();
        if (_world.Options.Strict && Violations is { Count: > 0 } violations)
        {
            throw new StubViolationException(violations);
        }
    }

    private StubUser AddUser(string name, bool isBot, string locale = "en-US") => _world.Do(() =>
    {
        var user = new StubUser(_world, _world.Ids.Next(), name, locale, isBot);
        return _world.Users[user.Id] = user;
    });

    private Task HandleAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/" when http.WebSockets.IsWebSocketRequest => _gateway.AcceptAsync(http),
        { } path when path.StartsWith("/cdn/attachments/", StringComparison.Ordinal) => Cdn.SendAsync(_world, http, path),
        _ => _rest.AnswerAsync(http),
    };
}
