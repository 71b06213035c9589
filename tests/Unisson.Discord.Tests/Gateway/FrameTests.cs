using System.Net.WebSockets;
using System.Text;
using CsCheck;
using Unisson.Discord.Gateway;

namespace Unisson.Discord.Tests.Gateway;

public sealed class FrameTests
{
    private const string Interaction = """{"op":0,"s":9,"t":"INTERACTION_CREATE","d":{"id":"70","type":2,"token":"t","data":{"name":"ping"} } }""";

    private static async Task<(RunningBot Bot, GatewayPeer Peer)> BegunAsync()
    {
        var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        await peer.BeginAsync("one");
        await bot.Heard.NextAsync<Ready>();
        return (bot, peer);
    }

    public static TheoryData<string> Wrong =>
    [
        "", "{", "[]", "null", "7", "\"x\"", "{}", "{]", "{\"op\":0", "{} {}", "\u0001",
        """{"op":"0"}""", """{"op":0}""", """{"op":99,"d":{} }""", """{"op":-5}""", """{"op":1e99}""", """{"op":0.5}""", """{"d":{},"op":null}""",
        """{"op":0,"t":"NEVER_HEARD_OF","s":5,"d":{"a":[1,2,{"b":null}]} }""", """{"op":0,"t":null,"s":null,"d":null}""",
        """{"op":0,"t":"INTERACTION_CREATE","s":6,"d":null}""", """{"op":0,"t":"INTERACTION_CREATE","s":6,"d":[]}""", """{"op":0,"t":"INTERACTION_CREATE","s":6}""",
        """{"op":0,"t":"INTERACTION_CREATE","s":7,"d":{"id":"x"} }""", """{"op":0,"t":"INTERACTION_CREATE","s":7,"d":{"id":"99999999999999999999"} }""",
        """{"op":0,"t":"MESSAGE_CREATE","s":8,"d":{"timestamp":"yesterday"} }""", """{"op":0,"t":"GUILD_CREATE","s":8,"d":{"roles":[{"permissions":-1}]} }""",
        """{"op":0,"t":"READY","s":1,"d":{"session_id":"hijack"} }""", """{"op":0,"t":"READY","s":1,"d":7}""", """{"op":10,"d":{"heartbeat_interval":1} }""",
        """{"op":11}""", """{"op":11,"d":"again"}""", """{"op":0,"s":9223372036854775807000,"t":"X","d":1}""",
    ];

    [Fact]
    public async Task Frames_that_are_wrong_are_left_and_the_next_good_one_is_heard()
    {
        var (bot, peer) = await BegunAsync();
        await using var running = bot;

        foreach (var frame in Wrong)
        {
            await peer.SendAsync(frame.Data);
        }

        await peer.SendAsync(new string('[', 10_000));
        await peer.SendAsync(Interaction);

        Assert.Equal(new Snowflake(70), (await bot.Heard.NextAsync<Interaction>()).Id);
        peer.Abort();
        Assert.Equal("one", (await (await bot.Far.ConnectedAsync()).GoOnAsync(10)).GetProperty("session_id").GetString());
    }

    [Theory]
    [InlineData("INTERACTION_CREATE")]
    [InlineData("MESSAGE_CREATE")]
    [InlineData("GUILD_CREATE")]
    [InlineData("GUILD_DELETE")]
    [InlineData("READY")]
    public void Whatever_bytes_come_only_the_error_that_is_caught_comes_out(string name)
    {
        var seeds = Payloads.PayloadTests.All.Append(Interaction).Select(Encoding.UTF8.GetBytes).ToArray();
        var spoilt = Gen.Select(Gen.Int[0, seeds.Length - 1], Gen.Select(Gen.Int[0, 5_000], Gen.Byte).Array[1, 8], Gen.Int[0, 5_000], (which, changes, cut) =>
        {
            var bytes = seeds[which].ToArray();
            foreach (var (at, value) in changes)
            {
                bytes[at % bytes.Length] = value;
            }

            return bytes[..Math.Max(1, bytes.Length - (cut > 4_000 ? cut % bytes.Length : 0))];
        });

        spoilt.Sample(
            bytes =>
            {
                try
                {
                    var frame = GatewayFrame.Read(bytes);
                    EventDelivery.Read(Encoding.UTF8.GetBytes(name), frame.Data);
                }
                catch (System.Text.Json.JsonException)
                {
                    // What the connection catches and logs.
                }

                try
                {
                    EventDelivery.Read(Encoding.UTF8.GetBytes(name), bytes);
                }
                catch (System.Text.Json.JsonException)
                {
                    // The same.
                }
            },
            iter: 20_000);
    }

    [Fact]
    public async Task A_frame_in_many_pieces_is_one_frame()
    {
        var (bot, peer) = await BegunAsync();
        await using var running = bot;
        var bytes = Encoding.UTF8.GetBytes(Interaction);

        for (var at = 0; at < bytes.Length; at += 7)
        {
            await peer.SendAsync(bytes.AsMemory(at, Math.Min(7, bytes.Length - at)), WebSocketMessageType.Text, end: at + 7 >= bytes.Length);
        }

        Assert.Equal(new Snowflake(70), (await bot.Heard.NextAsync<Interaction>()).Id);
    }

    [Fact]
    public async Task A_compressed_stream_is_read_across_frames_and_across_messages()
    {
        await using var bot = await RunningBot.StartAsync();
        var peer = await bot.Far.ConnectedAsync();
        using var stream = new Squeezed();
        await peer.SendAsync(stream.Frame("""{"op":10,"d":{"heartbeat_interval":41250} }"""), WebSocketMessageType.Binary, end: true);
        Assert.Equal(2, (await peer.HeardAsync()).GetProperty("op").GetInt32());
        await peer.SendAsync(stream.Frame("""{"op":0,"s":1,"t":"READY","d":{"session_id":"one"} }"""), WebSocketMessageType.Binary, end: true);
        await bot.Heard.NextAsync<Ready>();

        var whole = stream.Frame(Interaction);
        await peer.SendAsync(whole.AsMemory(0, 20), WebSocketMessageType.Binary, end: true);
        await peer.SendAsync(whole.AsMemory(20, 20), WebSocketMessageType.Binary, end: false);
        await peer.SendAsync(whole.AsMemory(40), WebSocketMessageType.Binary, end: true);
        Assert.Equal(new Snowflake(70), (await bot.Heard.NextAsync<Interaction>()).Id);

        // Larger than every buffer on the way.
        await peer.SendAsync(stream.Frame($$"""{"op":0,"s":10,"t":"MESSAGE_CREATE","d":{"id":"5","content":"{{new string('x', 300_000)}}"} }"""), WebSocketMessageType.Binary, end: true);
        Assert.Equal(300_000, (await bot.Heard.NextAsync<Message>()).Content.Length);
    }
}
