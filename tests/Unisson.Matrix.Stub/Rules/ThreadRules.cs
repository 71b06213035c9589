using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.Rules;

/// <summary>Threads and replies (client-server API, "Threading" and "Rich replies").</summary>
internal static class ThreadRules
{
    public static void Check(RestCall call, StubRoom room, JsonObject content)
    {
        if (content.At("m.relates_to", "m.in_reply_to") is { } reply && (reply.TextAt("event_id") is not { } to || room.Find(to) is null))
        {
            call.Breaks("reply.unknown", "m.in_reply_to names no event of this room");
        }

        if (content.TextAt("m.relates_to", "rel_type") != "m.thread")
        {
            return;
        }

        if (content.TextAt("m.relates_to", "event_id") is { } id && room.Find(id)?.RelatesTo is not null)
        {
            call.Breaks("thread.root", $"{id} has a relation itself and cannot be a root");
        }

        if (content.At("m.relates_to", "m.in_reply_to") is null)
        {
            call.Breaks("thread.fallback", "a message in a thread names the one before it as m.in_reply_to, for clients without threads");
        }
    }
}
