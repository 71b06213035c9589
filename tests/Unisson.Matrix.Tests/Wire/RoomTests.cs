using System.Text.Json;
using System.Text.Json.Nodes;
using Unisson.Matrix.Stub;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>Rooms as they are asked for, and the small signs of life in them.</summary>
public sealed class RoomTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_private_room_is_made_with_its_invite_in_one_request()
    {
        await using var village = await Village.StartAsync();

        var id = await village.Client.CreateRoomAsync(new() { Preset = RoomCreate.TrustedPrivateChat, IsDirect = true, Invite = [village.Claire.Id], Topic = "Été 😀" }, Stop);

        Same($$"""{"preset":"trusted_private_chat","is_direct":true,"invite":["{{village.Claire.Id}}"],"topic":"Été 😀"}""", village.Requests(StubRoutes.CreateRoom).Single().Json);
        Assert.Equal(id, village.Matrix.DmOf(village.Claire)?.Id);
    }

    [Fact]
    public async Task A_space_is_made_with_its_state()
    {
        await using var village = await Village.StartAsync();
        var space = new RoomCreate
        {
            Preset = RoomCreate.PublicChat,
            Name = "Commons",
            RoomVersion = "11",
            CreationContent = new Dictionary<string, JsonElement> { ["type"] = JsonSerializer.SerializeToElement("m.space") },
            InitialState = [new(EventTypes.JoinRules, "", JsonSerializer.SerializeToElement(new { join_rule = "knock" }))],
        };

        var id = await village.Client.CreateRoomAsync(space, Stop);

        var room = village.Matrix.Rooms.Single(r => r.Id == id);
        Assert.Equal(("m.space", "knock"), ((string?)room.State(EventTypes.Create)?["type"], (string?)room.State(EventTypes.JoinRules)?["join_rule"]));
    }

    [Fact]
    public async Task A_person_who_takes_no_invites_is_told_as_such()
    {
        await using var village = await Village.StartAsync();
        village.Claire.BlocksInvites = true;

        var refusal = await Assert.ThrowsAsync<MatrixException>(() => village.Client.CreateRoomAsync(new() { Preset = RoomCreate.PrivateChat, Invite = [village.Claire.Id] }, Stop));

        Assert.Equal(MatrixErrors.InviteBlocked, refusal.Code);
    }

    [Fact]
    public async Task A_join_names_the_servers_that_know_the_room_in_the_old_way_and_the_new()
    {
        await using var village = await Village.StartAsync();
        var room = village.Claire.CreateRoom("Open", isPublic: true);

        Assert.Equal(room.Id, await village.Client.JoinAsync(room.Id, ["a.example:8448", "b.example"], Stop));
        Assert.Equal(room.Id, await village.Client.JoinAsync(room.Id, [], Stop));

        Assert.EndsWith("?via=a.example%3A8448&server_name=a.example%3A8448&via=b.example&server_name=b.example", village.Requests(StubRoutes.Join).First().Path, StringComparison.Ordinal);
        Assert.DoesNotContain('?', village.Requests(StubRoutes.Join).Last().Path);
        Assert.Contains(village.Matrix.Bot.Id, room.Members);
    }

    [Fact]
    public async Task A_join_whose_answer_was_lost_is_a_join()
    {
        await using var village = await Village.StartAsync();
        var room = village.Claire.CreateRoom("Closed");
        village.Claire.Invite(room, village.Matrix.Bot);
        village.Matrix.Faults.LoseAnswer(route: StubRoutes.Join);

        Assert.Equal(room.Id, await village.Client.JoinAsync(room.Id, [], Stop));
    }

    [Fact]
    public async Task State_is_set_as_given_under_any_key()
    {
        await using var village = await Village.StartAsync();
        village.Claire.SetPower(village.Room, village.Matrix.Bot, 100);
        var content = JsonSerializer.SerializeToElement(new { name = "é😀", deep = new { n = 1 } });

        await village.Client.SetStateAsync(village.Room.Id, "org.example.a b", "key/with #?% é", content, Stop);

        Same(content.GetRawText(), village.Room.State("org.example.a b", "key/with #?% é"));
        Assert.True(JsonElement.DeepEquals(content, (await village.Client.GetStateAsync(village.Room.Id, "org.example.a b", "key/with #?% é", Stop))!.Value));
    }

    [Fact]
    public async Task Typing_and_receipts_say_where_and_how_long()
    {
        await using var village = await Village.StartAsync();
        var root = village.Claire.Say(village.Room, "root");
        var aside = village.Claire.SayInThread(root, "aside");

        await village.Client.SetTypingAsync(village.Room.Id, TimeSpan.FromSeconds(12), Stop);
        Assert.Equal([village.Matrix.Bot.Id], village.Room.Typing);
        await village.Client.SetTypingAsync(village.Room.Id, length: null, Stop);
        Assert.Empty(village.Room.Typing);
        await village.Client.SendReceiptAsync(village.Room.Id, root.Id, thread: null, Stop);
        await village.Client.SendReceiptAsync(village.Room.Id, aside.Id, root.Id, Stop);

        Assert.Equal(["""{"typing":true,"timeout":12000}""", """{"typing":false}"""], village.Requests(StubRoutes.Typing).Select(r => r.Json!.ToJsonString()));
        Assert.Equal([("m.read", root.Id, "main"), ("m.read", aside.Id, root.Id)], village.Room.Receipts.Select(r => (r.Type, r.EventId, r.ThreadId)));
    }

    private static void Same(string expected, JsonObject? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), actual?.ToJsonString());
}
