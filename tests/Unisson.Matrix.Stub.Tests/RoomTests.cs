using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Matrix.Stub.Tests;

public sealed class RoomTests
{
    [Theory]
    [InlineData(12)]
    [InlineData(10)]
    public async Task A_dm_is_made_as_asked(int version)
    {
        await using var scene = await Scene.StartAsync(new() { RoomVersion = version });

        var made = await scene.Bot.PostAsync("createRoom", $$$"""{"preset":"trusted_private_chat","is_direct":true,"invite":["{{{scene.Claire.Id}}}"],"initial_state":[{"type":"m.room.topic","content":{"topic":"x"}}]}""");

        var dm = Assert.Single(scene.Claire.Invites);
        Assert.Equal(dm.Id, (string?)made.Json!["room_id"]);
        Assert.Equal(version < 12, dm.Id.EndsWith(":localhost", StringComparison.Ordinal));
        Assert.Equal(version < 12 ? 2 : 0, dm.State("m.room.power_levels")!["users"]!.AsObject().Count);
        Assert.Equal("x", (string?)dm.State("m.room.topic")!["topic"]);
        Assert.True((bool)dm.State("m.room.member", scene.Claire.Id)!["is_direct"]!);
    }

    [Fact]
    public async Task A_refused_invite_leaves_the_room_that_was_made_for_it()
    {
        await using var scene = await Scene.StartAsync();
        scene.Claire.BlocksInvites = true;

        var made = await scene.Bot.PostAsync("createRoom", $$"""{"invite":["{{scene.Claire.Id}}"]}""");

        Assert.Equal((HttpStatusCode.Forbidden, "M_INVITE_BLOCKED"), (made.Status, made.Error));
        Assert.Equal(2, scene.Matrix.Bot.Rooms.Count);
    }

    [Fact]
    public async Task Joining_needs_an_invite_and_somebody_inside()
    {
        await using var scene = await Scene.StartAsync();
        var closed = scene.Claire.CreateRoom("closed");
        var open = scene.Claire.CreateRoom(isPublic: true, body: new() { ["room_alias_name"] = "open" });
        var left = scene.Claire.CreateDm(scene.Matrix.Bot);
        scene.Claire.Leave(left);

        Assert.Equal("M_FORBIDDEN", (await scene.Bot.PostAsync($"join/{closed.Id}")).Error);
        Assert.Equal(open.Id, (string?)(await scene.Bot.PostAsync("join/%23open%3Alocalhost")).Json!["room_id"]);
        Assert.Equal((HttpStatusCode.NotFound, "M_UNKNOWN"), await StatusAsync(scene.Bot.PostAsync($"join/{left.Id}")));
        Assert.Equal((HttpStatusCode.NotFound, "M_NOT_FOUND"), await StatusAsync(scene.Bot.PostAsync("join/%23none%3Alocalhost")));
    }

    [Fact]
    public async Task Who_left_still_reads_what_was_before()
    {
        await using var scene = await Scene.StartAsync();
        scene.Claire.Say(scene.Room, "before");
        scene.Claire.Kick(scene.Room, scene.Matrix.Bot);
        scene.Claire.Say(scene.Room, "after");

        var read = (await scene.Bot.GetAsync($"rooms/{scene.Room.Id}/messages?dir=b&limit=2")).Json!["chunk"]!.AsArray();

        Assert.Equal(["m.room.member", "m.room.message"], read.Select(e => (string)e!["type"]!));
        Assert.Equal("before", (string?)read[1]!["content"]!["body"]);
    }

    [Fact]
    public async Task State_needs_power()
    {
        await using var scene = await Scene.StartAsync();
        var path = $"rooms/{scene.Room.Id}/state/m.room.name";

        var refused = await scene.Bot.PutAsync(path, """{"name":"Bot"}""");
        scene.Claire.SetPower(scene.Room, scene.Matrix.Bot, 50);
        var done = await scene.Bot.PutAsync(path + "/", """{"name":"Bot"}""");

        Assert.Equal(("M_FORBIDDEN", HttpStatusCode.OK), (refused.Error, done.Status));
        Assert.Equal("Bot", (string?)(await scene.Bot.GetAsync(path)).Json!["name"]);
    }

    [Fact]
    public async Task A_space_tells_its_rooms_and_an_upgrade_where_it_went()
    {
        await using var scene = await Scene.StartAsync();
        var space = scene.Claire.CreateSpace("Commons", scene.Room);
        scene.Claire.Invite(space, scene.Matrix.Bot);
        var rooms = (await scene.Bot.GetAsync($"/_matrix/client/v1/rooms/{space.Id}/hierarchy")).Json!["rooms"]!.AsArray();
        var replacement = scene.Claire.Upgrade(scene.Room);

        Assert.Equal([space.Id, scene.Room.Id], rooms.Select(r => (string)r!["room_id"]!));
        Assert.Equal(replacement.Id, scene.Room.Replacement);
        Assert.Equal(scene.Room.Id, (string?)replacement.State("m.room.create")!["predecessor"]!["room_id"]);
    }

    [Fact]
    public async Task Small_things_are_kept_for_a_test_to_see()
    {
        await using var scene = await Scene.StartAsync();
        var (room, bot) = (scene.Room, scene.Matrix.Bot);
        var said = scene.Claire.Say(room, "?");
        await scene.Bot.PutAsync($"rooms/{room.Id}/typing/{bot.Id}", """{"typing":true,"timeout":5000}""");
        await scene.Bot.PostAsync($"rooms/{room.Id}/receipt/m.read/{said.Id}", """{"thread_id":"main"}""");
        await scene.Bot.PutAsync($"user/{bot.Id}/account_data/m.direct", """{"@claire:localhost":["!x"]}""");
        await scene.Bot.PutAsync($"profile/{bot.Id}/displayname", """{"displayname":"Unisson"}""");
        using var content = new ByteArrayContent([1, 2, 3]);
        using var upload = await scene.Bot.Http.PostAsync("/_matrix/media/v3/upload?filename=a.csv", content, TestContext.Current.CancellationToken);
        var uri = (string)JsonNode.Parse(await upload.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["content_uri"]!;
        var file = await scene.Bot.Http.GetByteArrayAsync(uri.Replace("mxc://", "/_matrix/client/v1/media/download/", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal([bot.Id], room.Typing);
        Assert.Equal((said.Id, "main"), (room.Receipts[0].EventId, room.Receipts[0].ThreadId));
        Assert.NotNull(bot.Data("m.direct")!["@claire:localhost"]);
        Assert.Equal("Unisson", (string?)room.State("m.room.member", bot.Id)!["displayname"]);
        Assert.Equal([1, 2, 3], file);
    }

    private static async Task<(HttpStatusCode, string?)> StatusAsync(Task<Answer> answer) => ((await answer).Status, (await answer).Error);
}
