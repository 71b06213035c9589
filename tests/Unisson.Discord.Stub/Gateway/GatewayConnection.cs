using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>One web socket of the bot: frames out in order, frames in one by one.</summary>
internal sealed class GatewayConnection(WebSocket socket, Action abort, bool compress) : IDisposable
{
    private const int LargestFrame = 4096;
    private readonly Channel<Frame> _out = Channel.CreateUnbounded<Frame>(new() { SingleReader = true });
    private readonly ZlibStream? _zlib = compress ? new() : null;

    /// <summary>A zombie's socket stays open, but nothing comes out of it any more.</summary>
    public bool Zombie { get; set; }

    public GatewaySession? Session { get; set; }

    /// <summary>On the address that READY gave for resuming.</summary>
    public bool OnResumeUrl { get; init; }

    public int Heartbeats { get; set; }

    /// <summary>Heartbeats seen when the last interval ended.</summary>
    public int HeartbeatsBefore { get; set; } = -1;

    public void Send(string text) => Send(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text);

    public void Send(ReadOnlyMemory<byte> frame, WebSocketMessageType type)
    {
        if (!Zombie)
        {
            _out.Writer.TryWrite(new(frame, type, null));
        }
    }

    public void Close(int code, string reason) => _out.Writer.TryWrite(new(default, default, (code, reason)));

    /// <summary>The line is cut, without a word.</summary>
    public void Drop() => abort();

    public async Task WriteAsync(CancellationToken ct)
    {
        await foreach (var frame in _out.Reader.ReadAllAsync(ct))
        {
            if (frame.Close is var (code, reason))
            {
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, reason, ct);
                return;
            }

            if (_zlib is null)
            {
                await socket.SendAsync(frame.Bytes, frame.Type, endOfMessage: true, ct);
            }
            else
            {
                await socket.SendAsync(_zlib.Deflate(frame.Bytes.Span), WebSocketMessageType.Binary, endOfMessage: true, ct);
            }
        }
    }

    /// <summary>The next frame as text; null when the bot closed, an empty text when it is longer than Discord takes.</summary>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var buffer = new byte[LargestFrame + 1];
        var length = 0;
        while (true)
        {
            var result = await socket.ReceiveAsync(buffer.AsMemory(length), ct);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            length += result.Count;
            if (length > LargestFrame)
            {
                return "";
            }

            if (result.EndOfMessage)
            {
                return Encoding.UTF8.GetString(buffer, 0, length);
            }
        }
    }

    public void Dispose() => _zlib?.Dispose();

    private readonly record struct Frame(ReadOnlyMemory<byte> Bytes, WebSocketMessageType Type, (int Code, string Reason)? Close);
}
