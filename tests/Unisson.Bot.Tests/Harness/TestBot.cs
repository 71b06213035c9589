using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Xunit;

namespace Unisson.Bot.Tests.Harness;

/// <summary>
/// The whole bot on a fresh SQLite file, spoken to through the terminal's own door, with a clock that tests move. Unexpected errors fail the test.
/// </summary>
internal sealed partial class TestBot : IAsyncDisposable
{
    /// <summary>A Tuesday in term, 10:00 in Paris.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-").FullName;
    private readonly List<Exception> _unexpected = [];
    private BotHost _host = null!;
    private Conversation _conversation = null!;

    private TestBot(DateTimeOffset now) => Clock = new PracticeClock(now);

    public PracticeClock Clock { get; }

    public string File => Path.Combine(_folder, "unisson.db");

    public BotHost Host => _host;

    /// <summary>What the program logged as unexpected.</summary>
    public IReadOnlyList<Exception> Unexpected => _unexpected;

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Where the door prints at once; without it all stands in the block.</summary>
    public Func<string, Task>? Print
    {
        set => _conversation.Print = value;
    }

    public static async Task<TestBot> StartAsync(DateTimeOffset? now = null)
    {
        var bot = new TestBot(now ?? Start);
        await bot.OpenAsync();
        return bot;
    }

    /// <summary>Says a line (<c>claire> /mission open …</c>) and gives the whole block that answers it, with plain blanks.</summary>
    public async Task<string> SayAsync(string line, string? key = null)
    {
        var block = await _conversation.SayAsync(line, TestContext.Current.CancellationToken, key);
        Assert.Empty(_unexpected);
        return Plain(block.Text);
    }

    /// <summary>Says lines of which none may be refused, and gives the last block.</summary>
    public async Task<string> DoAsync(params string[] lines)
    {
        var last = "";
        foreach (var line in lines)
        {
            last = await SayAsync(line);
            Assert.True(Refusal(last) is null, $"{line}\n{last}");
        }

        return last;
    }

    /// <summary>Says a line that must be refused, and gives the refusal's code.</summary>
    public async Task<string> RefusedAsync(string line)
        => Refusal(await SayAsync(line)) is { } code ? code : throw new Xunit.Sdk.XunitException($"Not refused: {line}");

    /// <summary>The code of the refusal in a block, or null.</summary>
    public static string? Refusal(string block) => Code().Match(block) is { Success: true } match ? match.Groups["code"].Value : null;

    /// <summary>Lets time pass, doing what falls due on the way; gives what was printed.</summary>
    public async Task<string> WaitAsync(TimeSpan time)
    {
        var text = new StringBuilder();
        await _conversation.WaitAsync(text, Clock, Clock.GetUtcNow() + time, TestContext.Current.CancellationToken);
        Assert.Empty(_unexpected);
        return Plain(text.ToString());
    }

    /// <summary>Looks at the rows.</summary>
    public async Task<T> SeeAsync<T>(Func<BotDb, Task<T>> look)
    {
        await using var db = _host.Store.Read();
        return await look(db);
    }

    /// <summary>Ends the process's part of the bot and starts it again on the same file.</summary>
    public async Task RestartAsync()
    {
        await _host.DisposeAsync();
        await OpenAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"\[(?<code>[a-z]+[.][a-z.-]+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private async Task OpenAsync()
    {
        _host = new BotHost(Store.Open(File), Clock, LoggerFactory.Create(b => b.AddProvider(new Catching(_unexpected))));
        await _host.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", TestContext.Current.CancellationToken);
        _conversation = new Conversation(_host.Store, _host.Catalogue, _host.Dispatcher, _host.Due, Clock);
    }

    /// <summary>Keeps what the program logged as unexpected.</summary>
    private sealed class Catching(List<Exception> errors) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => errors.Add(exception ?? new InvalidOperationException(formatter(state, exception)));

        public void Dispose()
        {
        }
    }
}
