using System.Net.WebSockets;
using Microsoft.Extensions.Logging;

namespace Unisson.Discord.Gateway;

/// <summary>One connection of a shard, from HELLO to its end.</summary>
internal sealed partial class GatewayConnection(ShardContext shard, GatewaySession? session, IdentifyBudget.Turn? turn, ILogger logger) : IDisposable
{
    private static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan SessionWithin = TimeSpan.FromSeconds(60);

    private readonly GatewaySocket _socket = new();
    private IdentifyBudget.Turn? _turn = turn;
    private Heart? _heart;
    private string? _given;

    public GatewaySession? Session { get; private set; } = session;

    /// <summary>Whether READY or RESUMED came.</summary>
    public bool Established { get; private set; }

    public bool SaidHello => _heart is not null;

    public void Dispose()
    {
        _turn?.Dispose();
        _socket.Dispose();
    }

    /// <summary>Lives until something ends it. When the bot stops, the session is closed first.</summary>
    public async Task<ConnectionEnd> RunAsync(Uri url, HttpMessageInvoker http, CancellationToken stop)
    {
        using var life = new CancellationTokenSource();
        Task stopping = Task.CompletedTask;
        ConnectionEnd end;
        await using (stop.Register(() => stopping = StopAsync(life)))
        {
            end = await EndAsync(url, http, life);
        }

        await stopping;
        await CloseAsync(4900);
        return end;
    }

    private async Task<ConnectionEnd> EndAsync(Uri url, HttpMessageInvoker http, CancellationTokenSource life)
    {
        try
        {
            return await MeetAsync(url, http, life) ? await LiveAsync(life) : Ended("no HELLO");
        }
        catch (Exception e) when (e is WebSocketException or HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return Ended(_given ?? e.GetType().Name);
        }
    }

    private ConnectionEnd Ended(string why) => _socket.CloseCode is { } code ? ConnectionEnd.Closed(code) : new(why);

    /// <summary>Connects and waits for HELLO.</summary>
    private async Task<bool> MeetAsync(Uri url, HttpMessageInvoker http, CancellationTokenSource life)
    {
        using var patience = new CancellationTokenSource(HelloWithin, shard.Time);
        using var giving = patience.Token.Register(() => GiveUp(life, "no HELLO"));
        await _socket.ConnectAsync(url, http, life.Token);
        return await HelloAsync(life.Token);
    }

    private async Task StopAsync(CancellationTokenSource life)
    {
        await CloseAsync(1000);
        GiveUp(life, "stopping");
    }

    /// <summary>Codes 1000 and 1001 end the session, others leave it to be resumed.</summary>
    private async Task CloseAsync(int code)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1), TimeProvider.System);
        await _socket.CloseAsync(code, patience.Token);
    }

    private async Task<ConnectionEnd> LiveAsync(CancellationTokenSource life)
    {
        using var patience = new CancellationTokenSource(SessionWithin, shard.Time);
        using var giving = patience.Token.Register(() => _ = Established ? null : GiveUp(life, "no READY or RESUMED"));
        var beating = BeatAsync(life);
        try
        {
            await BeginAsync(life.Token);
            while (await _socket.ReceiveAsync(life.Token) is { } frame)
            {
                if (await TakeAsync(frame, life.Token) is { } end)
                {
                    return end;
                }
            }

            return ConnectionEnd.Closed(_socket.CloseCode);
        }
        finally
        {
            await life.CancelAsync();
            await beating;
        }
    }

    private async Task BeatAsync(CancellationTokenSource life)
    {
        try
        {
            await _heart!.RunAsync(life.Token);
            GiveUp(life, "heartbeats are not acknowledged");
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The reading end sees the same end, and says so.
        }
    }

    private object? GiveUp(CancellationTokenSource life, string why)
    {
        _given ??= why;
        life.Cancel();
        return null;
    }

    private async Task<bool> HelloAsync(CancellationToken ct)
    {
        if (await _socket.ReceiveAsync(ct) is not { } json)
        {
            return false;
        }

        var interval = Interval(json.Span);
        _heart = interval is { } every ? new Heart(shard.Time, every, SendHeartbeatAsync) : null;
        return _heart is not null;
    }

    private async Task BeginAsync(CancellationToken ct)
    {
        using var frame = Session is { } session
            ? GatewaySends.Resume(shard.Options.Token, session)
            : GatewaySends.Identify(shard.Options.Token, shard.Options.Intents, shard.Id, shard.Count);
        _turn?.Sent();
        await _socket.SendAsync(frame, ct);
    }

    private async ValueTask SendHeartbeatAsync(CancellationToken ct)
    {
        using var frame = GatewaySends.Heartbeat(Session?.Sequence);
        await _socket.SendAsync(frame, ct);
    }
}
