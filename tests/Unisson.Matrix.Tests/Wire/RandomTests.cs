using System.Globalization;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Syncs in which anything stands in the place of anything: none of them throws out of the sync, and the next good one is handed on.</summary>
public sealed class RandomTests
{
    private const int Syncs = 150;

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e400", "123456789012345678901234567890", "\"\"", "\"text\"", "\"\\ud83d\"", "\"\\u0000\"", "\"@claire:localhost\"", "\"$id\"", "\"m.replace\"",
        "[]", "{}", "[null,1,\"a\",{}]", "{\"\":{}}", "{\"\\ud83d\":1}", "{\"events\":[{}]}", "{\"event_id\":\"$id\",\"rel_type\":\"m.thread\",\"m.in_reply_to\":{}}", "{\"a\":1,\"a\":2}",
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Nothing_in_a_sync_stops_it(int seed)
    {
        var random = new Random(seed);
        await using var village = await Village.StartAsync(new() { Strict = false });
        // The stream goes on from each to the next: a sync that stands still would be passed over.
        var since = await village.NowAsync();
        string[] next = [await NextAsync(village), await NextAsync(village)];
        for (var n = 0; n < Syncs; n++)
        {
            village.Matrix.Faults.Answer(200, 1, StubRoutes.Sync, Harmed(News(village, next[n % 2]), random));
        }

        village.Handle = (batch, _) =>
        {
            Assert.All(batch.Joined.SelectMany(r => r.Timeline.Concat(r.State).Concat(r.StateNow)).Concat(batch.Invited.SelectMany(i => i.State)), e => Assert.True(EventTests.Reads(e)));
            return Task.CompletedTask;
        };
        village.Listen(since);
        await village.Matrix.UntilAsync(() => village.Matrix.Faults.Pending == 0, "all syncs");
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "after");
        await village.Matrix.UntilAsync(() => village.Heard.Contains("after"), "the next good one");

        Assert.DoesNotContain(village.SyncLog.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private static async Task<string> NextAsync(Village village)
    {
        village.Claire.Say(village.Room, "one");
        return await village.NowAsync();
    }

    /// <summary>A sync with all that one can have in it.</summary>
    private static JsonObject News(Village village, string next)
    {
        var message = JsonNode.Parse("""
            {"type":"m.room.message","event_id":"$0","sender":"@claire:localhost","origin_server_ts":1,"unsigned":{"transaction_id":"t","redacted_because":{},"prev_content":{}},
             "content":{"body":"b","msgtype":"m.text","m.mentions":{"user_ids":["@unisson:localhost"]},"m.relates_to":{"rel_type":"m.thread","event_id":"$r","m.in_reply_to":{"event_id":"$i"}}}}
            """)!;
        var state = JsonNode.Parse("""{"type":"m.room.name","event_id":"$s","state_key":"","sender":"@claire:localhost","content":{"name":"n"}}""")!;
        var room = new JsonObject
        {
            ["timeline"] = new JsonObject { ["events"] = new JsonArray(message, state.DeepClone()), ["limited"] = true, ["prev_batch"] = next },
            ["state"] = new JsonObject { ["events"] = new JsonArray(state.DeepClone()) },
        };
        return new()
        {
            ["next_batch"] = next,
            ["rooms"] = new JsonObject
            {
                ["join"] = new JsonObject { [village.Room.Id] = room },
                ["invite"] = new JsonObject { ["!i:localhost"] = new JsonObject { ["invite_state"] = new JsonObject { ["events"] = new JsonArray(state) } } },
                ["leave"] = new JsonObject { ["!l:localhost"] = new JsonObject() },
            },
        };
    }

    /// <summary>The same with new ids, and up to three of its parts replaced by something else.</summary>
    private static string Harmed(JsonObject news, Random random)
    {
        var all = JsonNode.Parse(news.ToJsonString().Replace("\"$0\"", $"\"${random.Next().ToString(CultureInfo.InvariantCulture)}\"", StringComparison.Ordinal))!;
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var nodes = Below(all).ToList();
            nodes[random.Next(nodes.Count)].ReplaceWith("harm");
        }

        // As text, because some of the values are no JSON that can be built.
        var parts = all.ToJsonString().Split("\"harm\"");
        return parts[0] + string.Concat(parts.Skip(1).Select(part => Values[random.Next(Values.Length)] + part));
    }

    private static IEnumerable<JsonNode> Below(JsonNode node)
    {
        var children = node switch
        {
            JsonObject o => o.Select(p => p.Value),
            JsonArray a => a,
            _ => [],
        };
        return children.OfType<JsonNode>().SelectMany(c => Below(c).Prepend(c));
    }
}
