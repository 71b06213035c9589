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
}
