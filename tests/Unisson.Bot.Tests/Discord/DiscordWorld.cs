using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Discord;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>The whole door, its data file and a Discord of the test's own, over real sockets.</summary>
internal sealed class DiscordWorld : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-discord-").FullName;
    private readonly List<string> _unexpected = [];
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _logged = new(StringComparer.Ordinal);
    private CancellationTokenSource _stopping = new();
    private DiscordDoor? _door;
    private Task _running = Task.CompletedTask;

    private DiscordWorld(StubDiscord discord, TimeProvider time) => (Discord, Time) = (discord, time);

    public StubDiscord Discord { get; }

    public TimeProvider Time { get; }

    public FakeTimeProvider Clock => (FakeTimeProvider)Time;

    public BotHost Host { get; private set; } = null!;

    /// <summary>What the door said to whoever runs it.</summary>
    public StringWriter Said { get; } = new();

    public string File => Path.Combine(_folder, "unisson.db");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <param name="time">Null is a clock that stands still on a Tuesday at 10:00 in Paris.</param>
    public static async Task<DiscordWorld> StartAsync(TimeProvider? time = null, Action<StubDiscord>? before = null, int commandsPerMinute = 0, StubOptions? options = null)
    {
        time ??= new FakeTimeProvider(TestBot.Start);
        var world = new DiscordWorld(await StubDiscord.StartAsync((options ?? new()) with { Time = time, Patience = TimeSpan.FromSeconds(20) }), time);
        before?.Invoke(world.Discord);
        await world.OpenAsync(commandsPerMinute);
        return world;
    }

    /// <summary>Starts the bot on the file as it is, and waits until people see its commands.</summary>
    public async Task OpenAsync(int commandsPerMinute = 0)
    {
        var given = new Dictionary<string, string?>
        {
            ["Discord:Token"] = Discord.Token,
            ["Discord:ApiBaseUrl"] = Discord.ApiBaseUrl.ToString(),
            ["Limits:CommandsPerMinute"] = commandsPerMinute.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Storage:Path"] = File,
        };
        var settings = SettingsReader.Read(Sources.Read("nowhere.json", given, out _), out var problems);
        Assert.Empty(problems);
        var logs = new LoggerFactory([new Unexpected(_unexpected, Logged)]);
        Host = new BotHost(Store.Open(File), Time, logs, settings!.ForCommands());
        await Host.EnsureLocalAsync(1, Languages.Language.English, "Europe/Paris", Ct);
        _stopping = new CancellationTokenSource();
        _door = new DiscordDoor(Host, settings, logs, Said);
        _running = _door.RunAsync(_stopping.Token);
        await Discord.ConnectedAsync();
        await Discord.CommandsAsync();
    }

    /// <summary>Does what is due by now, and lets it leave.</summary>
    public async Task DueAsync()
    {
        await Host.Due.RunDueAsync(Time.GetUtcNow(), Ct);
        _door!.Wake();
    }

    /// <summary>Lets time pass, and does what falls due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        if (Time is FlowingTime flowing)
        {
            flowing.Skip(time);
        }
        else
        {
            Clock.Advance(time);
        }

        await DueAsync();
    }

    /// <summary>Waits until all that is due by now has left.</summary>
    public async Task SentAsync()
    {
        var now = Time.GetUtcNow();
        await StoredAsync(db => db.Outbox.AllAsync(o => o.SentAt != null || o.Parked != null || o.NotBefore > now, Ct), "It never left.");
    }

    /// <summary>Waits until it is so in the file; looks again after each commit.</summary>
    public async Task StoredAsync(Func<BotDb, Task<bool>> so, string orElse)
    {
        using var committed = new SemaphoreSlim(0);
        Action<DateTimeOffset?> heard = _ => committed.Release();
        Host.Store.Writer.Committed += heard;
        while (!await SeeAsync(so))
        {
            Assert.True(await committed.WaitAsync(TimeSpan.FromSeconds(20), Ct), orElse);
        }

        Host.Store.Writer.Committed -= heard;
    }

    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = Host.Store.Read();
        return await look(db);
    }

    /// <summary>Ends when the door itself does, and gives the fault with which it ended.</summary>
    public async Task<Exception?> EndedAsync()
    {
        var fault = await Record.ExceptionAsync(() => _running.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System, Ct));
        _running = Task.CompletedTask;
        return fault;
    }

    /// <summary>Stops the bot; the file stays.</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        try
        {
            await _running.WaitAsync(TimeSpan.FromSeconds(10), TimeProvider.System, CancellationToken.None);
        }
        catch (OperationCanceledException)
        {
            // It was told to.
        }

        _door?.Dispose();
        _stopping.Dispose();
        await Host.DisposeAsync();
    }

    /// <summary>Until the bot has put an answer aside for its person's next command; once for each.</summary>
    public Task PutAsideAsync() => LoggedAsync("LogWaits");

    /// <summary>Until the program has logged this warning; once for each.</summary>
    /// <param name="name">Of the method that logs it.</param>
    public async Task LoggedAsync(string name) => Assert.True(await Logged(name).WaitAsync(TimeSpan.FromSeconds(20), Ct), $"{name} never came.");

    /// <summary>Stops the bot and starts it again on the same file.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await Discord.UntilAsync(() => Discord.Gateway.Connected == 0, "the end of the first connection");
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
        await Discord.DisposeAsync();
        Assert.True(_unexpected.Count == 0, string.Join('\n', _unexpected));
    }

    private SemaphoreSlim Logged(string name) => _logged.GetOrAdd(name, _ => new(0));

    /// <summary>Errors that the program logs fail the test.</summary>
    private sealed class Unexpected(List<string> errors, Func<string, SemaphoreSlim> logged) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
            {
                errors.Add($"{formatter(state, exception)} {exception}");
            }
            else if (eventId.Name is { } name)
            {
                logged(name).Release();
            }
        }

        public void Dispose()
        {
        }
    }
}
