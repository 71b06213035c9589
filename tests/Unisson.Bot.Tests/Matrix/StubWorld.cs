using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Matrix;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>The whole door and its data file on a homeserver of the test's own, for what takes days: the clock is the test's.</summary>
internal sealed class StubWorld : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Step = TimeSpan.FromSeconds(2);

    // The bot's patience with the homeserver is of the test's clock, which must not run ahead of a busy machine.
    private const int LooksAStep = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-stub-").FullName;
    private CancellationTokenSource _stopping = null!;
    private MatrixDoor _door = null!;
    private Task _running = null!;

    private StubWorld(StubMatrix matrix, FakeTimeProvider time) => (Matrix, Clock) = (matrix, time);

    public StubMatrix Matrix { get; }

    public FakeTimeProvider Clock { get; }

    public BotHost Host { get; private set; } = null!;

    private string Me => Matrix.Bot.Id;

    public static async Task<StubWorld> StartAsync(DateTimeOffset now)
    {
        var time = new FakeTimeProvider(now);
        var world = new StubWorld(await StubMatrix.StartAsync(new() { Time = time }), time);
        await world.OpenAsync();
        return world;
    }

    /// <summary>Starts the bot on the file as it is, and waits until it listens.</summary>
    public async Task OpenAsync()
    {
        var file = Path.Combine(_folder, "unisson.db");
        var given = new Dictionary<string, string?> { ["Matrix:Homeserver"] = Matrix.BaseUrl.ToString(), ["Matrix:AccessToken"] = Matrix.Token, ["Storage:Path"] = file };
        var settings = SettingsReader.Read(Sources.Read("nowhere.json", given, out _), out var problems)!;
        Assert.Empty(problems);
        Host = new BotHost(Store.Open(file), Clock, NullLoggerFactory.Instance, settings.ForCommands());
        _stopping = new CancellationTokenSource();
        _door = new MatrixDoor(Host, settings, NullLoggerFactory.Instance, TextWriter.Null);
        _running = _door.RunAsync(_stopping.Token);
        await Matrix.SyncingAsync();
    }

    /// <summary>Stops the bot; the file stays.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _door.Dispose();
        _stopping.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Invites the bot into a room, and waits until it is there.</summary>
    public async Task InviteAsync(StubPerson person, StubRoom room)
    {
        person.Invite(room, Matrix.Bot);
        await UntilAsync(() => room.Membership(Me) == "join", Step);
    }

    /// <summary>A room for two, begun by the person.</summary>
    public async Task<StubRoom> AloneAsync(StubPerson person)
    {
        var room = person.CreateDm(Matrix.Bot);
        await UntilAsync(() => room.Membership(Me) == "join", Step);
        return room;
    }

    /// <summary>Says a line, and gives the message that answers it.</summary>
    public async Task<StubEvent> SayAsync(StubPerson person, StubRoom room, string line)
    {
        var said = person.Say(room, line);
        return await MessageAsync(room, m => Answers(m) == said.Id, $"an answer to {line}");
    }

    /// <summary>The bot's last message in a room of which this is so.</summary>
    public async Task<StubEvent> MessageAsync(StubRoom room, Func<StubEvent, bool> so, string what)
    {
        StubEvent? Look() => room.Messages.LastOrDefault(m => m.Sender == Me && so(m));
        await UntilAsync(() => Look() is not null, Step, what);
        return Look()!;
    }

    /// <summary>Time passes, and what is due by then comes.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Host.Due.RunDueAsync(Clock.GetUtcNow(), TestContext.Current.CancellationToken);
        _door.Wake();
    }

    /// <summary>Waits until it is so, and lets the clock go on by steps meanwhile: a request that hung over a jump is tried again after a pause.</summary>
    public async Task UntilAsync(Func<bool> so, TimeSpan step, string what = "")
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var look = 1; !so(); look++)
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for {what}.");
            Clock.Advance(look % LooksAStep == 0 ? step : TimeSpan.Zero);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await Matrix.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private static string? Answers(StubEvent message) => message.Content["m.relates_to"]?["m.in_reply_to"]?["event_id"]?.GetValue<string>();
}
