using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub.Sync;

/// <summary>One room's part of a <c>/sync</c>.</summary>
internal static class RoomSync
{
    /// <param name="joined">Who has joined since gets the whole state and the latest events, from before the join too.</param>
    /// <returns>None if nothing is new.</returns>
    public static JsonObject? Joined(WorldState world, StubRoom room, SyncRequest request, long joined)
    {
        var fresh = joined > request.Since;
        var (json, news) = Timeline(world, room, request, fresh ? 0 : request.Since, world.Position);
        var ephemeral = Ephemeral(world, room, request, fresh);
        if (!news && !fresh && !request.FullState && ephemeral.Count == 0)
        {
            return null;
        }

        json["ephemeral"] = new JsonObject { ["events"] = ephemeral };
        json["account_data"] = new JsonObject { ["events"] = new JsonArray() };
        json["unread_notifications"] = new JsonObject { ["notification_count"] = 0, ["highlight_count"] = 0 };
        json["summary"] = !request.LazyMembers ? [] : new JsonObject
        {
            ["m.heroes"] = Wire.Array(room.With("join").Concat(room.With("invite")).Where(id => id != request.Device.Person.Id).Take(5).Select(id => (JsonNode)id)),
            ["m.joined_member_count"] = room.With("join").Count(),
            ["m.invited_member_count"] = room.With("invite").Count(),
        };
        return json;
    }

    /// <param name="end">The leave, kick or ban; nothing after it is shown, and of a refused invite nothing before.</param>
    public static JsonObject Left(WorldState world, StubRoom room, SyncRequest request, StubEvent end)
    {
        var wasIn = end.Replaces.TextAtMembership() == "join";
        var from = !wasIn ? end.Position - 1 : JoinOf(end) > request.Since ? 0 : request.Since;
        var (json, _) = Timeline(world, room, request, from, end.Position);
        json["account_data"] = new JsonObject { ["events"] = new JsonArray() };
        return json;
    }

    private static string? TextAtMembership(this StubEvent? e) => e?.Content.TextAt("membership");

    private static long JoinOf(StubEvent end)
    {
        var join = end.Replaces!;
        while (join.Replaces is { } before && before.TextAtMembership() == "join")
        {
            join = before;
        }

        return join.Position;
    }

    /// <summary>Timeline and state of what happened after <paramref name="from"/>, up to <paramref name="end"/>.</summary>
    private static (JsonObject Json, bool News) Timeline(WorldState world, StubRoom room, SyncRequest request, long from, long end)
    {
        var events = room.Events.Where(e => e.Position > from && e.Position <= end && request.Timeline.Passes(e)).ToList();
        var kept = events.TakeLast(request.Most).ToList();
        var start = kept.Count > 0 ? kept[0].Position - 1 : end;
        var before = from == 0 || request.FullState ? [] : room.StateAt(from);
        var state = room.StateAt(request.StateAfter ? end : start)
            .Where(s => before.GetValueOrDefault(s.Key) != s.Value && request.State.Passes(s.Value))
            .Select(s => s.Value).ToList();
        var json = new JsonObject
        {
            ["timeline"] = new JsonObject
            {
                ["events"] = Show(kept),
                // Synapse cannot say that somebody who has just joined has seen all.
                ["limited"] = events.Count > kept.Count || (from == 0 && !request.Initial),
                ["prev_batch"] = world.Token(start),
            },
            [request.StateAfter ? "state_after" : "state"] = new JsonObject { ["events"] = Show(state) },
        };
        return (json, events.Count + state.Count > 0);

        JsonArray Show(IEnumerable<StubEvent> shown) => Wire.Array(shown.Select(e => EventFormat.Client(e, request.Device, world.Now, withRoom: false)));
    }

    private static JsonArray Ephemeral(WorldState world, StubRoom room, SyncRequest request, bool fresh)
    {
        var since = fresh ? 0 : request.Since;
        var json = new JsonArray();
        if (room.TypingPosition > since && request.Ephemeral.Passes("m.typing"))
        {
            var typists = room.Typists.Where(t => t.Value > world.Now).Select(t => (JsonNode)t.Key);
            json.Add(new JsonObject { ["type"] = "m.typing", ["content"] = new JsonObject { ["user_ids"] = Wire.Array(typists) } });
        }

        var receipts = room.Read.Where(r => r.Position > since && r.Type != "m.fully_read" && (r.Type == "m.read" || r.UserId == request.Device.Person.Id)).ToList();
        if (receipts.Count > 0 && request.Ephemeral.Passes("m.receipt"))
        {
            json.Add(new JsonObject { ["type"] = "m.receipt", ["content"] = Receipts(receipts) });
        }

        return json;
    }

    private static JsonObject Receipts(IEnumerable<StubReceipt> receipts)
    {
        var content = new JsonObject();
        foreach (var receipt in receipts)
        {
            var ofEvent = content[receipt.EventId] ??= new JsonObject();
            var ofType = ofEvent[receipt.Type] ??= new JsonObject();
            var one = new JsonObject { ["ts"] = receipt.At.ToUnixTimeMilliseconds() };
            if (receipt.ThreadId is { } thread)
            {
                one["thread_id"] = thread;
            }

            ofType[receipt.UserId] = one;
        }

        return content;
    }
}
