using System.Net;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>Whom the bot can reach: DMs that are closed, members who left, servers it was taken out of.</summary>
public sealed class ReachTests
{
    private const string Hello = """{"content":"Bonjour","allowed_mentions":{"parse":[]}}""";

    [Theory]
    [InlineData(StubPermissions.None, Hello, 50001)]
    [InlineData(StubPermissions.ViewChannel, Hello, 50013)]
    [InlineData(StubPermissions.ViewChannel | StubPermissions.SendMessages, """{"embeds":[{"title":"a"}]}""", 50013)]
    public async Task Without_the_right_a_message_is_refused(StubPermissions may, string message, int code)
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        missions.BotPermissions = may;
        await using var bot = new RawBot(discord);

        var answer = await bot.PostAsync($"channels/{missions.Id}/messages", message);

        Assert.Equal((HttpStatusCode.Forbidden, code), (answer.Status, answer.Code));
        Assert.Empty(missions.Messages);
    }

    [Theory]
    [InlineData(DmReach.Closed, 50007)]
    [InlineData(DmReach.NoMutualServer, 50278)]
    public async Task A_closed_DM_can_be_opened_but_not_written_to(DmReach reach, int code)
    {
        await using var discord = await StubDiscord.StartAsync();
        var bob = discord.AddUser("bob");
        bob.Reach = reach;
        await using var bot = new RawBot(discord);

        var dm = await bot.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{bob.Id}}"}""");
        var answer = await bot.PostAsync($"channels/{dm.Json!["id"]}/messages", Hello);

        Assert.Equal((HttpStatusCode.Forbidden, code), (answer.Status, answer.Code));
        Assert.Empty(bob.Dms);
    }

    [Fact]
    public async Task Too_many_new_DMs_are_40003_while_those_that_exist_still_open()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bob, ana) = (discord.AddUser("bob"), discord.AddUser("ana"));
        await using var bot = new RawBot(discord);
        await bot.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{bob.Id}}"}""");

        discord.RefuseNewDms();

        Assert.Equal(HttpStatusCode.OK, (await bot.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{bob.Id}}"}""")).Status);
        Assert.Equal(40003, (await bot.PostAsync("users/@me/channels", $$"""{"recipient_id":"{{ana.Id}}"}""")).Code);
    }

    [Fact]
    public async Task A_member_who_left_is_10007_and_search_goes_by_the_beginning_of_a_name()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs");
        var claire = discord.AddUser("claire").In(server, nick: "Zoé");
        var bob = discord.AddUser("bob").In(server);
        await using var bot = new RawBot(discord);

        var found = await bot.SendAsync(HttpMethod.Get, $"guilds/{server.Id}/members/search?query=zo&limit=5");
        claire.Leaves(server);
        var gone = await bot.SendAsync(HttpMethod.Get, $"guilds/{server.Id}/members/{claire.Id}");

        Assert.Equal(claire.Id, (string?)Assert.Single(found.Json!.AsArray())!["user"]!["id"]);
        Assert.Equal((HttpStatusCode.NotFound, 10007), (gone.Status, gone.Code));
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Get, $"guilds/{server.Id}/members/{bob.Id}")).Status);
    }

    [Fact]
    public async Task A_server_that_the_bot_was_taken_out_of_lets_it_do_nothing()
    {
        await using var discord = await StubDiscord.StartAsync();
        var server = discord.AddGuild("Les Communs");
        var (bot, socket) = await RawBot.StartAsync(discord);
        await using var _ = bot;

        server.RemoveBot();

        Assert.Equal(server.Id, (string?)(await socket.EventAsync("GUILD_DELETE"))["id"]);
        Assert.Equal(50001, (await bot.PostAsync($"channels/{server.SystemChannel!.Id}/messages", Hello)).Code);
    }
}
