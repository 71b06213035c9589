using System.Text.Json.Nodes;

namespace Unisson.Matrix.Tests.Synapse;

public sealed class RestartTests
{
    [Fact]
    public async Task A_restart_keeps_tokens_positions_and_txnIds()
    {
        await using var homeserver = await Homeserver.StartAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");
        var before = await SendAsync(claire, room);
        await claire.WaitForAsync(seen => seen.EventId == before);

        await homeserver.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => claire.SendAsync(room, "nobody hears"));
        await homeserver.StartAgainAsync();

        Assert.Equal(before, await SendAsync(claire, room));
        var after = await claire.SendAsync(room, "back");
        await claire.WaitForAsync(seen => seen.EventId == after);
        Assert.DoesNotContain(await claire.SeenAsync(), seen => seen.EventId == before);
    }

    [Fact]
    public async Task A_killed_homeserver_starts_again_on_its_data()
    {
        await using var homeserver = await Homeserver.StartAsync();
        var claire = await homeserver.RegisterAsync("claire");
        var room = await claire.CreatePublicRoomAsync("village");
        var said = await claire.SendAsync(room, "said");

        await homeserver.KillAsync();
        await homeserver.StartAgainAsync();

        await claire.WaitForAsync(seen => seen.EventId == said);
    }

    private static Task<string> SendAsync(MatrixPerson person, string room)
        => person.SendAsync(room, "m.room.message", new JsonObject { ["msgtype"] = "m.text", ["body"] = "hello" }, "kept");
}
