using System.IO.Compression;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Discord.Stub.Tests;

/// <summary>One gateway connection, frame by frame.</summary>
internal sealed class RawSocket(ClientWebSocket socket) : IDisposable
{
    private readonly byte[] _buffer = new byte[1 << 20];

    public WebSocketCloseStatus? CloseStatus => socket.CloseStatus;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Task SendAsync(string frame) => socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, true, Ct);

    /// <summary>Reads HELLO, identifies, and reads READY.</summary>
    public async Task<JsonNode> IdentifyAsync(string token, string shard = "[0,1]", int intents = RawBot.Intents)
    {
        Assert.Equal(10, (int)(await NextAsync())!["op"]!);
        await SendAsync(Identify(token, shard, intents));
        return (await NextAsync())!;
    }

    public static string Identify(string token, string shard = "[0,1]", int intents = RawBot.Intents)
        => $$$"""{"op":2,"d":{"token":"{{{token}}}","intents":{{{intents}}},"shard":{{{shard}}},"properties":{"os":"linux","browser":"x","device":"x"} } }""";

    public async Task<JsonNode?> NextAsync()
    {
        var bytes = await NextBytesAsync();
        return bytes is null ? null : JsonNode.Parse(bytes);
    }

    /// <summary>The data of the next event of that name; others are passed over.</summary>
    public async Task<JsonNode> EventAsync(string name)
    {
        while (await NextAsync() is { } frame)
        {
            if ((string?)frame["t"] == name)
            {
                return frame["d"]!;
            }
        }

        throw new InvalidOperationException($"Closed with {CloseStatus} before {name}.");
    }

    /// <summary>The code with which the stub closes.</summary>
    public async Task<int> CloseCodeAsync()
    {
        while (await NextBytesAsync() is not null)
        {
        }

        return (int)CloseStatus!.Value;
    }

    public async Task<byte[]?> NextBytesAsync()
    {
        using var whole = new MemoryStream();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10), TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, Ct);
        while (true)
        {
            var result = await socket.ReceiveAsync(_buffer, either.Token);
            if (result.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            whole.Write(_buffer, 0, result.Count);
            if (result.EndOfMessage)
            {
                return whole.ToArray();
            }
        }
    }

    /// <summary>Reads frames of one zlib stream: all inflated by the same context.</summary>
    public async Task<IReadOnlyList<string>> InflateAsync(int frames)
    {
        using var all = new MemoryStream();
        List<string> texts = [];
        for (var i = 0; i < frames; i++)
        {
            var bytes = await NextBytesAsync();
            Assert.Equal([0x00, 0x00, 0xFF, 0xFF], bytes![^4..]);
            all.Write(bytes);
            using var zlib = new ZLibStream(new MemoryStream(all.ToArray()), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            var read = new byte[4096];
            for (int n; (n = zlib.Read(read)) > 0;)
            {
                plain.Write(read, 0, n);
            }

            texts.Add(Encoding.UTF8.GetString(plain.ToArray()));
        }

        return texts;
    }

    public void Dispose() => socket.Dispose();
}
