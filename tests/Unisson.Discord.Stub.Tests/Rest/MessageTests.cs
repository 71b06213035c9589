using System.Net;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>Messages the bot writes by itself: nonces, rights, DMs, threads, edits.</summary>
public sealed class MessageTests
{
    private const string Hello = """{"content":"Bonjour","allowed_mentions":{"parse":[]}}""";
    private const string Once = """{"content":"Bonjour","nonce":"42","enforce_nonce":true,"allowed_mentions":{"parse":[]}}""";

    [Fact]
    public async Task An_enforced_nonce_gives_the_same_message_for_some_minutes_and_in_its_channel_only()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time });
        var server = discord.AddGuild("Les Communs");
        var (missions, calls) = (server.AddChannel("missions"), server.AddChannel("calls"));
        await using var bot = new RawBot(discord);

        var first = await bot.PostAsync(Path(missions), Once);
        var again = await bot.PostAsync(Path(missions), Once);
        await bot.PostAsync(Path(calls), Once);
        time.Advance(TimeSpan.FromMinutes(3.1));
        var late = await bot.PostAsync(Path(missions), Once);

        Assert.Equal((string?)first.Json!["id"], (string?)again.Json!["id"]);
        Assert.NotEqual((string?)first.Json["id"], (string?)late.Json!["id"]);
        Assert.Equal((2, 1), (missions.Messages.Count, calls.Messages.Count));
    }

    [Fact]
    public async Task A_nonce_that_is_not_enforced_prevents_nothing()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        const string Loose = """{"content":"Bonjour","nonce":"42","allowed_mentions":{"parse":[]}}""";

        await bot.PostAsync(Path(missions), Loose);
        await bot.PostAsync(Path(missions), Loose);

        Assert.Equal(2, missions.Messages.Count);
    }

    [Fact]
    public async Task One_thread_a_message_and_none_in_a_thread_or_a_DM()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        var message = (string)(await bot.PostAsync(Path(missions), Hello)).Json!["id"]!;

        var made = await bot.PostAsync($"{Path(missions)}/{message}/threads", """{"name":"M1"}""");
        var again = await bot.PostAsync($"{Path(missions)}/{message}/threads", """{"name":"M1"}""");
        var inside = (string)(await bot.PostAsync($"channels/{message}/messages", Hello)).Json!["id"]!;
        var nested = await bot.PostAsync($"channels/{message}/messages/{inside}/threads", """{"name":"M1"}""");

        Assert.Equal(HttpStatusCode.Created, made.Status);
        Assert.Equal(160004, again.Code);
        Assert.Equal(50024, nested.Code);
        Assert.Equal("M1", Assert.Single(missions.Threads).Name);
    }

    [Fact]
    public async Task Sending_wakes_an_archived_thread_and_editing_does_not()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        var thread = (string)(await bot.PostAsync($"channels/{missions.Id}/threads", """{"name":"M1","type":11}""")).Json!["id"]!;
        var message = (string)(await bot.PostAsync($"channels/{thread}/messages", Hello)).Json!["id"]!;
        missions.Threads[0].Archived = true;

        Assert.Equal(50083, (await bot.SendAsync(HttpMethod.Patch, $"channels/{thread}/messages/{message}", Hello)).Code);
        await bot.PostAsync($"channels/{thread}/messages", Hello);
        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Patch, $"channels/{thread}/messages/{message}", Hello)).Status);
    }

    [Fact]
    public async Task Edits_of_old_messages_are_30046_with_a_wait_when_the_test_says_so()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time });
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        var message = (string)(await bot.PostAsync(Path(missions), Hello)).Json!["id"]!;
        discord.RefuseEditsOlderThan(TimeSpan.FromHours(1));

        Assert.Equal(HttpStatusCode.OK, (await bot.SendAsync(HttpMethod.Patch, $"{Path(missions)}/{message}", Hello)).Status);
        time.Advance(TimeSpan.FromMinutes(61));
        var late = await bot.SendAsync(HttpMethod.Patch, $"{Path(missions)}/{message}", Hello);

        Assert.Equal((HttpStatusCode.TooManyRequests, 30046), (late.Status, late.Code));
        Assert.Equal("30", late.Header("Retry-After"));
    }

    [Fact]
    public async Task Somebody_elses_message_cannot_be_edited_and_a_deleted_one_is_unknown()
    {
        await using var discord = await StubDiscord.StartAsync();
        var claire = discord.AddUser("claire");
        var words = claire.Dm("oui");
        await using var bot = new RawBot(discord);
        var own = (string)(await bot.PostAsync($"channels/{words.Channel.Id}/messages", Hello)).Json!["id"]!;

        Assert.Equal(50005, (await bot.SendAsync(HttpMethod.Patch, $"channels/{words.Channel.Id}/messages/{words.Id}", Hello)).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await bot.SendAsync(HttpMethod.Delete, $"channels/{words.Channel.Id}/messages/{own}")).Status);
        Assert.Equal(10008, (await bot.SendAsync(HttpMethod.Patch, $"channels/{words.Channel.Id}/messages/{own}", Hello)).Code);
        Assert.Equal(["oui"], claire.Dms.Select(m => m.Content));
    }

    [Fact]
    public async Task An_edit_changes_what_it_names_and_keeps_what_stood_there_before()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        var message = (string)(await bot.PostAsync(Path(missions), """{"content":"Bonjour","embeds":[{"title":"M1"}],"allowed_mentions":{"parse":[]}}""")).Json!["id"]!;

        await bot.SendAsync(HttpMethod.Patch, $"{Path(missions)}/{message}", """{"embeds":[{"title":"M1, close"}]}""");
        var empty = await bot.SendAsync(HttpMethod.Patch, $"{Path(missions)}/{message}", """{"content":"","embeds":[]}""");

        var seen = Assert.Single(missions.Messages);
        Assert.Equal(50006, empty.Code);
        Assert.Equal(("Bonjour\nM1, close", "Bonjour\nM1"), (seen.Text, Assert.Single(seen.Edits).Text));
    }

    [Fact]
    public async Task The_bots_own_messages_can_be_looked_through_from_a_point_on()
    {
        await using var discord = await StubDiscord.StartAsync();
        var missions = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        List<string> ids = [];
        for (var i = 0; i < 4; i++)
        {
            ids.Add((string)(await bot.PostAsync(Path(missions), Hello)).Json!["id"]!);
        }

        var after = await bot.SendAsync(HttpMethod.Get, $"{Path(missions)}?after={ids[0]}&limit=2");
        var latest = await bot.SendAsync(HttpMethod.Get, $"{Path(missions)}?limit=1");

        Assert.Equal([ids[2], ids[1]], after.Json!.AsArray().Select(m => (string)m!["id"]!));
        Assert.Equal(ids[3], (string?)latest.Json![0]!["id"]);
    }

    private static string Path(StubChannel channel) => $"channels/{channel.Id}/messages";
}
