using System.Text.Json;

namespace Unisson.Matrix;

/// <summary>
/// An event as a homeserver gives it (client-server API, "Events"). Anybody may send any content, so that nothing in it has a shape of its
/// own: each field is read when it is asked for, and is null where it is missing or of another type. Lives as long as the answer it came in.
/// </summary>
public readonly struct MatrixEvent(JsonElement json)
{
    public string? Type => json.Text("type");

    public string? EventId => json.Text("event_id");

    public string? Sender => json.Text("sender");

    /// <summary>Null where it is not state.</summary>
    public string? StateKey => json.Text("state_key");

    public string? RoomId => json.Text("room_id");

    /// <summary>An object, empty where it is missing.</summary>
    public JsonElement Content => json.Part("content");

    /// <summary>When the sender's homeserver says that it was sent; any time at all, which is then cut to what a clock can show.</summary>
    public DateTimeOffset SentAt => DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(json.Number("origin_server_ts") ?? 0, 0, 253_402_300_799_999));

    /// <summary>The transaction id that this very device sent it with; null for events of others.</summary>
    public string? TransactionId => json.Part("unsigned").Text("transaction_id");

    /// <summary>Of state: the content that it took the place of, where the homeserver tells.</summary>
    public JsonElement PreviousContent => json.Part("unsigned").Part("prev_content");

    /// <summary>What took its content away, if it was redacted.</summary>
    public bool IsRedacted => json.Part("unsigned").Part("redacted_because").ValueKind == JsonValueKind.Object && !json.Part("content").EnumerateObject().Any();

    /// <summary>For <c>m.room.redaction</c>: what it redacts, in the place of room version 11 and later, or of those before.</summary>
    public string? Redacts => Content.Text("redacts") ?? json.Text("redacts");

    /// <summary>How it relates to another event: <c>m.replace</c>, <c>m.annotation</c>, <c>m.thread</c>; null where it does not, or only replies.</summary>
    public string? RelationType => Content.Part("m.relates_to").Text("rel_type");

    /// <summary>The event that it replaces, annotates, or whose thread it is in.</summary>
    public string? RelatesTo => Content.Part("m.relates_to").Text("event_id");

    /// <summary>The event that it answers.</summary>
    public string? InReplyTo => Content.Part("m.relates_to").Part("m.in_reply_to").Text("event_id");
}
