using Unisson.Matrix.Stub.Rest;
using Unisson.Matrix.Stub.Sync;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <summary>
/// A homeserver on a loopback port, with the people who use it, which answers as Synapse does and fails as a test orders.
/// What the bot sends is held against the rules of the specification; disposing fails the test if one was broken.
/// </summary>
public sealed class StubMatrix : IAsyncDisposable
{
    /// <summary>The device of <see cref="Token"/>.</summary>
    public const string DeviceId = "STUBDEVICE";

    private readonly WorldState _world;
    private readonly Listener _listener;
    private readonly RateLimiter _limiter;
    private readonly SyncServer _sync;

    private StubMatrix(StubOptions options)
    {
        _world = new WorldState(options);
        _limiter = new RateLimiter(options.Time);
        Faults = new StubFaults(_world);
        _sync = new SyncServer(_world, Faults);
        _listener = new Listener(new RestServer(_world, Faults, _limiter, _sync).AnswerAsync);
        Bot = AddPerson("unisson");
        Token = Bot.NewAccessToken(DeviceId);
    }

    /// <summary>Where the client-server API is found.</summary>
    public Uri BaseUrl => _world.BaseUrl;

    /// <summary>The bot's own account; its <see cref="StubPerson.Password"/> is good for a login.</summary>
    public StubPerson Bot { get; }

    /// <summary>An access token of the bot, never expiring.</summary>
    public string Token { get; }

    /// <summary>What goes wrong.</summary>
    public StubFaults Faults { get; }

    /// <summary>Rules broken so far. A test that expects some reads them and calls <see cref="ForgetViolations"/>.</summary>
    public IReadOnlyList<Violation> Violations => _world.Look(() => _world.Violations.ToList());

    /// <summary>Requests answered so far, oldest first; a long poll counts when it ends.</summary>
    public IReadOnlyList<StubRequest> Requests => _world.Look(() => _world.Requests.ToList());

    /// <summary>Long polls that wait now and have nothing left to tell.</summary>
    public int OpenSyncs => _sync.Waiting;

    /// <summary>All rooms, oldest first.</summary>
    public IReadOnlyList<StubRoom> Rooms => _world.Look(() => _world.Rooms.Values.ToList());

    /// <summary>All files that were uploaded.</summary>
    public IReadOnlyList<StubMedia> Media => _world.Look(() => _world.Media.Values.ToList());

    /// <summary>Opens a port and is ready at once.</summary>
    public static async Task<StubMatrix> StartAsync(StubOptions? options = null)
    {
        var matrix = new StubMatrix(options ?? new());
        await matrix._listener.OpenAsync();
        matrix._world.BaseUrl = new Uri($"http://127.0.0.1:{matrix._listener.Port}");
        return matrix;
    }

    /// <summary>An account, so far in no room.</summary>
    /// <param name="name">The localpart.</param>
    /// <param name="displayName">The localpart, if none is given.</param>
    /// <param name="server">Another homeserver than the stub's.</param>
    public StubPerson AddPerson(string name, string? displayName = null, string? server = null) => _world.Change(() =>
    {
        var person = new StubPerson(_world, $"@{name}:{server ?? _world.Options.ServerName}", displayName ?? name);
        return _world.People[person.Id] = person;
    });

    /// <summary>What the room with the bot and just that person is, where one has invited the other.</summary>
    public StubRoom? DmOf(StubPerson person) => Rooms.FirstOrDefault(r =>
        r.Membership(Bot.Id) is "join" or "invite" && r.Membership(person.Id) is "join" or "invite"
        && r.Timeline.Any(e => e.Type == "m.room.member" && e.Content.FlagAt("is_direct") == true));

    /// <summary>Does several things at once, so that one sync brings them all.</summary>
    public void Together(Action things) => _world.Change(things);

    /// <summary>Synapse's <c>rc_message</c>, for each sender.</summary>
    /// <param name="perSecond">Events a second in the long run, above 0; Synapse's default is 0.2.</param>
    /// <param name="burst">Events at once; Synapse's default is 10.</param>
    public void Limit(double perSecond, int burst) => _world.Change(() => _limiter.Set(perSecond, burst));

    /// <summary>No rate limit, as at first.</summary>
    public void LiftLimit() => _world.Change(_limiter.Lift);

    /// <summary>Closes the port: connections are cut, new ones refused.</summary>
    public Task RefuseConnectionsAsync() => _listener.CloseAsync();

    /// <summary>Opens the same port again; tokens and transaction ids are still known, as after a restart of Synapse.</summary>
    public Task AcceptConnectionsAsync() => _listener.OpenAsync();

    /// <summary>Ends when the bot waits in a long poll: it has then been told all there is.</summary>
    public Task SyncingAsync() => UntilAsync(() => OpenSyncs > 0, "a sync that waits");

    /// <summary>Ends when it is so; looks again after each thing that happens.</summary>
    /// <exception cref="TimeoutException">It was not so within the patience of <see cref="StubOptions"/>; the message lists the violations.</exception>
    public async Task UntilAsync(Func<bool> so, string what) => await UntilAsync(() => so() ? this : null, what);

    /// <summary>Ends when there is something, and gives it.</summary>
    /// <exception cref="TimeoutException">There was nothing within the patience of <see cref="StubOptions"/>.</exception>
    public Task<T> UntilAsync<T>(Func<T?> look, string what)
        where T : class
        => _world.Changed.UntilAsync(() => _world.Look(look), () => what + Broken, _world.Options.Patience);

    /// <summary>For a test that broke rules on purpose.</summary>
    public void ForgetViolations() => _world.Change(_world.Violations.Clear);

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

    private string Broken => Violations is { Count: > 0 } violations ? $"; rules were broken:\n{string.Join('\n', violations)}\n" : "";
}
