using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Gateway;

/// <summary>Lost connections: what can be resumed, and what comes again.</summary>
public sealed class ResumeTests
{
    [Fact]
    public async Task A_resume_brings_all_that_was_missed_with_its_numbers_and_then_RESUMED()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);
        await socket.SendAsync("""{"op":1,"d":1}""");
        Assert.Equal(11, (int)(await socket.NextAsync())!["op"]!);

        discord.Gateway.Drop();
        await Assert.ThrowsAnyAsync<WebSocketException>(socket.NextAsync);
        await discord.UntilAsync(() => discord.Gateway.Connected == 0, "the loss");
        var claire = discord.AddUser("claire");
        claire.Dm("un");
        claire.Dm("deux");
        var again = await ResumeAsync(discord, bot, ready, 1);

        Assert.Equal([("MESSAGE_CREATE", 2), ("MESSAGE_CREATE", 3), ("RESUMED", 4)], [await again(), await again(), await again()]);
        Assert.Equal(1, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task An_event_lost_on_the_way_leaves_a_gap_and_comes_at_the_resume()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        discord.Gateway.Lose("MESSAGE_CREATE", new JsonObject { ["content"] = "perdu" });
        discord.AddUser("claire").Dm("oui");
        Assert.Equal(3, (int)(await socket.NextAsync())!["s"]!);
        var again = await ResumeAsync(discord, bot, ready, 1);

        Assert.Equal(("MESSAGE_CREATE", 2), await again());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_invalid_session_can_be_resumed_only_if_op_9_says_so(bool resumable)
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        discord.Gateway.InvalidSession(resumable);
        var op9 = await socket.NextAsync();
        var again = await bot.ResumeAsync(ready);
        await again.NextAsync();
        await again.SendAsync(Resume(discord, ready, 1));
        var answer = await again.NextAsync();

        Assert.Equal((9, resumable), ((int)op9!["op"]!, (bool)op9["d"]!));
        Assert.Equal(resumable ? "RESUMED" : "9", (string?)answer!["t"] ?? answer["op"]!.ToString());
    }

    [Fact]
    public async Task Op_7_asks_to_reconnect_and_the_old_connection_closes_at_the_resume()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        discord.Gateway.Reconnect();
        Assert.Equal(7, (int)(await socket.NextAsync())!["op"]!);
        var again = await ResumeAsync(discord, bot, ready, 1);

        Assert.Equal(("RESUMED", 2), await again());
        Assert.Equal(1000, await socket.CloseCodeAsync());
    }

    [Fact]
    public async Task A_zombie_neither_acknowledges_nor_sends_but_keeps_what_it_owes()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        discord.Gateway.Zombie();
        await socket.SendAsync("""{"op":1,"d":1}""");
        discord.AddUser("claire").Dm("oui");
        var silence = socket.NextAsync();
        var again = await ResumeAsync(discord, bot, ready, 1);

        Assert.Equal(("MESSAGE_CREATE", 2), await again());
        Assert.Equal(0, discord.Gateway.Heartbeats);
        Assert.Null(await silence);
    }

    [Theory]
    [InlineData("wrong", 1, 4004)]
    [InlineData("stub-token", 99, 4007)]
    public async Task A_resume_with_the_wrong_token_or_number_is_closed(string token, int sequence, int code)
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);
        var again = await bot.ResumeAsync(ready);

        await again.SendAsync($$$"""{"op":6,"d":{"token":"{{{token}}}","session_id":"{{{ready["d"]!["session_id"]}}}","seq":{{{sequence}}} } }""");

        Assert.Equal(code, await again.CloseCodeAsync());
    }

    [Fact]
    public async Task Where_a_session_was_resumed_is_counted()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        await (await ResumeAsync(discord, bot, ready, 1))();
        Assert.Equal((1, 0), (discord.Gateway.Resumes, discord.Gateway.ResumesAtFirstAddress));
        var again = await bot.ConnectAsync();
        await again.SendAsync(Resume(discord, ready, 1));
        await again.EventAsync("RESUMED");

        Assert.Equal((2, 1), (discord.Gateway.Resumes, discord.Gateway.ResumesAtFirstAddress));
    }

    [Theory]
    [InlineData(4000, "RESUMED")]
    [InlineData(4009, "9")]
    public async Task After_4009_the_session_is_gone_after_4000_it_is_not(int code, string expected)
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var socket = await bot.ConnectAsync();
        var ready = await socket.IdentifyAsync(discord.Token);

        discord.Gateway.Close(code);
        Assert.Equal(code, await socket.CloseCodeAsync());
        var again = await bot.ResumeAsync(ready);
        await again.NextAsync();
        await again.SendAsync(Resume(discord, ready, 1));
        var answer = await again.NextAsync();

        Assert.Equal(expected, (string?)answer!["t"] ?? answer["op"]!.ToString());
    }

    private static string Resume(StubDiscord discord, JsonNode ready, int sequence)
        => $$$"""{"op":6,"d":{"token":"{{{discord.Token}}}","session_id":"{{{ready["d"]!["session_id"]}}}","seq":{{{sequence}}} } }""";

    private static async Task<Func<Task<(string Name, int Number)>>> ResumeAsync(StubDiscord discord, RawBot bot, JsonNode ready, int sequence)
    {
        var socket = await bot.ResumeAsync(ready);
        await socket.NextAsync();
        await socket.SendAsync(Resume(discord, ready, sequence));
        return async () =>
        {
            var frame = await socket.NextAsync();
            return ((string)frame!["t"]!, (int)frame["s"]!);
        };
    }
}
