using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Reading a room without sync.</summary>
internal static class ReadRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.Messages, Messages),
        new(StubRoutes.Event, call => RestAnswer.Ok(call.Show(call.Room().Find(call["eventId"]) ?? throw MatrixError.NotFound("Event not found.")))),
        new(StubRoutes.State, call => new(200, Wire.Array(call.Room().Current.Values.Select(call.Show)))),
        new(StubRoutes.GetState, State),
        new(StubRoutes.GetStateNoKey, State),
        new(StubRoutes.Members, Members),
        new(StubRoutes.JoinedMembers, JoinedMembers),
        new(StubRoutes.JoinedRooms, call => RestAnswer.Ok(new() { ["joined_rooms"] = Wire.Array(call.Person.Rooms.Select(r => (JsonNode)r.Id)) })),
    ];

    /// <summary>Pages by position; as with Synapse only an empty page says that there is no more.</summary>
    private static RestAnswer Messages(RestCall call)
    {
        var backwards = call.Query("dir") switch
        {
            "b" => true,
            "f" or null => false,
            _ => throw MatrixError.InvalidParam("Query parameter dir must be one of ['b', 'f']"),
        };
        var (room, last) = call.RoomUntil();
        var from = call.Position("from") ?? (backwards ? call.World.Position : 0);
        var to = call.Position("to") ?? (backwards ? 0 : long.MaxValue);
        var filter = EventFilter.Parse(call.Query("filter"));
        var events = backwards
            ? Enumerable.Reverse(room.Events).Where(e => e.Position <= Math.Min(from, last) && e.Position > to)
            : room.Events.Where(e => e.Position > from && e.Position <= Math.Min(to, last));
        var page = events.Where(filter.Passes).Take(Math.Min(call.Number("limit", 10), 1000)).ToList();
        var json = new JsonObject { ["start"] = call.World.Token(from), ["chunk"] = Wire.Array(page.Select(call.Show)) };
        if (page.Count > 0)
        {
            json["end"] = call.World.Token(backwards ? page[^1].Position - 1 : page[^1].Position);
        }

        return RestAnswer.Ok(json);
    }

    private static RestAnswer State(RestCall call)
    {
        var e = call.Room().Current.GetValueOrDefault((call["eventType"], call.Has("stateKey") ? call["stateKey"] : "")) ?? throw MatrixError.NotFound("Event not found.");
        return RestAnswer.Ok(call.Query("format") == "event" ? EventFormat.Client(e, call.Device, call.World.Now) : (JsonObject)e.Content.DeepClone());
    }

    private static RestAnswer Members(RestCall call)
    {
        var (only, not) = (call.Query("membership"), call.Query("not_membership"));
        var members = call.Room().Current.Values.Where(e => e.Type == "m.room.member");
        var chosen = members.Where(e => e.Content.TextAt("membership") is { } membership && (only is null || membership == only) && membership != not);
        return RestAnswer.Ok(new() { ["chunk"] = Wire.Array(chosen.Select(call.Show)) });
    }

    private static RestAnswer JoinedMembers(RestCall call)
    {
        var joined = new JsonObject();
        foreach (var id in call.Room().With("join"))
        {
            joined[id] = new JsonObject { ["display_name"] = call.World.People.GetValueOrDefault(id)?.DisplayName, ["avatar_url"] = null };
        }

        return RestAnswer.Ok(new() { ["joined"] = joined });
    }
}
