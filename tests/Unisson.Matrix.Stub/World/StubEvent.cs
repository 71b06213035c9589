using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub;

/// <summary>An event of a room, in the state in which the server keeps it now.</summary>
public sealed class StubEvent
{
    internal StubEvent(string id, StubRoom room, string sender, string type, JsonObject content, string? stateKey)
        => (Id, Room, Sender, Type, Content, StateKey) = (id, room, sender, type, content, stateKey);

    public string Id { get; }

    public StubRoom Room { get; }

    public string Sender { get; }

    public string Type { get; }

    /// <summary>None for what is no state.</summary>
    public string? StateKey { get; }

    /// <summary>As sent; what a redaction leaves of it once there was one.</summary>
    public JsonObject Content { get; internal set; }

    public DateTimeOffset At { get; internal init; }

    public bool Redacted => Because is not null;

    /// <summary>The plain text of a message; of an edit the one beginning with an asterisk.</summary>
    public string? Body => Content.TextAt("body");

    public string? RelationType => RelatesTo is null ? null : Content.TextAt("m.relates_to", "rel_type");

    /// <summary>The event of a relation that has a type; a mere reply has none.</summary>
    public string? RelatesTo => Content.TextAt("m.relates_to", "rel_type") is null ? null : Content.TextAt("m.relates_to", "event_id");

    /// <summary>The content that people read: of the sender's latest edit, if there is one.</summary>
    public JsonObject Shown => (Room.EditsOf(this) is [.., var edit] ? edit.Content.At("m.new_content") as JsonObject : null) ?? Content;

    /// <summary>Its place in the order of all that happens on the server.</summary>
    internal long Position { get; init; }

    /// <summary>Told only to the device that sent it.</summary>
    internal (string Device, string Transaction)? Sent { get; set; }

    /// <summary>The redaction.</summary>
    internal StubEvent? Because { get; set; }

    /// <summary>The state event of the same type and key before it.</summary>
    internal StubEvent? Replaces { get; init; }

    /// <summary>Fields that are served instead of the true ones; null leaves a field out.</summary>
    internal JsonObject? Odd { get; init; }

    public override string ToString() => $"{Type} by {Sender}: {Content.ToJsonString(Wire.Json)}";
}
