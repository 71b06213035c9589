using System.Net;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class FaultTests
{
    [Fact]
    public async Task A_send_whose_answer_is_lost_is_stored_once()
    {
        await using var scene = await Scene.StartAsync();
        scene.Matrix.Faults.LoseAnswer(route: StubRoutes.Send);

        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Bot.SayAsync(scene.Room, "un", "t1"));
        var again = await scene.Bot.SayAsync(scene.Room, "un", "t1");

        Assert.Equal(again.EventId, Assert.Single(scene.Room.Messages).Id);
        Assert.Equal(0, scene.Matrix.Faults.Pending);
    }

    [Fact]
    public async Task Gateways_fail_and_answers_break_off()
    {
        await using var scene = await Scene.StartAsync();
        scene.Matrix.Faults.Answer(502, times: 2, StubRoutes.Sync);
        scene.Matrix.Faults.CutAnswer(route: StubRoutes.JoinedRooms);
        scene.Matrix.Faults.RateLimit(TimeSpan.FromSeconds(3), route: StubRoutes.WhoAmI);

        Assert.Equal(HttpStatusCode.BadGateway, (await scene.Bot.GetAsync("sync")).Status);
        Assert.Equal(HttpStatusCode.BadGateway, (await scene.Bot.GetAsync("sync")).Status);
        Assert.Equal(HttpStatusCode.OK, (await scene.Bot.GetAsync("sync")).Status);
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Bot.GetAsync("joined_rooms"));
        Assert.Equal(3000, (int?)(await scene.Bot.GetAsync("account/whoami")).Json!["retry_after_ms"]);
    }

    [Fact]
    public async Task An_answer_can_be_held_while_the_deed_is_done()
    {
        await using var scene = await Scene.StartAsync();
        var release = new TaskCompletionSource();
        scene.Matrix.Faults.HoldAnswer(release.Task, route: StubRoutes.Send);

        var sending = scene.Bot.SayAsync(scene.Room, "un", "t1");
        await scene.Matrix.UntilAsync(() => scene.Room.Messages.Count == 1, "the message");
        Assert.False(sending.IsCompleted);
        release.SetResult();

        Assert.Equal(HttpStatusCode.OK, (await sending).Status);
    }

    [Fact]
    public async Task A_lost_request_changes_nothing_and_a_held_one_only_later()
    {
        await using var scene = await Scene.StartAsync();
        var release = new TaskCompletionSource();
        scene.Matrix.Faults.LoseRequest(route: StubRoutes.Send);
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Bot.SayAsync(scene.Room, "un", "t1"));
        Assert.Empty(scene.Room.Messages);

        scene.Matrix.Faults.HoldRequest(release.Task, route: StubRoutes.Send);
        var sending = scene.Bot.SayAsync(scene.Room, "un", "t1");
        await scene.Matrix.UntilAsync(() => scene.Matrix.Faults.Pending == 0, "the request");
        Assert.Empty(scene.Room.Messages);
        release.SetResult();

        Assert.Equal((await sending).EventId, Assert.Single(scene.Room.Messages).Id);
    }

    [Fact]
    public async Task Two_polls_wait_beside_each_other_and_wake_together()
    {
        await using var scene = await Scene.StartAsync();
        using var other = new RawClient(scene.Matrix, scene.Matrix.Bot.NewAccessToken("OTHER"));
        var since = (await scene.Bot.SyncAsync())["next_batch"];
        Task<Answer>[] polls = [scene.Bot.GetAsync($"sync?timeout=30000&since={since}"), other.GetAsync($"sync?timeout=30000&since={since}")];
        await scene.Matrix.UntilAsync(() => scene.Matrix.OpenSyncs == 2, "both polls");

        scene.Claire.Say(scene.Room, "un");

        Assert.All(await Task.WhenAll(polls), poll => Assert.Equal(["un"], scene.Bodies(poll.Json!)));
    }

    [Fact]
    public async Task A_sync_can_come_twice_and_one_can_leave_a_gap()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        scene.Claire.Say(scene.Room, "un");
        var second = await scene.Bot.SyncAsync(first);
        scene.Matrix.Faults.RepeatSync();
        var repeated = await scene.Bot.SyncAsync(second);
        scene.Matrix.Faults.SkipBatch(kept: 1);
        Array.ForEach(["deux", "trois", "quatre"], text => scene.Claire.Say(scene.Room, text));
        var gap = await scene.Bot.SyncAsync(repeated);

        Assert.Equal(second.ToJsonString(), repeated.ToJsonString());
        Assert.Equal(["quatre"], scene.Bodies(gap));
        Assert.True((bool)scene.Joined(gap)!["timeline"]!["limited"]!);
    }

    [Fact]
    public async Task A_revoked_token_ends_an_open_poll_and_a_closed_port_refuses()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        var poll = scene.Bot.GetAsync($"sync?timeout=30000&since={first["next_batch"]}");
        await scene.Matrix.SyncingAsync();
        scene.Matrix.Bot.RevokeTokens();
        Assert.Equal("M_UNKNOWN_TOKEN", (await poll).Error);

        await scene.Matrix.RefuseConnectionsAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => scene.Bot.GetAsync("/_matrix/client/versions"));
        await scene.Matrix.AcceptConnectionsAsync();
        Assert.Equal(HttpStatusCode.OK, (await scene.Bot.GetAsync("/_matrix/client/versions")).Status);
    }
}
