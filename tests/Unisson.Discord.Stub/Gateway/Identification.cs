using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>How a connection gets a session: a new one by IDENTIFY, its old one by RESUME.</summary>
internal sealed class Identification(GatewayServer server, GatewayConnection connection)
{
    private const int KnownIntents = 0x331FFFF;

    /// <summary>Members, presences and message content need a permission that this bot does not ask for.</summary>
    private const int Privileged = (1 << 1) | (1 << 8) | (1 << 15);

    private static readonly string[] Properties = ["os", "browser", "device"];

    private WorldState World => server.World;

    public (int Code, string Reason)? Identify(JsonObject? data)
    {
        var refusal = Check(data);
        if (refusal is not null || data is null)
        {
            return refusal ?? (4002, "Error while decoding payload.");
        }

        var (shard, shards) = Shard(data);
        if (server.Starts.TooSoon(shard))
        {
            connection.Send("""{"op":9,"d":false,"s":null,"t":null}""");
            return null;
        }

        if (!server.Starts.Take())
        {
            return (4004, "Authentication failed.");
        }

        Welcome(server.Open(connection, shard, shards, (int)data["intents"]!), data);
        return null;
    }

    public (int Code, string Reason)? Resume(JsonObject? data)
    {
        if ((string?)data?["session_id"] is not { } id || data["seq"] is not JsonValue number || !number.TryGetValue<int>(out var sequence))
        {
            return (4002, "Error while decoding payload.");
        }

        if (Token(data) != World.Token || World.Token is null)
        {
            return (4004, "Authentication failed.");
        }

        return Resume(server.Find(id), sequence);
    }

    private (int Code, string Reason)? Resume(GatewaySession? session, int sequence)
    {
        if (session is null)
        {
            connection.Send("""{"op":9,"d":false,"s":null,"t":null}""");
            return null;
        }

        if (sequence > session.Sequence || sequence < 0)
        {
            server.End(session);
            return (4007, "Invalid seq.");
        }

        server.Resumed(connection);
        session.Connection?.Close(1000, "");
        (session.Connection, connection.Session) = (connection, session);
        session.Replay(sequence);
        session.Dispatch("RESUMED", new JsonObject { ["_trace"] = new JsonArray() });
        return null;
    }

    private (int Code, string Reason)? Check(JsonObject? data)
    {
        if (data?["token"] is null || data["intents"] is not JsonValue number || !number.TryGetValue<int>(out var intents)
            || data["properties"] is not JsonObject properties || !Properties.All(properties.ContainsKey))
        {
            return (4002, "Error while decoding payload.");
        }

        if (Token(data) != World.Token || World.Token is null)
        {
            return (4004, "Authentication failed.");
        }

        var (shard, shards) = Shard(data);
        return shards < 1 || shard < 0 || shard >= shards ? (4010, "Invalid shard.")
            : shards < World.Options.Shards ? (4011, "Sharding required.")
            : (intents & ~KnownIntents) != 0 ? (4013, "Invalid intent(s).")
            : (intents & Privileged) != 0 ? (4014, "Disallowed intent(s).")
            : null;
    }

    private void Welcome(GatewaySession session, JsonObject data)
    {
        var guilds = World.Guilds.Values.Where(g => g.HasBot && Snowflakes.Shard(g.Id, session.Shards) == session.Shard).ToList();
        session.Dispatch("READY", new JsonObject
        {
            ["v"] = 10,
            ["user"] = Payloads.User(World.Bot),
            ["guilds"] = new JsonArray([.. guilds.Select(g => (JsonNode)new JsonObject { ["id"] = g.Id, ["unavailable"] = true })]),
            ["session_id"] = session.Id,
            ["resume_gateway_url"] = $"ws://{World.ResumeUrl.Authority}",
            ["shard"] = data["shard"]?.DeepClone(),
            ["application"] = new JsonObject { ["id"] = World.ApplicationId, ["flags"] = 0 },
            ["private_channels"] = new JsonArray(),
            ["_trace"] = new JsonArray(),
        });
        foreach (var guild in guilds.Where(_ => (session.Intents & 1) != 0))
        {
            session.Dispatch("GUILD_CREATE", Payloads.GuildCreate(guild, World));
        }
    }

    private static string? Token(JsonObject data)
    {
        var token = (string?)data["token"];
        return token?.StartsWith("Bot ", StringComparison.Ordinal) == true ? token[4..] : token;
    }

    private static (int Shard, int Shards) Shard(JsonObject data)
        => data["shard"] is JsonArray { Count: 2 } pair ? ((int)pair[0]!, (int)pair[1]!) : (0, 1);
}
