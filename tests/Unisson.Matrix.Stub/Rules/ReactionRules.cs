using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.Rules;

/// <summary>Reactions (client-server API, "Event annotations and reactions").</summary>
internal static class ReactionRules
{
    public static void Check(RestCall call, StubRoom room, JsonObject content)
    {
        if (content.TextAt("m.relates_to", "rel_type") != "m.annotation" || content.TextAt("m.relates_to", "key") is not { Length: > 0 }
            || content.TextAt("m.relates_to", "event_id") is not { } id)
        {
            call.Breaks("reaction.fields", "a reaction has rel_type m.annotation, an event_id and a key");
            return;
        }

        if (room.Find(id)?.RelationType == "m.replace")
        {
            call.Breaks("reaction.of-edit", $"{id} is an edit; reactions refer to the original");
        }
    }
}
