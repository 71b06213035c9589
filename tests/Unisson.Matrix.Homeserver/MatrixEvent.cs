using System.Text.Json;

namespace Unisson.Matrix.Homeservers;

/// <summary>An event as <c>/sync</c> gave it to a person.</summary>
/// <param name="Membership">Where it stood under <c>rooms</c>: <c>join</c>, <c>invite</c> (stripped state only) or <c>leave</c>.</param>
public sealed record MatrixEvent(string RoomId, string Membership, JsonElement Json)
{
    public string Type => Text(Json, "type")!;

    /// <summary>Empty for what has no sender, as <c>m.typing</c>.</summary>
    public string Sender => Text(Json, "sender") ?? "";

    /// <summary>Empty for stripped state and for ephemeral events.</summary>
    public string EventId => Text(Json, "event_id") ?? "";

    public string? StateKey => Text(Json, "state_key");

    public JsonElement Content => Json.GetProperty("content");

    public string? Body => Text(Content, "body");

    /// <summary>The txnId it was sent with: only on the sending device.</summary>
    public string? TransactionId => Json.TryGetProperty("unsigned", out var beside) ? Text(beside, "transaction_id") : null;

    /// <summary>As <c>m.replace</c>; null without a relation, and for a plain reply.</summary>
    public string? RelType => Content.TryGetProperty("m.relates_to", out var relation) ? Text(relation, "rel_type") : null;

    /// <summary>The event that this one edits, reacts to, or whose thread it stands in.</summary>
    public string? RelatesTo => Content.TryGetProperty("m.relates_to", out var relation) ? Text(relation, "event_id") : null;

    private static string? Text(JsonElement of, string name)
        => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
