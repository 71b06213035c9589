using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Counting as Discord counts: characters of Unicode, not of UTF-16.</summary>
internal static class Texts
{
    public static int Length(JsonNode? text) => text is JsonValue value && value.TryGetValue<string>(out var s) ? s.EnumerateRunes().Count() : 0;

    /// <summary>The objects of an array, with their path.</summary>
    public static IEnumerable<(string Path, JsonObject Json)> Each(JsonObject owner, string name, string under = "")
        => (owner[name] as JsonArray ?? []).Select((item, at) => ($"{under}{name}.{at}", item as JsonObject ?? []));
}
