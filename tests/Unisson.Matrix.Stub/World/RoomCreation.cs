using System.Globalization;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.World;

/// <summary>Makes a room from a body of <c>createRoom</c>, its events in the order that the client-server API gives.</summary>
internal static class RoomCreation
{
    public static StubRoom Create(WorldState world, StubPerson creator, JsonObject body)
    {
        var preset = body.TextAt("preset") ?? (body.TextAt("visibility") == "public" ? "public_chat" : "private_chat");
        var invited = body.TextsAt("invite").Select(world.Person).ToList();
        var version = int.Parse(body.TextAt("room_version") ?? world.Options.RoomVersion.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        var alias = body.TextAt("room_alias_name") is { } name ? $"#{name}:{world.Options.ServerName}" : null;
        if (alias is not null && world.Aliases.ContainsKey(alias))
        {
            throw new MatrixError(400, "M_ROOM_IN_USE", "Room alias already taken");
        }

        var room = new StubRoom(world, world.NewRoomId(version), version);
        world.Rooms[room.Id] = room;
        void Add(string type, JsonObject content, string key = "") => room.Append(creator.Id, type, content, key);

        Add("m.room.create", CreateContent(creator, version, preset, invited, body));
        Add("m.room.member", Memberships.Member(creator, "join"), creator.Id);
        Add("m.room.power_levels", PowerLevels(creator, version, preset, invited, body));
        if (alias is not null)
        {
            world.Aliases[alias] = room;
            Add("m.room.canonical_alias", new() { ["alias"] = alias });
        }

        Add("m.room.join_rules", new() { ["join_rule"] = preset == "public_chat" ? "public" : "invite" });
        Add("m.room.history_visibility", new() { ["history_visibility"] = "shared" });
        if (preset != "public_chat")
        {
            Add("m.room.guest_access", new() { ["guest_access"] = "can_join" });
        }

        foreach (var state in (body.At("initial_state") as JsonArray ?? []).OfType<JsonObject>())
        {
            Add(state.TextAt("type") ?? throw MatrixError.BadJson("initial_state without type"), (JsonObject?)state["content"]?.DeepClone() ?? [], state.TextAt("state_key") ?? "");
        }

        if (world.Options.EncryptsRooms && room.State("m.room.encryption") is null)
        {
            Add("m.room.encryption", new() { ["algorithm"] = "m.megolm.v1.aes-sha2" });
        }

        foreach (var field in (string[])["name", "topic"])
        {
            if (body.TextAt(field) is { } text)
            {
                Add($"m.room.{field}", new() { [field] = text });
            }
        }

        // The room stays when an invite is refused, as on a real server.
        invited.ForEach(whom => room.Invite(creator, whom, body.FlagAt("is_direct") == true));
        return room;
    }

    private static JsonObject CreateContent(StubPerson creator, int version, string preset, List<StubPerson> invited, JsonObject body)
    {
        var content = (JsonObject?)body.At("creation_content")?.DeepClone() ?? [];
        content["room_version"] = version.ToString(CultureInfo.InvariantCulture);
        if (version < 11)
        {
            content["creator"] = creator.Id;
        }

        if (version >= 12 && preset == "trusted_private_chat")
        {
            content["additional_creators"] = Wire.Array(invited.Select(i => (JsonNode)i.Id));
        }

        return content;
    }

    private static JsonObject PowerLevels(StubPerson creator, int version, string preset, List<StubPerson> invited, JsonObject body)
    {
        IEnumerable<StubPerson> highest = version >= 12 ? [] : preset == "trusted_private_chat" ? [creator, .. invited] : [creator];
        var content = new JsonObject
        {
            ["users"] = new JsonObject(highest.Select(p => KeyValuePair.Create(p.Id, (JsonNode?)100))),
            ["users_default"] = 0,
            ["events"] = new JsonObject
            {
                ["m.room.name"] = 50,
                ["m.room.power_levels"] = 100,
                ["m.room.history_visibility"] = 100,
                ["m.room.canonical_alias"] = 50,
                ["m.room.avatar"] = 50,
                ["m.room.tombstone"] = version >= 12 ? 150 : 100,
                ["m.room.server_acl"] = 100,
                ["m.room.encryption"] = 100,
            },
            ["events_default"] = 0,
            ["state_default"] = 50,
            ["ban"] = 50,
            ["kick"] = 50,
            ["redact"] = 50,
            ["invite"] = preset == "public_chat" ? 50 : 0,
            ["historical"] = 100,
        };
        foreach (var (key, value) in body.At("power_level_content_override") as JsonObject ?? [])
        {
            content[key] = value?.DeepClone();
        }

        return content;
    }
}
