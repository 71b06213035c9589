using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.Rules;

/// <summary>What a homeserver accepts and a good client does not send. Each breach is noted; the event goes on.</summary>
internal static class ContentRules
{
    public static void Check(RestCall call, StubRoom room, string type, JsonObject content)
    {
        switch (type)
        {
            case "m.room.message":
                MessageRules.Check(call, content, "");
                EditRules.Check(call, room, type, content);
                ThreadRules.Check(call, room, content);
                break;
            case "m.reaction":
                ReactionRules.Check(call, room, content);
                break;
        }
    }
}
