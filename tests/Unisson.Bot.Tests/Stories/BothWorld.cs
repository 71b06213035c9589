using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Discord;
using Unisson.Bot.Matrix;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord.Stub;
using Unisson.Matrix.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>One bot with both its doors open, between a Discord and a homeserver of the test's own. The clock of all three is the test's.</summary>
internal sealed class BothWorld : IAsyncDisposable
{
    // The bot's patience with the homeserver is of the test's clock, which must not run ahead of a busy machine.
    private const int LooksAStep = 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Step = TimeSpan.FromSeconds(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-both-").FullName;
    private readonly List<string> _errors = [];
    private readonly CancellationTokenSource _stopping = new();
    private MatrixDoor _there = null!;
    private DiscordDoor _here = null!;
    private Task _running = Task.CompletedTask;

    private BothWorld(StubDiscord discord, StubMatrix matrix, FakeTimeProvider clock) => (Discord, Matrix, Clock) = (discord, matrix, clock);

    public StubDiscord Discord { get; }

    public StubMatrix Matrix { get; }

    public FakeTimeProvider Clock { get; }

    public BotHost Host { get; private set; } = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<BothWorld> StartAsync(DateTimeOffset now)
    {
        var clock = new FakeTimeProvider(now);
        var world = new BothWorld(await StubDiscord.StartAsync(new() { Time = clock, Patience = Patience }), await StubMatrix.StartAsync(new() { Time = clock }), clock);
        await world.OpenAsync();
        return world;
    }

    /// <summary>Time passes, and what is due by then comes and leaves.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await Host.Due.RunDueAsync(Clock.GetUtcNow(), Ct);
        _there.Wake();
        _here.Wake();
        await UntilAsync(HasLeft, "all that is due to leave");
    }

    /// <summary>Waits until it is so, and lets the clock go on by steps meanwhile: a request that hung over a jump is tried again after a pause.</summary>
    public async Task UntilAsync(Func<bool> so, string what)
    {
        using var patience = new CancellationTokenSource(Patience);
        for (var look = 1; !so(); look++)
        {
            Assert.False(patience.IsCancellationRequested, $"Waited in vain for {what}.");
            Clock.Advance(look % LooksAStep == 0 ? Step : TimeSpan.Zero);
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, Ct);
        }
    }

    /// <summary>Looks at the rows.</summary>
    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = Host.Store.Read();
        return await look(db);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _running);
        _there.Dispose();
        _here.Dispose();
        _stopping.Dispose();
        await Host.DisposeAsync();
        await Matrix.DisposeAsync();
        await Discord.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        Assert.True(_errors.Count == 0, string.Join('\n', _errors));
    }

    private async Task OpenAsync()
    {
        var file = Path.Combine(_folder, "unisson.db");
        var given = new Dictionary<string, string?>
        {
            ["Matrix:Homeserver"] = Matrix.BaseUrl.ToString(),
            ["Matrix:AccessToken"] = Matrix.Token,
            ["Discord:Token"] = Discord.Token,
            ["Discord:ApiBaseUrl"] = Discord.ApiBaseUrl.ToString(),
            ["Limits:CommandsPerMinute"] = "0",
            ["Storage:Path"] = file,
        };
        var settings = SettingsReader.Read(Sources.Read("nowhere.json", given, out _), out var problems)!;
        Assert.Empty(problems);
        var logs = new LoggerFactory([new ErrorLog(_errors)]);
        Host = new BotHost(Store.Open(file), Clock, logs, settings.ForCommands());
        (_there, _here) = (new MatrixDoor(Host, settings, logs, TextWriter.Null), new DiscordDoor(Host, settings, logs, TextWriter.Null));
        _running = Task.WhenAll(_there.RunAsync(_stopping.Token), _here.RunAsync(_stopping.Token));
        await Discord.ConnectedAsync();
        await Discord.CommandsAsync();
        await Matrix.SyncingAsync();
    }

    private bool HasLeft()
    {
        using var db = Host.Store.Read();
        var now = Clock.GetUtcNow();
        return db.Outbox.All(o => o.SentAt != null || o.Parked != null || o.NotBefore > now);
    }
}
