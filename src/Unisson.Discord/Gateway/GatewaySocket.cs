using System.Net.WebSockets;
using Unisson.Discord.Json;

namespace Unisson.Discord.Gateway;

/// <summary>One connection to the gateway: whole frames of JSON in, frames out one at a time.</summary>
internal sealed class GatewaySocket : IDisposable
{
    /// <summary>Bytes of JSON in a frame. What is larger ends the connection, so that memory stays bounded.</summary>
    public const int LargestFrame = 16 << 20;

    private const int Kept = 1 << 20;

    private readonly ClientWebSocket _socket = new();
    private readonly SemaphoreSlim _sending = new(1);
    private readonly PooledBuffer _received = new(16 << 10);
    private readonly PooledBuffer _frame = new(16 << 10);
    private Inflater? _inflater;

    public GatewaySocket() => _socket.Options.KeepAliveInterval = TimeSpan.Zero;

    /// <summary>The code the far end closed with, if it did.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    public Task ConnectAsync(Uri url, HttpMessageInvoker http, CancellationToken ct) => _socket.ConnectAsync(url, http, ct);

    /// <summary>
    /// The next frame, good until the next call; null when the far end closed. A text frame is taken as it is, a binary one is part of the
    /// compressed stream.
    /// </summary>
    /// <exception cref="InvalidDataException">A frame is too large, or not what the compression promises.</exception>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken ct)
    {
        _received.Shrink(Kept);
        _frame.Shrink(Kept);
        while (await ReceiveMessageAsync(ct) is { } type)
        {
            if (type == WebSocketMessageType.Text)
            {
                return _received.Memory;
            }

            if (!Inflater.EndsFrame(_received.Span))
            {
                continue;
            }

            _inflater ??= new();
            if (!_inflater.TryInflate(_received.Memory, _frame, LargestFrame))
            {
                throw TooLarge();
            }

            return _frame.Memory;
        }

        return null;
    }

    public async ValueTask SendAsync(PooledBuffer frame, CancellationToken ct)
    {
        await _sending.WaitAsync(ct);
        try
        {
            await _socket.SendAsync(frame.Memory, WebSocketMessageType.Text, WebSocketMessageFlags.EndOfMessage, ct);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Says good-bye if the far end still listens. Codes 1000 and 1001 end the session, others leave it to be resumed.</summary>
    public async Task CloseAsync(int code, CancellationToken ct)
    {
        if (_socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        try
        {
            await _socket.CloseOutputAsync((WebSocketCloseStatus)code, null, ct);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or InvalidOperationException)
        {
            _socket.Abort();
        }
    }

    public void Dispose()
    {
        _socket.Dispose();
        _inflater?.Dispose();
        _sending.Dispose();
        _received.Dispose();
        _frame.Dispose();
    }

    private async ValueTask<WebSocketMessageType?> ReceiveMessageAsync(CancellationToken ct)
    {
        while (true)
        {
            var part = await _socket.ReceiveAsync(_received.GetMemory(2048), ct);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            _received.Advance(part.Count);
            if (_received.Length > LargestFrame)
            {
                throw TooLarge();
            }

            if (part.EndOfMessage)
            {
                return part.MessageType;
            }
        }
    }

    private static InvalidDataException TooLarge() => new("A frame is larger than 16 MB.");
}
