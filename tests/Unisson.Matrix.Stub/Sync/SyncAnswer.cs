using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Sync;

/// <summary>Builds what a <c>/sync</c> answers now (client-server API, "Syncing"). Empty sections are left out, as Synapse leaves them out.</summary>
internal static class SyncAnswer
{
    /// <param name="empty">Whether there is nothing new, so that a long poll goes on.</param>
    public static JsonObject Build(WorldState world, SyncRequest request, out bool empty)
    {
        var rooms = new JsonObject();
        foreach (var room in world.Rooms.Values)
        {
            var (section, content) = Section(world, room, request);
            if (content is not null)
            {
                rooms[section] ??= new JsonObject();
                rooms[section]![room.Id] = content;
            }
        }

        var json = new JsonObject { ["next_batch"] = world.Token(world.Position) };
        if (AccountData(request) is { Count: > 0 } data)
        {
            json["account_data"] = new JsonObject { ["events"] = data };
        }

        if (rooms.Count > 0)
        {
            json["rooms"] = rooms;
        }

        empty = json.Count == 1;
        json["device_one_time_keys_count"] = new JsonObject { ["signed_curve25519"] = 0 };
        json["device_unused_fallback_key_types"] = new JsonArray();
        return json;
    }

    private static (string Section, JsonObject? Content) Section(WorldState world, StubRoom room, SyncRequest request)
    {
        var turned = room.Turned(request.Device.Person.Id);
        var fresh = turned?.Position > request.Since;
        return turned?.Content.TextAt("membership") switch
        {
            "join" => ("join", RoomSync.Joined(world, room, request, turned.Position)),
            "invite" when fresh => ("invite", Invite(world, room, request)),
            "leave" or "ban" when fresh && (!request.Initial || request.IncludesLeft) => ("leave", RoomSync.Left(world, room, request, turned)),
            _ => ("", null),
        };
    }

    private static JsonObject Invite(WorldState world, StubRoom room, SyncRequest request)
    {
        string[] shown =
            ["m.room.create", "m.room.join_rules", "m.room.canonical_alias", "m.room.avatar", "m.room.encryption", "m.room.name", "m.room.topic"];
        var member = room.Current[("m.room.member", request.Device.Person.Id)];
        var events = shown.Select(type => room.Current.GetValueOrDefault((type, ""))).Append(room.Current.GetValueOrDefault(("m.room.member", member.Sender)));
        var stripped = Wire.Array(events.OfType<StubEvent>().Select(EventFormat.Stripped));
        // Of the invite itself Synapse tells all.
        stripped.Add(EventFormat.Client(member, request.Device, world.Now, withRoom: false));
        return new() { ["invite_state"] = new JsonObject { ["events"] = stripped } };
    }

    private static JsonArray AccountData(SyncRequest request)
    {
        var data = request.Device.Person.AccountData.Where(d => d.Value.Position > request.Since).Select(d => (d.Key, d.Value.Content));
        var all = request.Initial ? data.Append(("m.push_rules", new() { ["global"] = new JsonObject() })) : data;
        return Wire.Array(all.Where(d => request.AccountData.Passes(d.Key)).Select(d => new JsonObject { ["type"] = d.Key, ["content"] = d.Content.DeepClone() }));
    }
}
