using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Tests.FarEnds;

/// <summary>The far end of one gateway connection. Heartbeats are acknowledged and counted unless told otherwise.</summary>
public sealed class GatewayPeer(WebSocket socket, HttpContext http) : IDisposable
{
    private readonly Channel<JsonElement> _frames = System.Threading.Channels.Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1);
    private readonly TaskCompletionSource _beat = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _heartbeats;

    public bool Acknowledges { get; set; } = true;

    public int Heartbeats => _heartbeats;

    /// <summary>The number that the last heartbeat carried.</summary>
    public long? LastHeartbeat { get; private set; }

    public string Path { get; } = http.Request.Path;

    public string Query { get; } = http.Request.QueryString.Value!;

    /// <summary>The code the bot closed with.</summary>
    public int? CloseCode => (int?)socket.CloseStatus;

    /// <summary>Completes when the bot has left.</summary>
    public Task Left => _closed.Task;

    /// <summary>The next frame that is no heartbeat.</summary>
    public async Task<JsonElement> HeardAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _frames.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Completes with the first heartbeat.</summary>
    public Task HeardBeatAsync() => _beat.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public Task HelloAsync(int interval = 41_250) => SendAsync($$"""{"op":10,"d":{"heartbeat_interval":{{interval}} } }""");

    /// <summary>HELLO, IDENTIFY, READY; returns what the bot identified with.</summary>
    public async Task<JsonElement> BeginAsync(string session = "s1", string? resumeUrl = null, int interval = 41_250)
    {
        await HelloAsync(interval);
        var identify = await HeardAsync();
        Assert.Equal(2, identify.GetProperty("op").GetInt32());
        await DispatchAsync(1, "READY", $$"""{"v":10,"session_id":"{{session}}","resume_gateway_url":"{{resumeUrl ?? "none"}}","user":{"id":"7"},"application":{"id":"8"},"guilds":[]}""");
        return identify.GetProperty("d");
    }

    /// <summary>HELLO, RESUME, RESUMED; returns what the bot resumed with.</summary>
    public async Task<JsonElement> GoOnAsync(int sequence = 2)
    {
        await HelloAsync();
        var resume = await HeardAsync();
        Assert.Equal(6, resume.GetProperty("op").GetInt32());
        await DispatchAsync(sequence, "RESUMED", "{}");
        return resume.GetProperty("d");
    }

    public Task DispatchAsync(long sequence, string name, string data) => SendAsync($$"""{"op":0,"s":{{sequence}},"t":"{{name}}","d":{{data}}}""");

    public Task InteractionAsync(long sequence, ulong id) => DispatchAsync(sequence, "INTERACTION_CREATE", $$"""{"id":"{{id}}","type":2,"token":"t","data":{"name":"ping"} }""");

    public Task SendAsync(string json) => SendAsync(Encoding.UTF8.GetBytes(json), WebSocketMessageType.Text, true);

    public async Task SendAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type, bool end)
    {
        await _sending.WaitAsync();
        try
        {
            await socket.SendAsync(bytes, type, end, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    public Task CloseAsync(int code) => socket.CloseOutputAsync((WebSocketCloseStatus)code, null, CancellationToken.None);

    public void Dispose() => _sending.Dispose();

    public void Abort()
    {
        try
        {
            http.Abort();
        }
        catch (ObjectDisposedException)
        {
            // The request has just ended.
        }
    }

    public async Task RunAsync()
    {
        try
        {
            await ReadAsync();
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException)
        {
            // The bot is gone, as it may be.
        }

        _frames.Writer.TryComplete();
        _closed.TrySetResult();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[4096];
        while (true)
        {
            var got = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            if (got.MessageType == WebSocketMessageType.Close)
            {
                return;
            }

            Assert.True(got.EndOfMessage, "a bot's frame has at most 4,096 bytes");
            var frame = JsonElement.Parse(buffer.AsSpan(0, got.Count));
            if (frame.GetProperty("op").GetInt32() != 1)
            {
                _frames.Writer.TryWrite(frame);
                continue;
            }

            LastHeartbeat = frame.GetProperty("d").ValueKind == JsonValueKind.Number ? frame.GetProperty("d").GetInt64() : null;
            Interlocked.Increment(ref _heartbeats);
            _beat.TrySetResult();
            if (Acknowledges)
            {
                await SendAsync("""{"op":11}""");
            }
        }
    }
}
