using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>What somebody may do in a room, and the events that come of it. Each refuses by a <see cref="MatrixError"/>.</summary>
internal static class RoomActions
{
    public static StubEvent Send(this StubRoom room, StubPerson who, string type, JsonObject content, string? stateKey = null)
    {
        room.MustHold(who);
        if (Power.Of(room, who.Id) < Power.ToSend(room, type, stateKey is not null))
        {
            throw MatrixError.Forbidden($"You don't have permission to post that to the room. user_level < send_level ({type})");
        }

        if (stateKey?.StartsWith('@') == true && stateKey != who.Id && type != "m.room.member")
        {
            throw MatrixError.Forbidden("You are not allowed to set others state");
        }

        // Synapse makes no second event of a state that is already so.
        return stateKey is not null && room.Current.GetValueOrDefault((type, stateKey)) is { } same && same.Sender == who.Id && JsonNode.DeepEquals(same.Content, content)
            ? same
            : room.Append(who.Id, type, content, stateKey);
    }

    public static StubEvent Redact(this StubRoom room, StubPerson who, string eventId, string? reason)
    {
        room.MustHold(who);
        // Of an event it does not know Synapse takes the redaction.
        if (room.Find(eventId) is { } target && target.Sender != who.Id && Power.Of(room, who.Id) < Power.For(room, "redact"))
        {
            throw MatrixError.Forbidden("You don't have permission to redact events");
        }

        var content = new JsonObject { ["redacts"] = eventId };
        if (reason is not null)
        {
            content["reason"] = reason;
        }

        // Synapse tells it in both places, whatever the version of the room.
        return room.Append(who.Id, "m.room.redaction", content, odd: new JsonObject { ["redacts"] = eventId });
    }

    /// <exception cref="MatrixError">403: not in the room.</exception>
    public static void MustHold(this StubRoom room, StubPerson who)
    {
        if (room.Membership(who.Id) != "join")
        {
            throw MatrixError.NotInRoom(who.Id, room.Id);
        }
    }

    /// <param name="action">As in <see cref="Power.For"/>.</param>
    public static void MustAllow(this StubRoom room, StubPerson who, string action)
    {
        if (Power.Of(room, who.Id) < Power.For(room, action))
        {
            throw MatrixError.Forbidden($"You don't have permission to {action}");
        }
    }
}
