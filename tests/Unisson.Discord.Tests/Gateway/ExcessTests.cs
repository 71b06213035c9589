using System.Net.WebSockets;
using System.Text;

namespace Unisson.Discord.Tests.Gateway;

public sealed class ExcessTests
{
    public static TheoryData<string> Excesses => ["text", "bomb", "not zlib", "endless"];

    [Theory]
    [MemberData(nameof(Excesses))]
    public async Task A_frame_without_measure_ends_the_connection_and_nothing_else(string kind)
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync();
        await bot.Heard.NextAsync<Ready>();
        var before = GC.GetTotalMemory(forceFullCollection: true);

        await SendExcessAsync(peer, kind);
        var again = await bot.Far.ConnectedAsync();
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;
        await again.GoOnAsync();
        await bot.Heard.NextAsync<string>();
        await again.InteractionAsync(3, 70);

        Assert.Equal(new Snowflake(70), (await bot.Heard.NextAsync<Interaction>()).Id);
        Assert.InRange(held, long.MinValue, 80L << 20);
    }

    private static async Task SendExcessAsync(GatewayPeer peer, string kind)
    {
        try
        {
            switch (kind)
            {
                case "text":
                    for (var mega = 0; mega < 100; mega++)
                    {
                        await peer.SendAsync(Encoding.ASCII.GetBytes(new string(' ', 1 << 20)), WebSocketMessageType.Text, end: mega == 99);
                    }

                    break;
                case "endless":
                    for (var mega = 0; mega < 100; mega++)
                    {
                        await peer.SendAsync(new byte[1 << 20], WebSocketMessageType.Binary, end: true);
                    }

                    break;
                case "bomb":
                    using (var stream = new Squeezed())
                    {
                        await peer.SendAsync(stream.Frame(new string(' ', 100 << 20)), WebSocketMessageType.Binary, end: true);
                    }

                    break;
                default:
                    await peer.SendAsync(new byte[] { 1, 2, 3, 4, 5, 0, 0, 0xFF, 0xFF }, WebSocketMessageType.Binary, end: true);
                    break;
            }
        }
        catch (Exception e) when (e is WebSocketException or IOException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // The bot left in the middle of it, as it should.
        }
    }

    [Fact]
    public async Task A_frame_that_ends_every_connection_does_not_bind_the_bot_for_ever()
    {
        var clock = new Clock();
        await using var bot = await RunningBot.StartAsync(clock);
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one", interval: 100);
        await bot.Heard.NextAsync<Ready>();
        var passed = TimeSpan.Zero;
        for (var tries = 0; tries < 3; tries++)
        {
            await peer.SendAsync(new byte[] { 9, 9, 0, 0, 0xFF, 0xFF }, WebSocketMessageType.Binary, end: true);
            passed += await clock.PassAsync(0.12, 4);
            if (tries == 2)
            {
                break;
            }

            peer = await bot.Far.ConnectedAsync();
            await peer.HelloAsync(100);
            Assert.Equal(6, (await peer.HeardAsync()).GetProperty("op").GetInt32());
        }

        passed += await clock.PassAsync(0.11, 5);
        await (await bot.Far.ConnectedAsync()).BeginAsync("two", interval: 100);
        Assert.Equal(TimeSpan.FromSeconds(5), passed);
    }
}
