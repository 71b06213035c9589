using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>Entering and leaving rooms, and being made to. Each refuses by a <see cref="MatrixError"/>.</summary>
internal static class Memberships
{
    public static void Invite(this StubRoom room, StubPerson who, StubPerson whom, bool direct = false)
    {
        room.MustHold(who);
        if (room.Membership(whom.Id) is "ban" or "join")
        {
            throw MatrixError.Forbidden($"{whom.Id} is already in the room or banned from it.");
        }

        room.MustAllow(who, "invite");
        if (whom.BlocksInvites)
        {
            throw MatrixError.InviteBlocked;
        }

        var content = Member(whom, "invite");
        if (direct)
        {
            content["is_direct"] = true;
        }

        room.Append(who.Id, "m.room.member", content, whom.Id);
    }

    public static void Join(this StubRoom room, StubPerson who)
    {
        var membership = room.Membership(who.Id);
        if (membership == "join")
        {
            return;
        }

        if (membership == "ban")
        {
            throw MatrixError.Forbidden("You are banned from this room");
        }

        // Nobody is left who could let the person in.
        if (!room.With("join").Any())
        {
            throw MatrixError.Unknown("Can't join remote room because no servers that are in the room have been provided.", 404);
        }

        if (membership != "invite" && room.State("m.room.join_rules").TextAt("join_rule") != "public")
        {
            throw MatrixError.Forbidden("You are not invited to this room.");
        }

        room.Append(who.Id, "m.room.member", Member(who, "join"), who.Id);
    }

    public static void Leave(this StubRoom room, StubPerson who)
    {
        if (room.Membership(who.Id) is "join" or "invite")
        {
            room.Append(who.Id, "m.room.member", Member(who, "leave"), who.Id);
            return;
        }

        throw MatrixError.Forbidden($"{who.Id} not in room {room.Id}.");
    }

    /// <param name="membership"><c>leave</c> for a kick, else <c>ban</c>.</param>
    public static void Remove(this StubRoom room, StubPerson who, StubPerson whom, string membership, string? reason)
    {
        room.MustHold(who);
        room.MustAllow(who, membership == "ban" ? "ban" : "kick");
        if (membership == "leave" && room.Membership(whom.Id) is not ("join" or "invite"))
        {
            throw MatrixError.Forbidden("The target user is not in the room");
        }

        if (Power.Of(room, whom.Id) >= Power.Of(room, who.Id))
        {
            throw MatrixError.Forbidden("You cannot remove a user of your own level");
        }

        var content = new JsonObject { ["membership"] = membership };
        if (reason is not null)
        {
            content["reason"] = reason;
        }

        room.Append(who.Id, "m.room.member", content, whom.Id);
    }

    public static JsonObject Member(StubPerson who, string membership)
    {
        var content = new JsonObject { ["membership"] = membership };
        if (membership != "leave" && who.DisplayName is { } name)
        {
            content["displayname"] = name;
        }

        return content;
    }
}
