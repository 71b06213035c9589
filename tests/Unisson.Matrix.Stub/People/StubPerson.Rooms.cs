using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <content>Rooms: making, entering and leaving them.</content>
public sealed partial class StubPerson
{
    /// <summary>Makes a room, private unless said otherwise.</summary>
    /// <param name="body">The body of <c>createRoom</c>, where more than a name is wanted.</param>
    public StubRoom CreateRoom(string? name = null, bool isPublic = false, JsonObject? body = null) => _world.Change(() =>
    {
        var all = (JsonObject?)body?.DeepClone() ?? [];
        all["preset"] ??= isPublic ? "public_chat" : "private_chat";
        if (name is not null)
        {
            all["name"] = name;
        }

        return RoomCreation.Create(_world, this, all);
    });

    /// <summary>Begins a direct chat, as Element does: private, with <c>is_direct</c> in the invite.</summary>
    public StubRoom CreateDm(StubPerson other, bool encrypted = false)
    {
        var body = new JsonObject { ["preset"] = "trusted_private_chat", ["is_direct"] = true, ["invite"] = new JsonArray(other.Id) };
        if (encrypted)
        {
            body["initial_state"] = new JsonArray(new JsonObject { ["type"] = "m.room.encryption", ["content"] = new JsonObject { ["algorithm"] = "m.megolm.v1.aes-sha2" } });
        }

        return CreateRoom(body: body);
    }

    /// <summary>Makes a space with the given rooms in it.</summary>
    public StubRoom CreateSpace(string name, params ReadOnlySpan<StubRoom> children)
    {
        var space = CreateRoom(name, body: new() { ["creation_content"] = new JsonObject { ["type"] = "m.space" } });
        foreach (var child in children)
        {
            SetState(space, "m.space.child", new() { ["via"] = new JsonArray(_world.Options.ServerName) }, child.Id);
        }

        return space;
    }

    public void Invite(StubRoom room, StubPerson whom, bool direct = false) => _world.Change(() => room.Invite(this, whom, direct));

    public void Join(StubRoom room) => _world.Change(() => room.Join(this));

    public void Leave(StubRoom room) => _world.Change(() => room.Leave(this));

    public void Kick(StubRoom room, StubPerson whom, string? reason = null) => _world.Change(() => room.Remove(this, whom, "leave", reason));

    public void Ban(StubRoom room, StubPerson whom, string? reason = null) => _world.Change(() => room.Remove(this, whom, "ban", reason));

    public StubEvent SetState(StubRoom room, string type, JsonObject content, string key = "") => _world.Change(() => room.Send(this, type, content, key));

    /// <summary>Gives somebody a power level and leaves the other levels as they are.</summary>
    public void SetPower(StubRoom room, StubPerson whom, long level) => _world.Change(() =>
    {
        var content = (JsonObject?)room.State("m.room.power_levels")?.DeepClone() ?? [];
        (content["users"] ??= new JsonObject())[whom.Id] = level;
        room.Send(this, "m.room.power_levels", content, "");
    });

    /// <summary>Turns encryption on, for good.</summary>
    public void Encrypt(StubRoom room) => SetState(room, "m.room.encryption", new() { ["algorithm"] = "m.megolm.v1.aes-sha2" });

    /// <summary>Upgrades the room: makes a new one that names the old as predecessor, and leaves a tombstone.</summary>
    /// <param name="honest">Whether the new room names the old one.</param>
    public StubRoom Upgrade(StubRoom room, bool honest = true)
    {
        var creation = honest ? new JsonObject { ["predecessor"] = new JsonObject { ["room_id"] = room.Id } } : [];
        var replacement = CreateRoom(room.State("m.room.name").TextAt("name"), isPublic: true, new() { ["creation_content"] = creation });
        Tombstone(room, replacement);
        return replacement;
    }

    public StubEvent Tombstone(StubRoom room, StubRoom replacement)
        => SetState(room, "m.room.tombstone", new() { ["body"] = "This room has been replaced", ["replacement_room"] = replacement.Id });

    public void Type(StubRoom room, bool typing = true) => _world.Change(() =>
    {
        room.Typists[Id] = typing ? _world.Now + TimeSpan.FromSeconds(30) : _world.Now;
        room.TypingPosition = _world.Advance();
    });
}
