using System.Net;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class SyncTests
{
    [Fact]
    public async Task Only_what_is_new_comes_and_own_events_tell_their_transaction()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        scene.Claire.Say(scene.Room, "bonjour");
        await scene.Bot.SayAsync(scene.Room, "salut", "t1");

        var second = await scene.Bot.SyncAsync(first);
        var third = await scene.Bot.SyncAsync(second);

        Assert.Equal(["bonjour", "salut"], scene.Bodies(second));
        Assert.Equal("t1", (string?)scene.Joined(second)!["timeline"]!["events"]![1]!["unsigned"]!["transaction_id"]);
        Assert.Null(third["rooms"]);
    }

    [Fact]
    public async Task A_gap_is_limited_and_messages_fill_it_down_to_the_last_sync()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        foreach (var n in Enumerable.Range(1, 7))
        {
            scene.Claire.Say(scene.Room, $"{n}");
        }

        var filter = await scene.Bot.PostAsync($"user/{scene.Matrix.Bot.Id}/filter", """{"room":{"timeline":{"limit":2}}}""");
        var second = await scene.Bot.SyncAsync(first, $"&filter={filter.Json!["filter_id"]}");
        var timeline = scene.Joined(second)!["timeline"]!;
        var fill = (await scene.Bot.GetAsync($"rooms/{scene.Room.Id}/messages?dir=b&limit=50&from={timeline["prev_batch"]}&to={first["next_batch"]}")).Json!;
        var end = (await scene.Bot.GetAsync($"rooms/{scene.Room.Id}/messages?dir=b&from={fill["end"]}&to={first["next_batch"]}")).Json!;

        Assert.True((bool)timeline["limited"]!);
        Assert.Equal(["6", "7"], scene.Bodies(second));
        Assert.Equal(["5", "4", "3", "2", "1"], fill["chunk"]!.AsArray().Select(e => (string)e!["content"]!["body"]!));
        Assert.Null(end["end"]);
    }

    [Theory]
    [InlineData("v1.16", "state_after", "New")]
    [InlineData("v1.15", "state", "Missions")]
    public async Task State_is_that_at_the_end_or_at_the_start_of_the_timeline(string version, string field, string name)
    {
        await using var scene = await Scene.StartAsync(new() { Versions = [version] });
        scene.Claire.SetState(scene.Room, "m.room.name", new() { ["name"] = "New" });

        var sync = scene.Joined(await scene.Bot.SyncAsync(query: """&use_state_after=true&filter={"room":{"timeline":{"limit":1}}}"""))!;

        Assert.Null(sync[field == "state" ? "state_after" : "state"]);
        var named = Assert.Single(sync[field]!["events"]!.AsArray(), e => (string)e!["type"]! == "m.room.name");
        Assert.Equal(name, (string?)named!["content"]!["name"]);
    }

    [Fact]
    public async Task Invites_come_with_stripped_state_and_leaves_end_with_the_leave()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        var dm = scene.Claire.CreateDm(scene.Matrix.Bot, encrypted: true);
        scene.Claire.Kick(scene.Room, scene.Matrix.Bot, "tests");
        scene.Claire.Say(scene.Room, "unseen");

        var rooms = (await scene.Bot.SyncAsync(first))["rooms"]!;

        var invite = rooms["invite"]![dm.Id]!["invite_state"]!["events"]!.AsArray();
        Assert.Contains(invite, e => (string)e!["type"]! == "m.room.encryption");
        Assert.Contains(invite, e => (bool?)e!["content"]!["is_direct"] == true);
        var left = Assert.Single(rooms["leave"]![scene.Room.Id]!["timeline"]!["events"]!.AsArray());
        Assert.Equal("leave", (string?)left!["content"]!["membership"]);
        Assert.Null(rooms["join"]);
    }

    [Fact]
    public async Task Who_has_just_joined_is_given_the_latest_and_told_that_there_is_more()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        var room = scene.Claire.CreateRoom("Other");
        scene.Claire.Invite(room, scene.Matrix.Bot);
        await scene.Bot.PostAsync($"join/{room.Id}");

        var joined = (await scene.Bot.SyncAsync(first))["rooms"]!["join"]!.AsObject();

        Assert.Equal(room.Id, Assert.Single(joined).Key);
        Assert.True((bool)joined[room.Id]!["timeline"]!["limited"]!);
        Assert.Equal(room.Timeline.Select(e => e.Id), joined[room.Id]!["timeline"]!["events"]!.AsArray().Select(e => (string)e!["event_id"]!));
    }

    [Fact]
    public async Task A_long_poll_ends_when_something_happens_or_the_time_is_over()
    {
        var time = new FakeTimeProvider();
        await using var scene = await Scene.StartAsync(new() { Time = time });
        var first = await scene.Bot.SyncAsync();

        var poll = scene.Bot.GetAsync($"sync?timeout=30000&since={first["next_batch"]}");
        await scene.Matrix.SyncingAsync();
        scene.Matrix.Together(() =>
        {
            scene.Claire.Say(scene.Room, "un");
            scene.Claire.SetData("m.direct", []);
            scene.Matrix.Bot.SetData("m.direct", new() { ["x"] = 1 });
        });
        var woken = (await poll).Json!;
        poll = scene.Bot.GetAsync($"sync?timeout=30000&since={woken["next_batch"]}");
        await scene.Matrix.SyncingAsync();
        time.Advance(TimeSpan.FromSeconds(30));

        Assert.Equal(["un"], scene.Bodies(woken));
        Assert.Equal(1, (int?)woken["account_data"]!["events"]![0]!["content"]!["x"]);
        Assert.Null((await poll).Json!["rooms"]);
    }

    [Fact]
    public async Task An_unknown_since_is_refused()
    {
        await using var scene = await Scene.StartAsync();

        var answer = await scene.Bot.GetAsync("sync?since=s72594");

        Assert.Equal((HttpStatusCode.BadRequest, "M_UNKNOWN"), (answer.Status, answer.Error));
    }

    [Fact]
    public async Task Odd_events_are_served_as_they_are()
    {
        await using var scene = await Scene.StartAsync();
        var first = await scene.Bot.SyncAsync();
        scene.Claire.SendOdd(scene.Room, new() { ["content"] = null, ["sender"] = 5 });

        var odd = scene.Joined(await scene.Bot.SyncAsync(first))!["timeline"]!["events"]![0]!;

        Assert.False(odd.AsObject().ContainsKey("content"));
        Assert.Equal(5, (int)odd["sender"]!);
    }
}
