using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Turns the body of a request into a version of a message.</summary>
internal static class MessageReader
{
    private const int ComponentsV2 = 1 << 15;

    /// <summary>Flags a bot may set: no link previews, ephemeral, silent, components v2.</summary>
    private const int Settable = (1 << 2) | (1 << 6) | (1 << 12) | ComponentsV2;

    /// <exception cref="RestError">50006: there would be nothing to see.</exception>
    public static MessageBody Read(RestCall call, JsonObject json) => NotEmpty(new((string?)json["content"] ?? "")
    {
        EmbedsJson = Copy(json["embeds"]) ?? [],
        ComponentsJson = Copy(json["components"]) ?? [],
        Flags = ((int?)json["flags"] ?? 0) & Settable,
        MayRing = MayRing(json),
        Files = Uploads(call),
    });

    /// <summary>An edit changes only the fields that it names.</summary>
    public static MessageBody Edit(RestCall call, JsonObject json, MessageBody before) => NotEmpty(before with
    {
        Content = json.ContainsKey("content") ? (string?)json["content"] ?? "" : before.Content,
        EmbedsJson = json.ContainsKey("embeds") ? Copy(json["embeds"]) ?? [] : before.EmbedsJson,
        ComponentsJson = json.ContainsKey("components") ? Copy(json["components"]) ?? [] : before.ComponentsJson,
        MayRing = MayRing(json),
        Files = json["attachments"] is JsonArray kept
            ? [.. before.Files.Where(f => kept.Any(k => k!["id"]!.ToString() == f.Id)), .. Uploads(call)]
            : [.. before.Files, .. Uploads(call)],
    });

    /// <summary>Rows of buttons alone are no message; the components of version 2 are.</summary>
    private static MessageBody NotEmpty(MessageBody body)
        => body is { Content.Length: 0, EmbedsJson.Count: 0, Files.Count: 0 } && (body.Flags & ComponentsV2) == 0 ? throw RestError.Empty : body;

    private static JsonArray? Copy(JsonNode? json) => (json as JsonArray)?.DeepClone() as JsonArray;

    private static List<string> MayRing(JsonObject json) => json["allowed_mentions"] is not JsonObject allowed
        ? []
        : [.. (allowed["users"] as JsonArray ?? []).Select(u => u!.ToString())];

    private static List<StubFile> Uploads(RestCall call) => [.. call.Files.Values.Select(file =>
    {
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return call.World.AddFile(file.FileName, copy.ToArray(), file.ContentType);
    })];
}
