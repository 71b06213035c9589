using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Anybody may send anything: whatever an event is, it stops nothing, and those before and after it are handed on.</summary>
public sealed class EventTests
{
    private const string Message = "\"type\":\"m.room.message\",\"event_id\":\"$odd\",\"sender\":\"@mallory:localhost\",\"origin_server_ts\":1";

    public static TheoryData<string> Odd =>
    [
        "{}",
        "null",
        "42",
        "\"text\"",
        "[[]]",
        "{" + Message + "}",
        "{" + Message + ",\"content\":null}",
        "{" + Message + ",\"content\":\"text\"}",
        "{" + Message + ",\"content\":{\"body\":7,\"msgtype\":[],\"m.mentions\":\"all\",\"m.relates_to\":\"$other\"}}",
        "{" + Message + ",\"content\":{\"body\":\"b\",\"m.mentions\":{\"user_ids\":[1,null,{},\"@claire:localhost\"]},\"m.relates_to\":{\"event_id\":1,\"rel_type\":{},\"m.in_reply_to\":[]}}}",
        "{" + Message + ",\"content\":{\"body\":\"b\",\"m.relates_to\":{\"event_id\":\"$x\",\"rel_type\":\"org.example.unheard_of\"}}}",
        "{\"type\":1,\"event_id\":[],\"sender\":{},\"origin_server_ts\":\"1700000000000\",\"state_key\":null,\"unsigned\":7,\"redacts\":{},\"content\":[]}",
        "{" + Message + ",\"unsigned\":{\"redacted_because\":{},\"prev_content\":1,\"transaction_id\":2}}",
        "{\"type\":\"m.room.message\",\"origin_server_ts\":1e400,\"content\":{\"n\":123456789012345678901234567890}}",
        "{\"type\":\"m.room.message\",\"origin_server_ts\":9223372036854775807}",
        "{\"type\":\"m.room.message\",\"origin_server_ts\":-1.5}",
        "{" + Message + ",\"content\":{\"body\":\"first\",\"body\":\"last\",\"body\":3},\"type\":null,\"event_id\":\"$odd\",\"type\":\"m.room.message\"}",
        // Half a surrogate pair, in any text and in any name.
        "{" + Message + ",\"content\":{\"body\":\"\\ud83d\",\"msgtype\":\"m.\\udc00\"}}",
        "{\"type\":\"\\ud83d\",\"event_id\":\"\\ud83d\",\"sender\":\"\\ud83d\",\"state_key\":\"\\ud83d\",\"content\":{}}",
        "{" + Message + ",\"content\":{\"body\":\"b\",\"m.mentions\":{\"user_ids\":[\"\\ud83d\",\"@claire:localhost\"]}}}",
        "{" + Message + ",\"content\":{\"\\ud83d\":1,\"m.relates_t\\ud83d\":1,\"body\":\"b\"},\"\\udc00\\udc00\":1,\"even\\ud83d\":2}",
        "{" + Message + ",\"content\":{\"body\":\"\\u0000\\uffff\\u202e\"}}",
    ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task An_odd_event_stops_nothing(string odd) => await HandedOnAsync(odd);

    [Theory]
    [InlineData(500)]
    [InlineData(30_000)]
    public async Task Depth_stops_nothing(int levels)
        => await HandedOnAsync("{" + Message + ",\"content\":{\"body\":\"deep\",\"x\":" + new string('[', levels) + new string(']', levels) + "}}");

    [Theory]
    [InlineData("{\"join\":null,\"invite\":7,\"leave\":\"x\"}")]
    [InlineData("{\"join\":{\"!a:localhost\":null,\"!b:localhost\":{\"timeline\":[],\"state\":1,\"summary\":2},\"!c:localhost\":{\"timeline\":{\"events\":{},\"limited\":\"yes\",\"prev_batch\":3}}}}")]
    [InlineData("{\"invite\":{\"!a:localhost\":null,\"!b:localhost\":{\"invite_state\":{\"events\":[1]}}},\"leave\":{\"!c:localhost\":5}}")]
    [InlineData("{\"join\":{\"!\\ud83d:localhost\":{\"timeline\":{\"events\":[]}}},\"invite\":{\"!\\ud83d\":{}},\"leave\":{\"\\ud83d\":{}}}")]
    public async Task An_odd_room_stops_nothing(string rooms)
    {
        await using var village = await Village.StartAsync();
        var (since, next) = await TwoTokensAsync(village);
        village.Matrix.Faults.Answer(200, 1, StubRoutes.Sync, $$"""{"next_batch":"{{next}}","rooms":{{rooms}}}""");

        village.Listen(since);
        await village.Matrix.SyncingAsync();
        village.Claire.Say(village.Room, "after");
        await village.HeardAsync(1);

        Assert.Equal(["after"], village.Heard);
        Assert.DoesNotContain(village.SyncLog.Lines, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_can_be_read_of_an_odd_event_is_read()
    {
        await using var village = await Village.StartAsync();
        var (id, mentioned, body) = ("", "", "");
        village.Handle = (batch, _) =>
        {
            foreach (var e in batch.Joined.SelectMany(r => r.Timeline).Where(e => e.EventId == "$odd"))
            {
                (id, mentioned, body) = (e.Sender, string.Join(' ', e.Content.Part("m.mentions").Texts("user_ids")), e.Content.Text("body"));
            }

            return Task.CompletedTask;
        };

        await HearAsync(village, "{" + Message + ",\"content\":{\"body\":\"b\",\"bod\\ud83d\":1,\"m.mentions\":{\"user_ids\":[\"\\ud83d\",\"@claire:localhost\"]}}}");

        Assert.Equal(("@mallory:localhost", "@claire:localhost", "b"), (id, mentioned, body));
    }

    [Fact]
    public async Task The_longest_body_arrives_whole()
    {
        await using var village = await Village.StartAsync();
        village.Listen(await village.NowAsync());
        var longest = string.Concat(Enumerable.Repeat("é😀", 10_900));

        village.Claire.Say(village.Room, longest);
        await village.HeardAsync(1);

        Assert.Equal([longest], village.Heard);
    }

    private static async Task HandedOnAsync(string odd)
    {
        await using var village = await Village.StartAsync();
        var read = 0;
        village.Handle = (batch, _) =>
        {
            read += batch.Joined.SelectMany(r => r.Timeline).Count(Reads);
            return Task.CompletedTask;
        };

        await HearAsync(village, odd);

        Assert.Equal(("before", "after", 3), (village.Heard[0], village.Heard[^1], read));
    }

    /// <summary>The odd event comes between two of Claire's.</summary>
    private static async Task HearAsync(Village village, string odd)
    {
        var (since, next) = await TwoTokensAsync(village);
        var timeline = $$"""{ "events": [{{Event("before")}}, {{odd}}, {{Event("after")}}] }""";
        var rooms = $$"""{ "join": { "{{village.Room.Id}}": { "timeline": {{timeline}} } } }""";
        village.Matrix.Faults.Answer(200, 1, StubRoutes.Sync, $$"""{ "next_batch": "{{next}}", "rooms": {{rooms}} }""");
        village.Listen(since);
        await village.HeardAsync(2);
    }

    private static string Event(string body) => $$"""{ "type": "m.room.message", "event_id": "${{body}}", "content": { "body": "{{body}}" } }""";

    private static async Task<(string Since, string Next)> TwoTokensAsync(Village village)
    {
        var since = await village.NowAsync();
        village.Claire.Say(village.Room, "not told, because the answer is the test's");
        return (since, await village.NowAsync());
    }

    /// <summary>Asks for all that an event may have.</summary>
    internal static bool Reads(MatrixEvent e)
    {
        object?[] all =
        [
            e.Type, e.EventId, e.Sender, e.StateKey, e.RoomId, e.SentAt, e.TransactionId, e.PreviousContent, e.IsRedacted, e.Redacts, e.RelationType, e.RelatesTo, e.InReplyTo,
            e.Content.Text("body"), e.Content.Number("n"), e.Content.Truth("body"), e.Content.Part("m.mentions").Texts("user_ids").ToList(), e.Content.Clone(),
        ];
        return all.Length > 0;
    }
}
