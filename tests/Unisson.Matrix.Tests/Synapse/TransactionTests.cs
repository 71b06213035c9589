using System.Text.Json.Nodes;

namespace Unisson.Matrix.Tests.Synapse;

/// <summary>What a client relies on when it cannot know whether its message arrived.</summary>
public sealed class TransactionTests(SharedHomeserver shared)
{
    [Fact]
    public async Task The_same_txnId_gives_the_same_event_again()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");

        var first = await claire.SendAsync(room, "m.room.message", Text("one"), "txn");
        var again = await claire.SendAsync(room, "m.room.message", Text("two"), "txn");

        Assert.Equal(first, again);
        var kept = await claire.GetEventAsync(room, first);
        Assert.Equal("one", kept.GetProperty("content").GetProperty("body").GetString());
    }

    [Fact]
    public async Task The_same_txnId_from_another_device_is_another_event()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");
        var phone = await homeserver.LogInAsync(claire);

        Assert.NotEqual(await claire.SendAsync(room, "m.room.message", Text("one"), "txn"), await phone.SendAsync(room, "m.room.message", Text("one"), "txn"));
    }

    [Fact]
    public async Task An_own_event_comes_back_with_its_txnId()
    {
        var homeserver = await shared.StartedAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var bob = await homeserver.RegisterAsync("bob");
        var room = await claire.CreatePublicRoomAsync("village");
        await bob.JoinAsync(room);

        var sent = await claire.SendAsync(room, "m.room.message", Text("hello"), "my-txn");

        Assert.Equal("my-txn", (await claire.WaitForAsync(seen => seen.EventId == sent)).TransactionId);
        Assert.Null((await bob.WaitForAsync(seen => seen.EventId == sent)).TransactionId);
    }

    private static JsonObject Text(string body) => new() { ["msgtype"] = "m.text", ["body"] = body };
}
