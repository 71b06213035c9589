using Unisson.Matrix.Stub.Rules;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>Sending events.</summary>
internal static class SendRoutes
{
    public static IEnumerable<Route> All =>
    [
        new(StubRoutes.Send, Send) { Limited = true },
        new(StubRoutes.PutState, PutState) { Limited = true },
        new(StubRoutes.PutStateNoKey, PutState) { Limited = true },
        new(StubRoutes.Redact, Redact) { Limited = true },
        new(StubRoutes.Typing, Typing),
        new(StubRoutes.Receipt, Receipt),
    ];

    private static RestAnswer Send(RestCall call) => call.Once(() =>
    {
        var (room, type) = (call.Room(), call["eventType"]);
        ContentShape.Check(call.Json, type);
        EventSize.Check(call.Json, type);
        ContentRules.Check(call, room, type, call.Json);
        Relation.Check(room, call.Person, type, call.Json);
        return room.Send(call.Person, type, call.Json);
    });

    private static RestAnswer PutState(RestCall call)
    {
        var (room, type) = (call.Room(), call["eventType"]);
        EventSize.Check(call.Json, type);
        var e = room.Send(call.Person, type, call.Json, call.Has("stateKey") ? call["stateKey"] : "");
        return RestAnswer.Ok(new() { ["event_id"] = e.Id });
    }

    private static RestAnswer Redact(RestCall call) => call.Once(() =>
    {
        var room = call.Room();
        if (room.Find(call["eventId"]) is null)
        {
            call.Breaks("redact.unknown", $"{call["eventId"]} is no event of this room");
        }

        return room.Redact(call.Person, call["eventId"], call.Json.TextAt("reason"));
    });

    private static RestAnswer Typing(RestCall call)
    {
        if (call["userId"] != call.Person.Id)
        {
            throw new MatrixError(400, "M_FORBIDDEN", "Cannot set another user's typing state");
        }

        var room = call.Room();
        var typing = call.Json.FlagAt("typing") ?? throw MatrixError.MissingParam("Missing params: typing");
        room.Typists[call.Person.Id] = typing ? call.World.Now + TimeSpan.FromMilliseconds(call.Json.NumberAt("timeout") ?? 30_000) : call.World.Now;
        room.TypingPosition = call.World.Advance();
        return RestAnswer.Ok();
    }

    private static RestAnswer Receipt(RestCall call)
    {
        if (call["receiptType"] is not ("m.read" or "m.read.private" or "m.fully_read"))
        {
            throw MatrixError.Unknown("Receipt type must be m.fully_read, m.read.private, m.read");
        }

        var room = call.Room();
        if (room.Find(call["eventId"]) is null)
        {
            call.Breaks("receipt.unknown", $"{call["eventId"]} is no event of this room");
        }

        room.Read.Add(new(call.Person.Id, call["receiptType"], call["eventId"], call.Json.TextAt("thread_id"), call.World.Now) { Position = call.World.Advance() });
        return RestAnswer.Ok();
    }
}
