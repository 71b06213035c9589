using System.Text.Json;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Doors;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>The door on Matrix: hears by sync, from where it stopped, answers, and lets the outbox leave.</summary>
internal sealed partial class MatrixDoor : INetworkDoor
{
    public const string Name = "matrix";

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1);

    private readonly BotHost _bot;
    private readonly AllSettings _settings;
    private readonly ILoggerFactory _logs;
    private readonly ILogger _logger;
    private readonly TextWriter _said;
    private MatrixClient? _client;
    private DoorOutbox? _outbox;

    /// <param name="said">For whoever runs the bot.</param>
    public MatrixDoor(BotHost bot, AllSettings settings, ILoggerFactory logs, TextWriter said)
        => (_bot, _settings, _logs, _logger, _said) = (bot, settings, logs, logs.CreateLogger<MatrixDoor>(), said);

    public void Wake() => _outbox?.Wake();

    /// <summary>Runs until it is told to stop.</summary>
    /// <exception cref="MatrixUnauthorizedException">The homeserver ended the session, and no new one could be had.</exception>
    public async Task RunAsync(CancellationToken ct)
    {
        var kept = await KeptAsync(ct);
        _client = await SignedInAsync(kept.Session, ct);
        await _said.WriteLineAsync($"On Matrix I am {_client.Session!.UserId}: invite me into a room without encryption.");
        using var parts = new MatrixParts(_bot, _settings, _client, _logs);
        var errand = new MatrixErrand(new Pump(_bot.Store, _bot.Catalogue, Name), parts, _logs.CreateLogger<MatrixErrand>());
        _outbox = new DoorOutbox(_bot.Store, _bot.Catalogue, Name, errand.RunAsync, _bot.Time, _logs.CreateLogger<DoorOutbox>(), _client.Over);
        await parts.Answered.GiveEarlierAsync(ct);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var beside = Task.WhenAll(_outbox.RunAsync(leaving.Token), UnusedAsync(parts, leaving.Token));
        try
        {
            await new MatrixSync(_client, (batch, stop) => HandleAsync(parts, batch, stop), _logs.CreateLogger<MatrixSync>(), _bot.Time).RunAsync(kept.Since, ct);
        }
        finally
        {
            await leaving.CancelAsync();
            await beside;
        }
    }

    private static async Task UnusedAsync(MatrixParts parts, CancellationToken ct)
    {
        try
        {
            await parts.Unused.RunAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    public void Dispose()
    {
        _outbox?.Dispose();
        _client?.Dispose();
    }

    /// <summary>Finds the homeserver and signs in; while nobody answers it tries again.</summary>
    private async Task<MatrixClient> SignedInAsync(Session? kept, CancellationToken ct)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            MatrixClient? client = null;
            try
            {
                client = new MatrixClient(await _settings.Matrix!.ForWireAsync(ct), _logs.CreateLogger<MatrixClient>(), _bot.Time) { SessionChanged = KeepAsync };
                await client.SignInAsync(kept, ct);
                return client;
            }
            catch (MatrixException error) when (error is not MatrixUnauthorizedException)
            {
                client?.Dispose();
                LogAway(error.Message, pause);
            }

            await Task.Delay(pause, _bot.Time, ct);
        }
    }

    /// <summary>Where it stopped is stored after what was handled: what is handled twice is answered once, by the inbox and the transaction ids.</summary>
    private async Task HandleAsync(MatrixParts parts, SyncBatch batch, CancellationToken ct)
    {
        await parts.Hearing.HandleAsync(batch, ct);
        if (batch.IsEmpty && batch.Since is not null)
        {
            return;
        }

        _bot.Store.Writer.WithNextCommit(scope => StateAsync(scope, s => s.Since = batch.NextBatch, CancellationToken.None));
    }

    private Task KeepAsync(Session session, CancellationToken ct)
        => _bot.Store.Writer.WriteAsync(scope => StateAsync(scope, s => s.Session = JsonSerializer.Serialize(session, MatrixDoorJson.Default.Session), ct));

    private async Task<(Session? Session, string? Since)> KeptAsync(CancellationToken ct)
    {
        await using var db = _bot.Store.Read();
        var state = await db.Doors.FindAsync([Name], ct);
        return (state?.Session is { } session ? JsonSerializer.Deserialize(session, MatrixDoorJson.Default.Session) : null, state?.Since);
    }

    private static async Task StateAsync(WriteScope scope, Action<DoorState> change, CancellationToken ct)
    {
        change(await scope.Db.Doors.FindAsync([Name], ct) ?? scope.Db.Doors.Add(new DoorState { Door = Name }).Entity);
        await scope.Db.SaveChangesAsync(ct);
    }

    [LoggerMessage(LogLevel.Warning, "Matrix cannot be reached: {What} The next try is in {Pause}")]
    private partial void LogAway(string what, TimeSpan pause);
}
