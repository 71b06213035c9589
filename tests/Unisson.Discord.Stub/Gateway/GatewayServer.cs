using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>Discord's gateway v10: who is connected, which sessions can be resumed, and which events they want.</summary>
internal sealed class GatewayServer
{
    private const int Guilds = 1 << 0;
    private const int DirectMessages = 1 << 12;
    private readonly Dictionary<string, GatewaySession> _sessions = [];
    private readonly List<GatewayConnection> _connections = [];

    public GatewayServer(WorldState world)
    {
        World = world;
        Starts = world.Starts = new SessionStarts(world);
        world.Tell = Dispatch;
    }

    public WorldState World { get; }

    public SessionStarts Starts { get; }

    /// <summary>The sessions that can still be resumed or are connected; the latest of each shard gets what a test sends by hand.</summary>
    public IReadOnlyCollection<GatewaySession> Sessions => _sessions.Values;

    public IReadOnlyList<GatewayConnection> Connections => _connections;

    public int Resumes { get; private set; }

    public int ResumesAtFirstAddress { get; private set; }

    public async Task AcceptAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var resume = http.Connection.LocalPort == World.ResumeUrl.Port;
        if (query["v"] != "10" || query["encoding"] != "json")
        {
            World.Breaks("gateway.url", http.Request.Path + http.Request.QueryString.ToString(), "?v=10&encoding=json is missing");
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync();
        using var connection = new GatewayConnection(socket, http.Abort, query["compress"] == "zlib-stream") { OnResumeUrl = resume };
        World.Do(() => _connections.Add(connection));
        try
        {
            await new GatewayProtocol(this, connection).RunAsync(http.RequestAborted);
        }
        finally
        {
            World.Do(() => Forget(connection));
        }
    }

    public GatewaySession? Find(string id) => _sessions.GetValueOrDefault(id);

    public GatewaySession Open(GatewayConnection connection, int shard, int shards, int intents)
    {
        // Whoever begins anew has given up what it had; of a program that was killed nobody resumes anything.
        foreach (var (id, _) in _sessions.Where(s => s.Value.Connection is null && (s.Value.Shard, s.Value.Shards) == (shard, shards)).ToList())
        {
            _sessions.Remove(id);
        }

        var session = new GatewaySession(Guid.NewGuid().ToString("N"), shard, shards, intents) { Connection = connection };
        _sessions[session.Id] = session;
        connection.Session = session;
        return session;
    }

    public void Resumed(GatewayConnection connection)
    {
        Resumes++;
        ResumesAtFirstAddress += connection.OnResumeUrl ? 0 : 1;
    }

    /// <summary>From now on the session cannot be resumed.</summary>
    public void End(GatewaySession session) => _sessions.Remove(session.Id);

    private void Forget(GatewayConnection connection)
    {
        _connections.Remove(connection);
        if (connection.Session is { } session && session.Connection == connection)
        {
            session.Connection = null;
        }
    }

    private int Dispatch(string? guildId, string name, JsonObject data) => World.Do(() =>
    {
        var listeners = _sessions.Values.Where(s => Wants(s, guildId, name)).ToList();
        listeners.ForEach(session => session.Dispatch(name, data.DeepClone()));
        return listeners.Count;
    });

    private static bool Wants(GatewaySession session, string? guildId, string name)
    {
        var needed = name.StartsWith("MESSAGE_", StringComparison.Ordinal) ? DirectMessages : name.StartsWith("INTERACTION", StringComparison.Ordinal) ? 0 : Guilds;
        return Snowflakes.Shard(guildId, session.Shards) == session.Shard && (session.Intents & needed) == needed;
    }
}
