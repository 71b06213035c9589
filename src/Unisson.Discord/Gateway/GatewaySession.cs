using System.Text.Json;
using Unisson.Discord.Json;

namespace Unisson.Discord.Gateway;

/// <summary>What a shard needs to go on after a break.</summary>
internal sealed class GatewaySession(string id, Uri? resumeUrl)
{
    private SequenceWindow _sequence;

    public string Id { get; } = id;

    public Uri? ResumeUrl { get; } = resumeUrl;

    public long? Sequence => _sequence.Highest;

    public bool TryAdvance(long number) => _sequence.TryAdd(number);
}

/// <summary>The frames a bot sends. They are smaller than Discord's 4,096 bytes.</summary>
internal static class GatewaySends
{
    public static PooledBuffer Heartbeat(long? sequence) => Frame(GatewayOp.Heartbeat, json =>
    {
        if (sequence is { } number)
        {
            json.WriteNumber("d"u8, number);
        }
        else
        {
            json.WriteNull("d"u8);
        }
    });

    public static PooledBuffer Identify(string token, GatewayIntents intents, int shard, int shards) => Frame(GatewayOp.Identify, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteNumber("intents"u8, (int)intents);
        json.WriteStartArray("shard"u8);
        json.WriteNumberValue(shard);
        json.WriteNumberValue(shards);
        json.WriteEndArray();
        json.WriteStartObject("properties"u8);
        json.WriteString("os"u8, Environment.OSVersion.Platform == PlatformID.Win32NT ? "windows" : "linux");
        json.WriteString("browser"u8, "Unisson.Discord");
        json.WriteString("device"u8, "Unisson.Discord");
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static PooledBuffer Resume(string token, GatewaySession session) => Frame(GatewayOp.Resume, json =>
    {
        json.WriteStartObject("d"u8);
        json.WriteString("token"u8, token);
        json.WriteString("session_id"u8, session.Id);
        json.WriteNumber("seq"u8, session.Sequence ?? 0);
        json.WriteEndObject();
    });

    private static PooledBuffer Frame(GatewayOp op, Action<Utf8JsonWriter> data)
    {
        var buffer = new PooledBuffer();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("op"u8, (int)op);
        data(json);
        json.WriteEndObject();
        return buffer;
    }
}
