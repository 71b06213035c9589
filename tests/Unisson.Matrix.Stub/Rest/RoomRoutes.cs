using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Making, entering and leaving rooms.</summary>
internal static class RoomRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.CreateRoom, call => RestAnswer.Ok(new() { ["room_id"] = RoomCreation.Create(call.World, call.Person, call.Json).Id })),
        new(StubRoutes.Join, call => Join(call, call["roomIdOrAlias"])),
        new(StubRoutes.JoinRoom, call => Join(call, call["roomId"])),
        new(StubRoutes.Leave, call =>
        {
            (call.AnyRoom() ?? throw MatrixError.Unknown("Not a known room", 404)).Leave(call.Person);
            return RestAnswer.Ok();
        }),
        new(StubRoutes.Invite, call =>
        {
            call.Room().Invite(call.Person, Whom(call));
            return RestAnswer.Ok();
        }),
        new(StubRoutes.Kick, call =>
        {
            call.Room().Remove(call.Person, Whom(call), "leave", call.Json.TextAt("reason"));
            return RestAnswer.Ok();
        }),
    ];

    private static RestAnswer Join(RestCall call, string idOrAlias)
    {
        var room = idOrAlias.StartsWith('#')
            ? call.World.Aliases.GetValueOrDefault(idOrAlias) ?? throw MatrixError.NotFound($"Room alias {idOrAlias} not found")
            : call.World.Rooms.GetValueOrDefault(idOrAlias) ?? throw MatrixError.Unknown("Can't join remote room because no servers that are in the room have been provided.", 404);
        room.Join(call.Person);
        return RestAnswer.Ok(new JsonObject { ["room_id"] = room.Id });
    }

    private static StubPerson Whom(RestCall call) => call.World.Person(call.Text("user_id"));
}
