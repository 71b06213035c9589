using System.Text.Json;

namespace Unisson.Discord.Gateway;

/// <summary>Operations of the gateway.</summary>
internal enum GatewayOp
{
    Dispatch = 0,
    Heartbeat = 1,
    Identify = 2,
    Resume = 6,
    Reconnect = 7,
    InvalidSession = 9,
    Hello = 10,
    HeartbeatAck = 11,
}

/// <summary>The envelope of a frame, read without copying: <see cref="Name"/> and <see cref="Data"/> point into the frame.</summary>
internal ref struct GatewayFrame
{
    public GatewayOp Op { get; private set; }

    /// <summary>The sequence number of a dispatch.</summary>
    public long? Sequence { get; private set; }

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The value of <c>d</c> as JSON, or empty.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <exception cref="JsonException">The frame is not an object of JSON with an operation.</exception>
    public static GatewayFrame Read(ReadOnlySpan<byte> json)
    {
        var frame = new GatewayFrame { Op = (GatewayOp)(-1) };
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("A frame is an object.");
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            frame.Take(ref reader, json);
        }

        // Reads to the end, so that what follows the object is seen to be wrong.
        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() && (int)frame.Op >= 0 ? frame : throw new JsonException("A frame has an operation.");
    }

    private void Take(ref Utf8JsonReader reader, ReadOnlySpan<byte> json)
    {
        var name = reader.ValueSpan;
        reader.Read();
        if (name.SequenceEqual("op"u8) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var op))
        {
            Op = (GatewayOp)op;
        }
        else if (name.SequenceEqual("s"u8) && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var sequence))
        {
            Sequence = sequence;
        }
        else if (name.SequenceEqual("t"u8) && reader.TokenType == JsonTokenType.String)
        {
            Name = reader.ValueSpan;
        }
        else
        {
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name.SequenceEqual("d"u8))
            {
                Data = json[start..(int)reader.BytesConsumed];
            }
        }
    }
}
