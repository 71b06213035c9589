using System.Text;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Gateway;

/// <summary>The gateway's talk, and what it closes for.</summary>
public sealed class GatewayTests
{
    [Fact]
    public async Task A_bot_gets_HELLO_READY_and_each_of_its_servers()
    {
        await using var discord = await StubDiscord.StartAsync(new() { HeartbeatInterval = TimeSpan.FromSeconds(30) });
        var server = discord.AddGuild("Les Communs", "fr");
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();

        var hello = await socket.NextAsync();
        await socket.SendAsync(RawSocket.Identify(discord.Token));
        var ready = await socket.EventAsync("READY");
        var guild = await socket.EventAsync("GUILD_CREATE");

        Assert.Equal(30_000, (int)hello!["d"]!["heartbeat_interval"]!);
        Assert.Equal(discord.ApplicationId, (string?)ready["application"]!["id"]);
        Assert.True((bool)ready["guilds"]![0]!["unavailable"]!);
        Assert.Equal((server.Id, "fr", server.SystemChannel!.Id), ((string)guild["id"]!, (string)guild["preferred_locale"]!, (string)guild["system_channel_id"]!));
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task What_happens_to_servers_while_the_bot_is_there_is_told()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;

        var server = discord.AddGuild("Les Communs");
        Assert.Equal(server.Id, (string?)(await socket.EventAsync("GUILD_CREATE"))["id"]);
        server.AddChannel("missions");
        Assert.Equal("missions", (string?)(await socket.EventAsync("CHANNEL_CREATE"))["name"]);
    }

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

    [Fact]
    public async Task Heartbeats_are_acknowledged_and_a_number_from_the_future_is_4007()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;

        await socket.SendAsync("""{"op":1,"d":1}""");
        Assert.Equal(11, (int)(await socket.NextAsync())!["op"]!);
        Assert.Equal(1, discord.Gateway.Heartbeats);
        await socket.SendAsync("""{"op":1,"d":99}""");

        Assert.Equal(4007, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task A_bot_that_sends_no_heartbeat_for_two_intervals_is_closed_with_4009()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time, ClosesSilentBots = true });
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;

        time.Advance(TimeSpan.FromSeconds(42));
        time.Advance(TimeSpan.FromSeconds(42));

        Assert.Equal(4009, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task Compressed_frames_share_one_zlib_stream()
    {
        await using var discord = await StubDiscord.StartAsync();
        discord.AddGuild("Les Communs");
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync(query: "?v=10&encoding=json&compress=zlib-stream");

        await socket.SendAsync(RawSocket.Identify(discord.Token));
        var frames = await socket.InflateAsync(3);

        Assert.StartsWith("""{"op":10""", frames[0], StringComparison.Ordinal);
        Assert.Contains("\"READY\"", frames[1], StringComparison.Ordinal);
        Assert.Contains("\"GUILD_CREATE\"", frames[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_must_name_version_and_encoding()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);

        await (await bot.ConnectAsync(query: "")).NextAsync();

        Assert.Equal("gateway.url", Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task Direct_messages_are_heard_with_their_intent_only()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire");
        await using var bot = new RawBot(discord);
        var (with, without) = (await bot.ConnectAsync(), await bot.ConnectAsync());
        await with.IdentifyAsync(discord.Token);
        await without.IdentifyAsync(discord.Token, intents: 1);

        claire.Dm("oui");
        discord.AddGuild("Les Communs");

        Assert.Equal("oui", (string?)(await with.EventAsync("MESSAGE_CREATE"))["content"]);
        Assert.Equal("GUILD_CREATE", (string?)(await without.NextAsync())!["t"]);
    }

    [Fact]
    public async Task Harmful_frames_go_out_as_they_are()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;
        var large = new byte[5_000_000];

        discord.Gateway.SendRaw("{\"op\":0,");
        discord.Gateway.Dispatch("TYPING_START", new System.Text.Json.Nodes.JsonObject { ["a"] = 1 });
        discord.Gateway.Repeat();
        discord.Gateway.SendRaw(large);

        Assert.Equal("{\"op\":0,", Encoding.UTF8.GetString((await socket.NextBytesAsync())!));
        var (once, twice) = (await socket.NextAsync(), await socket.NextAsync());
        Assert.Equal(("TYPING_START", (int)once!["s"]!), ((string)twice!["t"]!, (int)twice["s"]!));
        Assert.Equal(large.Length, (await socket.NextBytesAsync())!.Length);
    }

    private static async Task<(int Op, bool Resumable)> OpAsync(RawSocket socket, string frame)
    {
        await socket.NextAsync();
        await socket.SendAsync(frame);
        var answer = await socket.NextAsync();
        return ((int)answer!["op"]!, (bool)answer["d"]!);
    }
}
