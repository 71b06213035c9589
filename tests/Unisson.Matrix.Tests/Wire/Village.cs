using System.Collections.Concurrent;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>A batch as it was handed on.</summary>
/// <param name="Bodies">Of the messages in it; one that cannot be read is a question mark.</param>
internal sealed record Handed(string? Since, string NextBatch, IReadOnlyList<string> Bodies);

/// <summary>Claire's room with the bot in it, and the bot's wire with a clock of its own.</summary>
internal sealed class Village : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private Village(StubMatrix matrix)
    {
        Matrix = matrix;
        Claire = matrix.AddPerson("claire", "Claire");
        Room = Claire.CreateRoom("Missions");
        Claire.Invite(Room, matrix.Bot);
        matrix.Bot.Join(Room);
        Client = NewClient(new() { Homeserver = matrix.BaseUrl, AccessToken = matrix.Token });
    }

    public StubMatrix Matrix { get; }

    public StubPerson Claire { get; }

    public StubRoom Room { get; }

    public Clock Clock { get; } = new();

    public LogLines<MatrixClient> ClientLog { get; } = new();

    public LogLines<MatrixSync> SyncLog { get; } = new();

    public MatrixClient Client { get; }

    /// <summary>What the sync handed on and was not thrown back, oldest first.</summary>
    public ConcurrentQueue<Handed> Batches { get; } = new();

    /// <summary>Messages that came as news, oldest first.</summary>
    public IReadOnlyList<string> Heard => [.. Batches.Where(b => b.Since is not null).SelectMany(b => b.Bodies)];

    /// <summary>Called with each batch before it is written down; may throw.</summary>
    public Func<SyncBatch, CancellationToken, Task> Handle { get; set; } = (_, _) => Task.CompletedTask;

    /// <summary>The sync, once it runs.</summary>
    public Task Listening { get; private set; } = Task.CompletedTask;

    /// <summary>With the client signed in by the bot's token.</summary>
    public static async Task<Village> StartAsync(StubOptions? options = null)
    {
        var village = new Village(await StubMatrix.StartAsync(options));
        await village.Client.SignInAsync(kept: null, village._stop.Token);
        return village;
    }

    public MatrixClient NewClient(MatrixOptions options) => new(options, ClientLog, Clock);

    /// <summary>Where the stream is now.</summary>
    public async Task<string> NowAsync()
    {
        using var batch = await Client.SyncAsync(since: null, "{}", stateAfter: false, TimeSpan.Zero, _stop.Token);
        return batch.NextBatch;
    }

    /// <summary>Begins to sync.</summary>
    public void Listen(string? since = null, MatrixClient? client = null)
        => Listening = new MatrixSync(client ?? Client, HandleAsync, SyncLog, Clock).RunAsync(since, _stop.Token);

    /// <summary>Ends when that much was heard and the sync waits for more.</summary>
    public async Task HeardAsync(int count)
    {
        await Matrix.UntilAsync(() => Heard.Count >= count, $"{count} messages");
        await Matrix.SyncingAsync();
    }

    public IEnumerable<StubRequest> Requests(string route) => Matrix.Requests.Where(r => r.Route == route);

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Listening.ContinueWith(_ => { }, TaskScheduler.Default);
        Client.Dispose();
        _stop.Dispose();
        await Matrix.DisposeAsync();
    }

    private async Task HandleAsync(SyncBatch batch, CancellationToken ct)
    {
        await Handle(batch, ct);
        var messages = batch.Joined.SelectMany(r => r.Timeline).Where(e => e.Type == EventTypes.Message);
        Batches.Enqueue(new(batch.Since, batch.NextBatch, [.. messages.Select(e => e.Content.Text("body") ?? "?")]));
    }
}
