using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>What Synapse asks of an event's content before it looks at its meaning.</summary>
internal static class EventSize
{
    /// <summary>Of a whole event, in bytes (client-server API, "Size limits").</summary>
    private const int Largest = 65_536;

    /// <summary>Hashes, signature, times and references to other events, which the server adds.</summary>
    private const int Around = 601;

    private const long LargestInteger = (1L << 53) - 1;

    /// <exception cref="MatrixError">400 M_BAD_JSON for numbers that canonical JSON has not, 413 M_TOO_LARGE, 500 for half a surrogate pair.</exception>
    public static void Check(JsonObject content, string type)
    {
        Walk(content);
        if (JsonSerializer.SerializeToUtf8Bytes(content, Wire.Json).Length + type.Length + Around > Largest)
        {
            throw MatrixError.TooLarge("event too large");
        }
    }

    private static void Walk(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject o:
                foreach (var (_, value) in o)
                {
                    Walk(value);
                }

                break;
            case JsonArray a:
                foreach (var value in a)
                {
                    Walk(value);
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                if (!value.TryGetValue<long>(out var number) || number is > LargestInteger or < -LargestInteger)
                {
                    throw MatrixError.BadJson("Bad JSON value: not an integer of canonical JSON");
                }

                break;
            case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                WholeText(value);
                break;
        }
    }

    private static void WholeText(JsonValue value)
    {
        try
        {
            _ = value.GetValue<string>();
        }
        catch (InvalidOperationException)
        {
            throw MatrixError.Unknown("Internal server error", 500);
        }
    }
}
