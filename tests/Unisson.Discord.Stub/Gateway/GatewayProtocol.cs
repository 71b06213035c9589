using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>The talk over one connection: HELLO, IDENTIFY or RESUME, heartbeats, and the close codes of gateway v10.</summary>
internal sealed class GatewayProtocol(GatewayServer server, GatewayConnection connection)
{
    private const int FramesAMinute = 120;
    private readonly Queue<DateTimeOffset> _recent = [];

    private WorldState World => server.World;

    public async Task RunAsync(CancellationToken ct)
    {
        var interval = World.Options.HeartbeatInterval;
        connection.Send($$"""{"op":10,"d":{"heartbeat_interval":{{(long)interval.TotalMilliseconds}},"_trace":[]},"s":null,"t":null}""");
        using var beat = World.Options.ClosesSilentBots ? World.Time.CreateTimer(_ => CheckBeat(), null, interval, interval) : null;
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            var writing = connection.WriteAsync(done.Token);
            var reading = ReadAllAsync(done.Token);
            await reading;
            connection.Close(1000, "");
            await writing;
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException or IOException)
        {
            // The line is gone: that is how most connections end.
        }
        finally
        {
            await done.CancelAsync();
        }
    }

    private async Task ReadAllAsync(CancellationToken ct)
    {
        while (await connection.ReadAsync(ct) is { } text)
        {
            var refusal = World.Do(() => connection.Zombie ? null : Take(text));
            World.Changed.Raise();
            if (refusal is var (code, reason))
            {
                Refuse(code, reason, text);
            }
        }
    }

    private void Refuse(int code, string reason, string frame)
    {
        if (code is not (4004 or 4007 or 4009))
        {
            World.Breaks($"gateway.{code}", frame.Length > 200 ? frame[..200] : frame, reason);
        }

        connection.Close(code, reason);
    }

    /// <summary>Handles one frame; a close code if Discord would close.</summary>
    private (int Code, string Reason)? Take(string text)
    {
        if (TooMany())
        {
            return (4008, "You are being rate limited.");
        }

        var frame = Parse(text);
        return (frame?["op"], connection.Session) switch
        {
            (null, _) => (4002, "Error while decoding payload."),
            (JsonValue op, _) when !op.TryGetValue<int>(out _) => (4002, "Error while decoding payload."),
            ({ } op, var session) => Take((int)op, frame!["d"], session),
        };
    }

    private (int Code, string Reason)? Take(int op, JsonNode? data, GatewaySession? session) => (op, session) switch
    {
        (1, _) => Beat(data, session),
        (2, null) => new Identification(server, connection).Identify(data as JsonObject),
        (6, null) => new Identification(server, connection).Resume(data as JsonObject),
        (2 or 6, _) => (4005, "Already authenticated."),
        (3 or 4 or 8 or 31, null) => (4003, "Not authenticated."),
        (3 or 4 or 8 or 31, _) => null,
        _ => (4001, "Unknown opcode."),
    };

    private (int Code, string Reason)? Beat(JsonNode? data, GatewaySession? session)
    {
        var seen = (int?)(data as JsonValue);
        if (session is not null && seen > session.Sequence)
        {
            return (4007, "Invalid seq.");
        }

        connection.Heartbeats++;
        connection.Send("""{"op":11,"d":null,"s":null,"t":null}""");
        return null;
    }

    private void CheckBeat()
    {
        var silent = World.Do(() =>
        {
            var before = connection.HeartbeatsBefore;
            connection.HeartbeatsBefore = connection.Heartbeats;
            return before == connection.Heartbeats;
        });
        if (silent)
        {
            connection.Close(4009, "Session timed out.");
        }
    }

    private bool TooMany()
    {
        var now = World.Now;
        _recent.Enqueue(now);
        while (now - _recent.Peek() > TimeSpan.FromMinutes(1))
        {
            _recent.Dequeue();
        }

        return _recent.Count > FramesAMinute;
    }

    private static JsonObject? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
