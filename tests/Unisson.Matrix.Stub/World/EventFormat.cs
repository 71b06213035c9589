using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.World;

/// <summary>Events as clients get them (client-server API, "Room event format").</summary>
internal static class EventFormat
{
    /// <param name="viewer">The device that reads; only the sending one is told its transaction id.</param>
    /// <param name="withRoom">Not in <c>/sync</c>, where the room is the key.</param>
    public static JsonObject Client(StubEvent e, Device viewer, DateTimeOffset now, bool withRoom = true)
    {
        var json = new JsonObject
        {
            ["content"] = e.Content.DeepClone(),
            ["event_id"] = e.Id,
            ["origin_server_ts"] = e.At.ToUnixTimeMilliseconds(),
            ["sender"] = e.Sender,
            ["type"] = e.Type,
            ["unsigned"] = Unsigned(e, viewer, now),
        };
        if (e.StateKey is { } key)
        {
            json["state_key"] = key;
        }

        if (withRoom)
        {
            json["room_id"] = e.Room.Id;
        }

        foreach (var (name, value) in e.Odd ?? [])
        {
            json[name] = value?.DeepClone();
            if (value is null)
            {
                json.Remove(name);
            }
        }

        return json;
    }

    /// <summary>Synapse's <c>v3</c> answers, other than sync, still repeat some fields where version 1 of the API had them.</summary>
    public static JsonObject WithLegacy(JsonObject e)
    {
        foreach (var field in (string[])["age", "prev_content", "replaces_state", "redacted_because"])
        {
            if (e.At("unsigned", field) is { } value)
            {
                e[field] = value.DeepClone();
            }
        }

        e["user_id"] = e["sender"]?.DeepClone();
        return e;
    }

    /// <summary>Stripped state, as invites bring it.</summary>
    public static JsonObject Stripped(StubEvent e) => new()
    {
        ["content"] = e.Content.DeepClone(),
        ["sender"] = e.Sender,
        ["state_key"] = e.StateKey,
        ["type"] = e.Type,
    };

    private static JsonObject Unsigned(StubEvent e, Device viewer, DateTimeOffset now)
    {
        var json = new JsonObject { ["age"] = (long)(now - e.At).TotalMilliseconds };
        if (e.Sent is { } sent && e.Sender == viewer.Person.Id && sent.Device == viewer.Id)
        {
            json["transaction_id"] = sent.Transaction;
        }

        if (e.Replaces is { } before)
        {
            json["prev_content"] = before.Content.DeepClone();
            json["prev_sender"] = before.Sender;
            json["replaces_state"] = before.Id;
        }

        if (e.Because is { } because)
        {
            json["redacted_by"] = because.Id;
            json["redacted_because"] = Client(because, viewer, now);
        }

        if (e.Room.EditsOf(e) is [.., var edit])
        {
            json["m.relations"] = new JsonObject { ["m.replace"] = Client(edit, viewer, now) };
        }

        return json;
    }
}
