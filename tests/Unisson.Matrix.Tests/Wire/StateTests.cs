using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>What rooms are, and which there are, as syncs tell it: with state up to the beginning of a timeline, and from Matrix 1.16 on up to its end.</summary>
public sealed class StateTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("v1.12", false)]
    [InlineData("v1.16", true)]
    public async Task The_last_name_is_the_name(string version, bool after)
    {
        await using var village = await Village.StartAsync(new() { Versions = [version] });
        var names = Names(village, after);

        village.Listen();
        await village.Matrix.SyncingAsync();
        village.Matrix.Together(() => Array.ForEach(["Spring", "Summer"], name => Name(village, name)));
        village.Claire.Say(village.Room, "one");
        await village.HeardAsync(1);

        Assert.Equal(("Missions", "Summer"), (names.First(), names.Last()));
    }

    [Theory]
    [InlineData("v1.12", false)]
    [InlineData("v1.16", true)]
    public async Task The_last_name_is_the_name_across_a_gap_too(string version, bool after)
    {
        await using var village = await Village.StartAsync(new() { Versions = [version] });
        var names = Names(village, after);
        var since = await village.NowAsync();
        Name(village, "Spring");
        village.Claire.Say(village.Room, "one");
        Name(village, "Summer");
        village.Claire.Say(village.Room, "two");
        Name(village, "Autumn");
        village.Claire.Say(village.Room, "three");
        village.Matrix.Faults.SkipBatch();

        village.Listen(since);
        await village.HeardAsync(3);

        Assert.Equal("Autumn", names.Last());
        Assert.Equal(["one", "two", "three"], village.Heard);
    }

    [Fact]
    public async Task An_invite_tells_who_invites_and_a_room_that_is_left_is_told()
    {
        await using var village = await Village.StartAsync();
        var invites = new List<(string Room, string? Inviter)>();
        var left = new List<string>();
        village.Handle = (batch, _) =>
        {
            invites.AddRange(batch.Invited.Select(i => (i.RoomId, i.State.Last(e => e.StateKey == village.Matrix.Bot.Id).Sender)));
            left.AddRange(batch.Left);
            return Task.CompletedTask;
        };
        village.Listen();
        await village.Matrix.SyncingAsync();

        var other = village.Claire.CreateDm(village.Matrix.Bot);
        await village.Matrix.UntilAsync(() => invites.Count > 0, "the invite");
        village.Claire.Kick(village.Room, village.Matrix.Bot);
        await village.Matrix.UntilAsync(() => left.Count > 0, "the end");

        Assert.Equal([(other.Id, village.Claire.Id)], invites);
        Assert.Equal([village.Room.Id], left);
    }

    [Fact]
    public async Task What_was_said_while_the_invite_was_open_comes_with_the_join()
    {
        await using var village = await Village.StartAsync();
        village.Listen();
        await village.Matrix.SyncingAsync();
        var other = village.Claire.CreateRoom("Other");
        village.Claire.Invite(other, village.Matrix.Bot);
        village.Claire.Say(other, "one");
        village.Claire.Say(other, "two");

        await village.Client.JoinAsync(other.Id, [], Stop);
        await village.HeardAsync(2);

        Assert.Equal(["one", "two"], village.Heard);
    }

    [Fact]
    public async Task Of_a_room_that_is_not_there_nothing_is_told()
    {
        await using var village = await Village.StartAsync();

        Assert.Null(await village.Client.GetStateAsync(village.Room.Id, "org.example.none", "", Stop));
        Assert.Null(await village.Client.GetStateAsync("!none:localhost", EventTypes.Name, "", Stop));
        Assert.Equal("Missions", (await village.Client.GetStateAsync(village.Room.Id, EventTypes.Name, "", Stop))?.Text("name"));
        Assert.Contains(await village.Client.GetAllStateAsync(village.Room.Id, Stop), e => new MatrixEvent(e).Type == EventTypes.Create);
        Assert.Equal([village.Room.Id], await village.Client.GetJoinedRoomsAsync(Stop));
        Assert.Equal("Claire", (await village.Client.GetJoinedMembersAsync(village.Room.Id, Stop))[village.Claire.Id].DisplayName);
    }

    private static List<string> Names(Village village, bool after)
    {
        var names = new List<string>();
        village.Handle = (batch, _) =>
        {
            var rooms = batch.Joined.Where(r => r.RoomId == village.Room.Id).ToList();
            Assert.All(rooms, r => Assert.Equal(after, r.HasStateAfter));
            names.AddRange(rooms.SelectMany(r => r.StateNow).Where(e => e.Type == EventTypes.Name).Select(e => e.Content.Text("name")!));
            return Task.CompletedTask;
        };
        return names;
    }

    private static StubEvent Name(Village village, string name) => village.Claire.SetState(village.Room, EventTypes.Name, new JsonObject { ["name"] = name });
}
