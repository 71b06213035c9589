using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>What a limited timeline left out.</summary>
public sealed class GapTests
{
    [Fact]
    public async Task A_gap_is_filled_up_to_what_is_known()
    {
        await using var village = await Village.StartAsync();
        village.Claire.Say(village.Room, "known");
        var since = await village.NowAsync();
        string[] said = [.. Enumerable.Range(1, 250).Select(n => $"{n}")];
        village.Matrix.Together(() => Array.ForEach(said, text => village.Claire.Say(village.Room, text)));
        village.Matrix.Faults.SkipBatch();

        village.Listen(since);
        await village.HeardAsync(250);

        Assert.Equal(said, village.Heard);
        Assert.Single(village.Batches, b => b.Bodies.Count > 0);
    }

    [Fact]
    public async Task A_page_that_is_lost_is_asked_for_again()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Matrix.Together(() => Array.ForEach(["one", "two", "three"], text => village.Claire.Say(village.Room, text)));
        village.Matrix.Faults.SkipBatch();
        village.Matrix.Faults.Answer(502, times: 6, StubRoutes.Messages);

        village.Listen(since);
        // The batch came once more, whole this time: a gap is a gap only when the homeserver says so.
        await village.HeardAsync(3);

        Assert.Equal(["one", "two", "three"], village.Heard);
    }

    [Fact]
    public async Task A_page_that_goes_too_far_brings_nothing_twice()
    {
        await using var village = await Village.StartAsync();
        village.Listen(await village.NowAsync());
        await village.Matrix.SyncingAsync();
        var known = village.Claire.Say(village.Room, "known");
        await village.HeardAsync(1);
        var page = new JsonObject { ["start"] = "a", ["chunk"] = new JsonArray(Event("$missed", "missed"), Event(known.Id, "known")) };
        village.Matrix.Faults.Answer(200, 1, StubRoutes.Messages, page.ToJsonString());
        village.Matrix.Faults.SkipBatch();

        village.Matrix.Together(() => Array.ForEach(["skipped", "last"], text => village.Claire.Say(village.Room, text)));
        await village.HeardAsync(3);

        Assert.Equal(["known", "missed", "last"], village.Heard);
    }

    [Fact]
    public async Task A_gap_that_may_not_be_seen_does_not_hold_back_the_other_rooms()
    {
        await using var village = await Village.StartAsync();
        var other = village.Claire.CreateRoom("Other");
        village.Claire.Invite(other, village.Matrix.Bot);
        village.Matrix.Bot.Join(other);
        var since = await village.NowAsync();
        village.Matrix.Together(() => Array.ForEach(["one", "two"], text => village.Claire.Say(village.Room, text)));
        village.Claire.Say(other, "elsewhere");
        village.Matrix.Faults.SkipBatch();
        village.Matrix.Faults.Refuse(403, "M_FORBIDDEN", times: 100, StubRoutes.Messages);

        village.Listen(since);
        await village.HeardAsync(2);

        Assert.Equal(["elsewhere", "two"], village.Heard.Order());
        Assert.Contains(village.SyncLog.Lines, line => line.Contains(village.Room.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_gap_that_is_too_long_the_newest_are_fetched_and_the_rest_is_told()
    {
        await using var village = await Village.StartAsync();
        var since = await village.NowAsync();
        village.Matrix.Together(() =>
        {
            for (var n = 0; n < 5_101; n++)
            {
                village.Claire.Say(village.Room, $"{n}");
            }
        });

        village.Listen(since);
        // A hundred in the timeline, and fifty pages of as many before it.
        await village.HeardAsync(5_100);

        Assert.Equal(Enumerable.Range(1, 5_100).Select(n => $"{n}"), village.Heard);
        Assert.Single(village.SyncLog.Lines, line => line.Contains(village.Room.Id, StringComparison.Ordinal));
    }

    private static JsonObject Event(string id, string body) => new()
    {
        ["type"] = EventTypes.Message,
        ["event_id"] = id,
        ["sender"] = "@claire:localhost",
        ["content"] = new JsonObject { ["msgtype"] = "m.text", ["body"] = body },
    };
}
