using System.Text.Json.Nodes;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>Forms: first answers only, and within their limits.</summary>
public sealed class ModalTests
{
    private const string Commands = """[{"name":"moi","description":"Me"}]""";
    private const string Hello = """{"type":4,"data":{"content":"Bonjour","allowed_mentions":{"parse":[]}}}""";
    private const string Form = """
        {"type":9,"data":{"custom_id":"f","title":"Dispo","components":[
          {"type":18,"label":"Heures","component":{"type":4,"custom_id":"h","style":1,"required":true,"max_length":5}},
          {"type":18,"label":"Jours","component":{"type":3,"custom_id":"d","required":false,"min_values":0,"max_values":2,"options":[{"label":"Matin","value":"m"},{"label":"Soir","value":"s"}]}}]}}
        """;

    [Fact]
    public async Task A_form_must_come_first_and_its_submit_opens_no_other()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        await using var _ = bot;

        var late = claire.SlashStart("moi");
        var interaction = await socket.EventAsync("INTERACTION_CREATE");
        await bot.AnswerAsync(interaction, """{"type":5}""");
        Assert.Equal(40060, (await bot.AnswerAsync(interaction, Form)).Code);

        var opening = claire.Slash("moi");
        await bot.AnswerAsync(await socket.EventAsync("INTERACTION_CREATE"), Form);
        var modal = await opening;
        var submitting = claire.Submit(modal, ("Heures", "3h"), ("Jours", "Soir"));
        var submit = await socket.EventAsync("INTERACTION_CREATE");
        Assert.Equal(50035, (await bot.AnswerAsync(submit, Form)).Code);
        await bot.AnswerAsync(submit, Hello);

        Assert.Equal(SeenKind.Modal, modal.Kind);
        Assert.Equal("Bonjour", (await submitting).Content);
        Assert.Equal(["3h"], submit["data"]!["components"]!.AsArray().Take(1).Select(c => (string?)c!["component"]!["value"]));
        Assert.Equal("s", (string?)submit["data"]!["components"]![1]!["component"]!["values"]![0]);
        Assert.Equal(InteractionKind.Command, late.Kind);
    }

    [Theory]
    [InlineData("""[{"type":18,"label":"0123456789012345678901234567890123456789012345","component":{"type":4,"custom_id":"h","style":1}}]""")]
    [InlineData("""[{"type":18,"label":"a","component":{"type":21,"custom_id":"h","options":[{"label":"a","value":"a"}]}}]""")]
    [InlineData("""[{"type":2,"style":1,"label":"a","custom_id":"b"}]""")]
    public async Task A_form_that_does_not_fit_Discords_file_is_refused(string components)
    {
        SchemaPresent.OrSkip();
        await RefusesFormAsync(components);
    }

    [Theory]
    [InlineData("""[]""")]
    [InlineData("""[{"type":10,"content":"1"},{"type":10,"content":"2"},{"type":10,"content":"3"},{"type":10,"content":"4"},{"type":10,"content":"5"},{"type":10,"content":"6"}]""")]
    [InlineData("""[{"type":18,"label":"a","component":{"type":4,"custom_id":"h","style":1,"max_length":2,"value":"abc"}}]""")]
    [InlineData("""[{"type":18,"label":"a","component":{"type":4,"custom_id":"h","style":1,"min_length":3,"max_length":2}}]""")]
    [InlineData("""[{"type":18,"label":"a","component":{"type":4,"custom_id":"h","style":1}},{"type":18,"label":"b","component":{"type":4,"custom_id":"h","style":1}}]""")]
    [InlineData("""[{"type":18,"label":"a","component":{"type":3,"custom_id":"h","max_values":3,"options":[{"label":"a","value":"a"},{"label":"b","value":"b"}]}}]""")]
    public Task A_form_that_breaks_a_limit_is_refused(string components) => RefusesFormAsync(components);

    private static async Task RefusesFormAsync(string components)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var (bot, interaction, started) = await BeginAsync(discord);
        await using var _ = bot;

        var answer = await bot.AnswerAsync(interaction, $$$"""{"type":9,"data":{"custom_id":"f","title":"Dispo","components":{{{components}}} } }""");

        Assert.Equal(50035, answer.Code);
        await bot.AnswerAsync(interaction, Hello);
        Assert.Equal(SeenKind.Message, (await started.SeenAsync()).Kind);
    }

    private static async Task<(RawBot Bot, JsonNode Interaction, StubInteraction Started)> BeginAsync(StubDiscord discord)
    {
        var claire = discord.AddUser("claire").In(discord.AddGuild("Les Communs"));
        var (bot, socket) = await RawBot.StartAsync(discord, Commands);
        var started = claire.SlashStart("moi");
        return (bot, await socket.EventAsync("INTERACTION_CREATE"), started);
    }
}
