using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Gateway;

/// <summary>Who may begin a session, how often and for which shard, and which frames end a connection.</summary>
public sealed class IdentifyTests
{
    [Theory]
    [InlineData("wrong", "[0,1]", 1, 4004)]
    [InlineData("stub-token", "[1,1]", 1, 4010)]
    [InlineData("stub-token", "[0,1]", 1 << 30, 4013)]
    [InlineData("stub-token", "[0,1]", 1 << 15, 4014)]
    [InlineData("stub-token", "[0,1]", 1 << 1, 4014)]
    public async Task An_identify_that_is_wrong_is_closed_for_good(string token, string shard, int intents, int code)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();

        await socket.SendAsync(RawSocket.Identify(token, shard, intents));

        Assert.Equal(code, await socket.CloseCodeAsync());
        Assert.Equal(0, discord.Gateway.Identifies);
    }

    [Theory]
    [InlineData("no JSON", 4002)]
    [InlineData("[]", 4002)]
    [InlineData("""{"op":"x"}""", 4002)]
    [InlineData("""{"op":2,"d":{"token":"stub-token"}}""", 4002)]
    [InlineData("""{"op":77}""", 4001)]
    [InlineData("""{"op":3,"d":{}}""", 4003)]
    public async Task A_frame_that_makes_no_sense_is_closed_with_its_code(string frame, int code)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();

        await socket.SendAsync(frame);

        Assert.Equal(code, await socket.CloseCodeAsync());
        Assert.Equal($"gateway.{code}", Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task A_frame_of_more_than_4096_bytes_is_4002_and_the_121st_in_a_minute_4008()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;
        var second = await bot.ConnectAsync();

        await second.SendAsync(new string(' ', 4097));
        for (var i = 0; i < 120; i++)
        {
            await socket.SendAsync("""{"op":1,"d":null}""");
        }

        Assert.Equal(4002, await second.CloseCodeAsync());
        Assert.Equal(4008, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task A_second_identify_is_4005_and_fewer_shards_than_needed_4011()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Shards = 2, Strict = false });
        await using var bot = new RawBot(discord);
        var first = await bot.ConnectAsync();
        await first.IdentifyAsync(discord.Token, "[0,2]");
        var second = await bot.ConnectAsync();

        await first.SendAsync(RawSocket.Identify(discord.Token, "[0,2]"));
        await second.SendAsync(RawSocket.Identify(discord.Token, "[0,1]"));

        Assert.Equal(4005, await first.CloseCodeAsync());
        Assert.Equal(4011, await second.CloseCodeAsync());
    }

    [Fact]
    public async Task Two_shards_with_the_same_key_identify_5_s_apart_and_each_gets_its_own_servers()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Shards = 2, Time = time });
        discord.AddGuild("even", id: (2UL << 22).ToString(null, null));
        discord.AddGuild("odd", id: (3UL << 22).ToString(null, null));
        await using var bot = new RawBot(discord);
        var (zero, one) = (await bot.ConnectAsync(), await bot.ConnectAsync());

        await zero.IdentifyAsync(discord.Token, "[0,2]");
        Assert.Equal((9, false), await OpAsync(one, RawSocket.Identify(discord.Token, "[1,2]")));
        time.Advance(TimeSpan.FromSeconds(5));
        await one.SendAsync(RawSocket.Identify(discord.Token, "[1,2]"));

        Assert.Equal("even", (string?)(await zero.EventAsync("GUILD_CREATE"))["name"]);
        Assert.Equal("odd", (string?)(await one.EventAsync("GUILD_CREATE"))["name"]);
    }

    [Fact]
    public async Task An_identify_beyond_the_budget_resets_the_token()
    {
        await using var discord = await StubDiscord.StartAsync(new() { SessionStarts = 1, Strict = false });
        var (bot, _) = await RawBot.StartAsync(discord);
        await using var _1 = bot;
        Assert.Equal(0, (int)(await bot.SendAsync(HttpMethod.Get, "gateway/bot")).Json!["session_start_limit"]!["remaining"]!);
        var second = await bot.ConnectAsync();

        await second.SendAsync(RawSocket.Identify(discord.Token));

        Assert.Equal(4004, await second.CloseCodeAsync());
        Assert.Equal(401, (int)(await bot.SendAsync(HttpMethod.Get, "users/@me")).Status);
        Assert.Equal("gateway.session-starts", Assert.Single(discord.Violations).Rule);
    }

    private static async Task<(int Op, bool Resumable)> OpAsync(RawSocket socket, string frame)
    {
        await socket.NextAsync();
        await socket.SendAsync(frame);
        var answer = await socket.NextAsync();
        return ((int)answer!["op"]!, (bool)answer["d"]!);
    }
}
