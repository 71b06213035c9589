using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub;

/// <summary>JSON as it leaves the stub, and careful looks into JSON that may have any shape.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What lies at the end of the path; none if something on the way is missing or no object.</summary>
    public static JsonNode? At(this JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var key in path)
        {
            node = node is JsonObject o && o.TryGetPropertyValue(key, out var next) ? next : null;
        }

        return node;
    }

    /// <summary>The string at the end of the path; none if there is none, or something else.</summary>
    public static string? TextAt(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.At(path) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    public static long? NumberAt(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.At(path) is not JsonValue value ? null
            : value.TryGetValue<long>(out var number) ? number
            : value.TryGetValue<int>(out var small) ? small : null;

    public static bool? FlagAt(this JsonNode? node, params ReadOnlySpan<string> path)
        => node.At(path) is JsonValue value && value.TryGetValue<bool>(out var flag) ? flag : null;

    /// <summary>The strings of an array; what is no string is left out.</summary>
    public static IReadOnlyList<string> TextsAt(this JsonNode? node, params ReadOnlySpan<string> path)
        => [.. (node.At(path) as JsonArray ?? []).Select(n => n.TextAt()).OfType<string>()];

    public static JsonArray Array(IEnumerable<JsonNode?> items) => new([.. items]);
}
