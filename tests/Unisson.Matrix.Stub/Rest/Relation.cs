using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>What Synapse refuses of relations.</summary>
internal static class Relation
{
    private const int LongestKey = 500;

    public static void Check(StubRoom room, StubPerson who, string type, JsonObject content)
    {
        if (content.TextAt("m.relates_to", "rel_type") is not { } rel || content.TextAt("m.relates_to", "event_id") is not { } id)
        {
            return;
        }

        var parent = room.Find(id) ?? throw MatrixError.Unknown("Can't send relation to unknown event");
        if (rel == "m.annotation")
        {
            Annotation(room, who, type, parent, content.TextAt("m.relates_to", "key"));
        }

        if (rel == "m.thread" && parent.RelatesTo is not null)
        {
            throw MatrixError.Unknown("Cannot start threads from an event with a relation");
        }
    }

    private static void Annotation(StubRoom room, StubPerson who, string type, StubEvent parent, string? key)
    {
        if (key is null)
        {
            throw MatrixError.Unknown("Missing aggregation key");
        }

        if (key.Length > LongestKey)
        {
            throw MatrixError.Unknown("Aggregation key is too long");
        }

        if (room.Events.Exists(e => e.Type == type && e.Sender == who.Id && e is { RelationType: "m.annotation", Redacted: false }
            && e.RelatesTo == parent.Id && e.Content.TextAt("m.relates_to", "key") == key))
        {
            throw new MatrixError(400, "M_DUPLICATE_ANNOTATION", "Can't send same reaction twice");
        }
    }
}
