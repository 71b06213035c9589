using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>An event filter (client-server API, "Filtering"): types and senders, with a star for any characters at the end.</summary>
internal sealed class EventFilter(JsonNode? json)
{
    public static EventFilter Parse(string? inline) => new(inline is null ? null : Json(inline));

    public int? Limit => (int?)json.NumberAt("limit");

    public bool Passes(StubEvent e) => Passes(e.Type) && Listed("senders", e.Sender) != false && Listed("not_senders", e.Sender) != true;

    public bool Passes(string type) => Listed("types", type) != false && Listed("not_types", type) != true;

    /// <exception cref="MatrixError">400 M_NOT_JSON.</exception>
    public static JsonNode? Json(string inline)
    {
        try
        {
            return JsonNode.Parse(inline);
        }
        catch (JsonException)
        {
            throw MatrixError.NotJson;
        }
    }

    /// <summary>None if there is no such list.</summary>
    private bool? Listed(string list, string value) => json.At(list) is null ? null : json.TextsAt(list).Any(pattern => Fits(pattern, value));

    private static bool Fits(string pattern, string value)
        => pattern.EndsWith('*') ? value.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == value;
}
