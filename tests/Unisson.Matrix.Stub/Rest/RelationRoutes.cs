using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>What relates to an event, and the rooms of a space.</summary>
internal static class RelationRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.Relations, Relations),
        new(StubRoutes.RelationsOfType, Relations),
        new(StubRoutes.RelationsOfEventType, Relations),
        new(StubRoutes.Hierarchy, Hierarchy),
    ];

    private static RestAnswer Relations(RestCall call)
    {
        var room = call.Room();
        if (room.Find(call["eventId"]) is null)
        {
            throw MatrixError.Unknown("Unknown parent event.", 404);
        }

        var forwards = call.Query("dir") == "f";
        var from = call.Position("from") ?? (forwards ? 0 : long.MaxValue);
        var related = room.Events.Where(e => e.RelatesTo == call["eventId"] && !e.Redacted
            && (!call.Has("relType") || e.RelationType == call["relType"])
            && (!call.Has("eventType") || e.Type == call["eventType"])
            && (forwards ? e.Position > from : e.Position <= from));
        var limit = call.Number("limit", 5);
        var page = (forwards ? related : related.Reverse()).Take(limit + 1).ToList();
        var json = new JsonObject { ["chunk"] = Wire.Array(page.Take(limit).Select(call.Show)) };
        if (page.Count > limit)
        {
            json["next_batch"] = call.World.Token(forwards ? page[limit - 1].Position : page[limit].Position);
        }

        return RestAnswer.Ok(json);
    }

    /// <summary>Breadth first, each room once, as far as the person may see it.</summary>
    private static RestAnswer Hierarchy(RestCall call)
    {
        if (call.AnyRoom() is not { } root || !Visible(call, root))
        {
            throw MatrixError.Forbidden($"User {call.Person.Id} not in room {call["roomId"]}, and room previews are disabled");
        }

        List<StubRoom> found = [root];
        for (var i = 0; i < found.Count; i++)
        {
            var next = Children(found[i]).Select(c => call.World.Rooms.GetValueOrDefault(c.StateKey!)).OfType<StubRoom>();
            found.AddRange(next.Where(r => !found.Contains(r) && Visible(call, r)).ToList());
        }

        var start = int.Parse(call.Query("from") ?? "0", CultureInfo.InvariantCulture);
        var limit = Math.Min(call.Number("limit", 50), 50);
        var json = new JsonObject { ["rooms"] = Wire.Array(found.Skip(start).Take(limit).Select(Summary)) };
        if (found.Count > start + limit)
        {
            json["next_batch"] = (start + limit).ToString(CultureInfo.InvariantCulture);
        }

        return RestAnswer.Ok(json);
    }

    private static bool Visible(RestCall call, StubRoom room)
        => room.Membership(call.Person.Id) is "join" or "invite" || room.State("m.room.join_rules").TextAt("join_rule") == "public";

    /// <summary>A child without <c>via</c> was taken out.</summary>
    private static IEnumerable<StubEvent> Children(StubRoom room)
        => room.Current.Values.Where(e => e.Type == "m.space.child" && e.Content.TextsAt("via").Count > 0);

    private static JsonObject Summary(StubRoom room)
    {
        var json = new JsonObject
        {
            ["room_id"] = room.Id,
            ["num_joined_members"] = room.With("join").Count(),
            ["world_readable"] = false,
            ["guest_can_join"] = false,
            ["join_rule"] = room.State("m.room.join_rules").TextAt("join_rule"),
            ["children_state"] = Wire.Array(Children(room).Select(Child)),
        };
        Set("name", "m.room.name", "name");
        Set("topic", "m.room.topic", "topic");
        Set("canonical_alias", "m.room.canonical_alias", "alias");
        Set("room_type", "m.room.create", "type");
        Set("room_version", "m.room.create", "room_version");
        return json;

        void Set(string field, string type, string key)
        {
            if (room.State(type).TextAt(key) is { } text)
            {
                json[field] = text;
            }
        }
    }

    private static JsonObject Child(StubEvent e)
    {
        var json = World.EventFormat.Stripped(e);
        json["origin_server_ts"] = e.At.ToUnixTimeMilliseconds();
        return json;
    }
}
