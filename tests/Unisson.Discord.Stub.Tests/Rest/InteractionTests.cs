using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>The life of an interaction: one first answer within 3 s, then 15 minutes; privacy chosen once.</summary>
public sealed class InteractionTests
{
    private const string Commands = """[{"name":"moi","description":"Me","options":[{"type":3,"name":"mot","description":"Word","autocomplete":true}]}]""";
    private const string Hello = """{"type":4,"data":{"content":"Bonjour","allowed_mentions":{"parse":[]}}}""";
    private const string Text = """{"content":"Voilà","allowed_mentions":{"parse":[]}}""";
    private const string Form = """
        {"type":9,"data":{"custom_id":"f","title":"Dispo","components":[
          {"type":18,"label":"Heures","component":{"type":4,"custom_id":"h","style":1,"required":true,"max_length":5}},
          {"type":18,"label":"Jours","component":{"type":3,"custom_id":"d","required":false,"min_values":0,"max_values":2,"options":[{"label":"Matin","value":"m"},{"label":"Soir","value":"s"}]}}]}}
        """;

    [Fact]
    public async Task After_3_s_without_answer_the_interaction_is_unknown_and_the_person_sees_that_nobody_answered()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time });
        var (bot, interaction, started) = await BeginAsync(discord);
        await using var _ = bot;

        time.Advance(TimeSpan.FromSeconds(3.1));

        var answer = await bot.AnswerAsync(interaction, Hello);
        Assert.Equal((HttpStatusCode.NotFound, 10062), (answer.Status, answer.Code));
        Assert.Equal(SeenKind.Failed, (await started.SeenAsync()).Kind);
    }

    [Fact]
    public async Task A_second_first_answer_is_40060()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, interaction, started) = await BeginAsync(discord);
        await using var _ = bot;

        Assert.Equal(HttpStatusCode.NoContent, (await bot.AnswerAsync(interaction, Hello)).Status);
        var second = await bot.AnswerAsync(interaction, Hello);

        Assert.Equal((HttpStatusCode.BadRequest, 40060), (second.Status, second.Code));
        Assert.Equal("Bonjour", (await started.SeenAsync()).Content);
        Assert.Single(started.Channel.Messages);
    }

    [Fact]
    public async Task The_token_lives_15_minutes()
    {
        var time = new FakeTimeProvider();
        await using var discord = await StubDiscord.StartAsync(new() { Time = time });
        var (bot, interaction, _) = await BeginAsync(discord);
        await using var _1 = bot;
        await bot.AnswerAsync(interaction, Hello);

        time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.Equal(HttpStatusCode.OK, (await bot.EditOriginalAsync(interaction, Text)).Status);
        time.Advance(TimeSpan.FromMinutes(0.2));
        var late = await bot.FollowUpAsync(interaction, Text);

        Assert.Equal((HttpStatusCode.Unauthorized, 50027), (late.Status, late.Code));
    }

    [Fact]
    public async Task Nothing_can_follow_an_answer_that_was_never_given()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, interaction, _) = await BeginAsync(discord);
        await using var _1 = bot;

        Assert.Equal(10015, (await bot.FollowUpAsync(interaction, Text)).Code);
        Assert.Equal(10062, (await bot.PostAsync($"interactions/{interaction["id"]}/other-token/callback", Hello)).Code);
    }

    [Theory]
    [InlineData("""{"type":6}""")]
    [InlineData("""{"type":7,"data":{"content":"a","allowed_mentions":{"parse":[]}}}""")]
    [InlineData("""{"type":8,"data":{"choices":[]}}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":99}""")]
    public async Task A_command_takes_no_update_and_no_choices(string callback)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var (bot, interaction, _) = await BeginAsync(discord);
        await using var _1 = bot;

        Assert.Equal(50035, (await bot.AnswerAsync(interaction, callback)).Code);
        Assert.Equal(HttpStatusCode.NoContent, (await bot.AnswerAsync(interaction, Hello)).Status);
    }

    [Theory]
    [InlineData("""{"type":5}""")]
    [InlineData(Hello)]
    [InlineData(Form)]
    public async Task A_completion_cannot_be_deferred_nor_answered_by_anything_but_choices(string callback)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var completing = claire.Complete("moi", "mot", "co");
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        Assert.Equal(50035, (await bot.AnswerAsync(interaction, callback)).Code);
        await bot.AnswerAsync(interaction, """{"type":8,"data":{"choices":[{"name":"Coworking","value":"coworking"}]}}""");

        Assert.Equal(new StubChoice("Coworking", "coworking"), Assert.Single(await completing));
        Assert.Equal((4, "co", true), ((int)interaction["type"]!, (string)interaction["data"]!["options"]![0]!["value"]!, (bool)interaction["data"]!["options"]![0]!["focused"]!));
    }

    [Theory]
    [InlineData("""{"type":8,"data":{"choices":[{"name":"","value":"a"}]}}""")]
    [InlineData("""{"type":8,"data":{"choices":[{"name":"a","value":5}]}}""")]
    public async Task Choices_must_have_words_and_the_options_own_type(string callback)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var completing = claire.Complete("moi", "mot", "co");
        var interaction = await socket.EventAsync("INTERACTION_CREATE");

        Assert.Equal(50035, (await bot.AnswerAsync(interaction, callback)).Code);
        await bot.AnswerAsync(interaction, """{"type":8,"data":{"choices":[]}}""");
        Assert.Empty(await completing);
    }

    [Theory]
    [InlineData("edit")]
    [InlineData("follow-up")]
    public async Task Who_sees_a_deferred_answer_is_decided_at_the_defer(string how)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var (bot, interaction, started) = await BeginAsync(discord);
        await using var _ = bot;
        await bot.AnswerAsync(interaction, """{"type":5,"data":{"flags":64}}""");
        Assert.Equal((SeenKind.Deferred, true), ((await started.FirstAsync()).Kind, (await started.FirstAsync()).Deferred));

        const string Public = """{"content":"Voilà","flags":0,"allowed_mentions":{"parse":[]}}""";
        await (how == "edit" ? bot.EditOriginalAsync(interaction, Public) : bot.FollowUpAsync(interaction, Public));
        var seen = await started.SeenAsync();

        Assert.Equal((SeenKind.Ephemeral, "Voilà", true), (seen.Kind, seen.Content, seen.Deferred));
        Assert.Equal("ephemeral.late", Assert.Single(discord.Violations).Rule);
        Assert.Empty(started.Channel.Messages);
    }

    [Fact]
    public async Task An_answer_with_response_tells_which_message_it_made()
    {
        await using var discord = await StubDiscord.StartAsync();
        var (bot, interaction, started) = await BeginAsync(discord);
        await using var _ = bot;

        var answer = await bot.PostAsync($"interactions/{interaction["id"]}/{interaction["token"]}/callback?with_response=true", Hello);

        Assert.Equal(started.Channel.Messages[0].Id, (string?)answer.Json!["resource"]!["message"]!["id"]);
    }

    private static async Task<(RawBot Bot, JsonNode Interaction, StubInteraction Started)> BeginAsync(StubDiscord discord)
    {
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        var started = claire.SlashStart("moi");
        return (bot, await socket.EventAsync("INTERACTION_CREATE"), started);
    }
}
