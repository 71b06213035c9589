using System.Net.WebSockets;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>What a test can see of the gateway, and the harm it can do there.</summary>
public sealed class StubGateway
{
    private readonly GatewayServer _server;

    internal StubGateway(GatewayServer server) => _server = server;

    private WorldState World => _server.World;

    /// <summary>Sessions that got READY or RESUMED and are connected.</summary>
    public int Connected => World.Do(() => _server.Sessions.Count(s => s.Connection is not null));

    /// <summary>Open sockets, with or without a session.</summary>
    public int Sockets => World.Do(() => _server.Connections.Count);

    /// <summary>Sessions begun since the start: the budget that was used.</summary>
    public int Identifies => World.Do(() => World.Options.SessionStarts - _server.Starts.Remaining);

    /// <summary>Sessions taken up again since the start.</summary>
    public int Resumes => World.Do(() => _server.Resumes);

    /// <summary>Of these, how many at the first address instead of READY's <c>resume_gateway_url</c>: Discord allows it and cuts such connections more often.</summary>
    public int ResumesAtFirstAddress => World.Do(() => _server.ResumesAtFirstAddress);

    /// <summary>Heartbeats on the open connections.</summary>
    public int Heartbeats => World.Do(() => _server.Connections.Sum(c => c.Heartbeats));

    /// <summary>Cuts every connection without a word; sessions can be resumed.</summary>
    public void Drop() => Each(c => c.Drop());

    /// <summary>Closes every connection with a code; 4007, 4009 and a normal close end the session too.</summary>
    public void Close(int code, string reason = "") => Each(c =>
    {
        if (code is 4007 or 4009 or 1000 or 1001 && c.Session is { } session)
        {
            _server.End(session);
        }

        c.Close(code, reason);
    });

    /// <summary>Op 7: please reconnect and resume.</summary>
    public void Reconnect() => SendRaw("""{"op":7,"d":null,"s":null,"t":null}""");

    /// <summary>Op 9: the session is invalid; if not <paramref name="resumable"/> it is gone.</summary>
    public void InvalidSession(bool resumable) => Each(c =>
    {
        if (!resumable && c.Session is { } session)
        {
            _server.End(session);
        }

        c.Send($$"""{"op":9,"d":{{(resumable ? "true" : "false")}},"s":null,"t":null}""");
    });

    /// <summary>Op 1: beat now.</summary>
    public void AskHeartbeat() => SendRaw("""{"op":1,"d":null,"s":null,"t":null}""");

    /// <summary>The sockets stay open but nothing is sent or acknowledged any more; events wait for a resume.</summary>
    public void Zombie() => Each(c => c.Zombie = true);

    /// <summary>A text frame as it is, on every connection: cut, doubled, or no JSON at all.</summary>
    public void SendRaw(string frame) => Each(c => c.Send(frame));

    /// <summary>A binary frame as it is; large ones too.</summary>
    public void SendRaw(ReadOnlyMemory<byte> frame) => Each(c => c.Send(frame, WebSocketMessageType.Binary));

    /// <summary>An event of any name, numbered like the others.</summary>
    public void Dispatch(string name, JsonNode data) => EachSession(s => s.Dispatch(name, data.DeepClone()));

    /// <summary>The last event of each session once more, with the same number.</summary>
    public void Repeat() => EachSession(s => s.Connection?.Send(s.Last));

    /// <summary>An event that gets its number but is lost on the way: the next one leaves a gap.</summary>
    public void Lose(string name, JsonNode data) => EachSession(s => s.Lose(name, data.DeepClone()));

    private void Each(Action<GatewayConnection> action) => World.Do(() => _server.Connections.ToList().ForEach(action));

    private void EachSession(Action<GatewaySession> action) => World.Do(() => _server.Sessions.ToList().ForEach(action));
}
