using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Homeservers;

/// <summary>What a person says; each verb gives the event id.</summary>
public sealed partial class MatrixPerson
{
    public Task<string> SendAsync(string roomId, string text) => SendAsync(roomId, "m.room.message", Text(text));

    /// <summary>Any event that is no state.</summary>
    /// <param name="txnId">Null takes a new one.</param>
    public async Task<string> SendAsync(string roomId, string type, JsonObject content, string? txnId = null)
        => (await AskAsync(HttpMethod.Put, $"{Room(roomId)}/send/{type}/{Uri.EscapeDataString(txnId ?? NextTxnId())}", content)).Text("event_id")!;

    public Task<string> ReplyAsync(string roomId, string eventId, string text)
        => SendRelatedAsync(roomId, Text(text), new() { ["m.in_reply_to"] = new JsonObject { ["event_id"] = eventId } });

    /// <summary>Gives a message a new text, with the text behind an asterisk for clients that know no edits.</summary>
    public Task<string> EditAsync(string roomId, string eventId, string text)
    {
        var content = Text("* " + text);
        content["m.new_content"] = Text(text);
        return SendRelatedAsync(roomId, content, Relation("m.replace", eventId));
    }

    /// <exception cref="MatrixRefusedException">400 <c>M_DUPLICATE_ANNOTATION</c> for the same key twice.</exception>
    public Task<string> ReactAsync(string roomId, string eventId, string key)
    {
        var relation = Relation("m.annotation", eventId);
        relation["key"] = key;
        return SendAsync(roomId, "m.reaction", new() { ["m.relates_to"] = relation });
    }

    /// <summary>A message in the thread below an event that has no relation itself.</summary>
    public Task<string> SendInThreadAsync(string roomId, string rootId, string text)
    {
        var relation = Relation("m.thread", rootId);
        relation["is_falling_back"] = true;
        relation["m.in_reply_to"] = new JsonObject { ["event_id"] = rootId };
        return SendRelatedAsync(roomId, Text(text), relation);
    }

    public async Task<string> SendFileAsync(string roomId, string name, byte[] bytes, string mediaType = "text/plain")
        => await SendAsync(roomId, "m.room.message", new()
        {
            ["msgtype"] = "m.file",
            ["body"] = name,
            ["filename"] = name,
            ["url"] = await UploadAsync(name, bytes, mediaType),
            ["info"] = new JsonObject { ["mimetype"] = mediaType, ["size"] = bytes.Length },
        });

    /// <returns>The <c>mxc://</c> address.</returns>
    public async Task<string> UploadAsync(string name, byte[] bytes, string mediaType)
    {
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        var answer = await _wire.SendAsync(HttpMethod.Post, $"_matrix/media/v3/upload?filename={Uri.EscapeDataString(name)}", content);
        return answer.OrThrow().Text("content_uri")!;
    }

    /// <param name="mxc">As <c>mxc://localhost/…</c>.</param>
    public Task<byte[]> DownloadAsync(string mxc) => _wire.DownloadAsync("_matrix/client/v1/media/download/" + mxc["mxc://".Length..]);

    public async Task<string> RedactAsync(string roomId, string eventId)
        => (await AskAsync(HttpMethod.Put, $"{Room(roomId)}/redact/{Uri.EscapeDataString(eventId)}/{NextTxnId()}", new JsonObject())).Text("event_id")!;

    /// <summary>The event as it stands now: redacted, if it was.</summary>
    public async Task<JsonElement> GetEventAsync(string roomId, string eventId)
        => (await AskAsync(HttpMethod.Get, $"{Room(roomId)}/event/{Uri.EscapeDataString(eventId)}")).Json;

    private Task<string> SendRelatedAsync(string roomId, JsonObject content, JsonObject relation)
    {
        content["m.relates_to"] = relation;
        return SendAsync(roomId, "m.room.message", content);
    }

    private static JsonObject Text(string text) => new() { ["msgtype"] = "m.text", ["body"] = text };

    private static JsonObject Relation(string type, string eventId) => new() { ["rel_type"] = type, ["event_id"] = eventId };

    // The homeserver remembers txnIds for a device, and a device may log in again.
    private string NextTxnId() => $"{Guid.NewGuid():N}-{Interlocked.Increment(ref _transactions)}";
}
