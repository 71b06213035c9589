using System.Net;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rest;

/// <summary>Requests that Discord refuses: a stub that accepted them would prove nothing.</summary>
public sealed class RefusalTests
{
    private const string Quiet = "\"allowed_mentions\":{\"parse\":[]}";

    public static TheoryData<string, string, string> BadBySchema { get; } = new()
    {
        { "content that is no text", $$"""{"content":5,{{Quiet}}}""", "content" },
        { "11 embeds", $$"""{"embeds":[{{Repeat("""{"title":"a"}""", 11)}}]}""", "embeds" },
        { "a title of 257", $$"""{"embeds":[{"title":"{{new string('a', 257)}}"}]}""", "embeds.0.title" },
        { "6 buttons in a row", $$"""{"content":"a",{{Quiet}},"components":[{{Row(string.Join(',', Enumerable.Range(0, 6).Select(i => Button($"b{i}"))))}}]}""", "components.0.components" },
        { "a custom id of 101", $$"""{"content":"a",{{Quiet}},"components":[{{Row(Button(new string('b', 101)))}}]}""", "components.0.components.0.custom_id" },
        { "an empty custom id", $$"""{"content":"a",{{Quiet}},"components":[{{Row(Button(""))}}]}""", "components.0.components.0.custom_id" },
        { "a label of 81", $$"""{"content":"a",{{Quiet}},"components":[{{Row($$"""{"type":2,"style":1,"custom_id":"b","label":"{{new string('a', 81)}}"}""")}}]}""", "components.0.components.0.label" },
        { "a nonce of 26", $$"""{"content":"a",{{Quiet}},"nonce":"{{new string('1', 26)}}"}""", "nonce" },
    };

    /// <summary>What Discord's file does not know.</summary>
    public static TheoryData<string, string, string> BadByRule { get; } = new()
    {
        { "content of 2,001", $$"""{"content":"{{new string('a', 2001)}}",{{Quiet}}}""", "content" },
        { "6,001 characters over two embeds", $$"""{"embeds":[{"description":"{{new string('a', 4000)}}"},{"description":"{{new string('a', 2001)}}"}]}""", "embeds" },
        { "an embed field without value", """{"embeds":[{"fields":[{"name":"a","value":""}]}]}""", "embeds.0.fields.0.value" },
        { "6 rows", $$"""{"content":"a",{{Quiet}},"components":[{{string.Join(',', Enumerable.Range(0, 6).Select(i => Row(Button($"b{i}"))))}}]}""", "components" },
        { "a custom id twice", $$"""{"content":"a",{{Quiet}},"components":[{{Row(Button("b") + "," + Button("b"))}}]}""", "components.0.components.1.custom_id" },
        { "a link with a custom id", $$"""{"content":"a",{{Quiet}},"components":[{{Row("""{"type":2,"style":5,"label":"a","custom_id":"b","url":"https://example.org"}""")}}]}""", "components.0.components.0" },
        { "a button without words", $$"""{"content":"a",{{Quiet}},"components":[{{Row("""{"type":2,"style":1,"custom_id":"b"}""")}}]}""", "components.0.components.0" },
        { "a select beside a button", $$"""{"content":"a",{{Quiet}},"components":[{{Row(Button("b") + "," + Select(1, 1))}}]}""", "components.0.components" },
        { "more choices than options", $$"""{"content":"a",{{Quiet}},"components":[{{Row(Select(1, 3))}}]}""", "components.0.components.0.max_values" },
        { "users both parsed and named", """{"content":"a","allowed_mentions":{"parse":["users"],"users":["1"]}}""", "allowed_mentions" },
        { "a file that did not come", $$"""{"content":"a",{{Quiet}},"attachments":[{"id":"0","filename":"a.txt"}]}""", "attachments.0.id" },
        { "content beside components v2", $$"""{"content":"a",{{Quiet}},"flags":32768}""", "content" },
    };

    [Theory]
    [MemberData(nameof(BadBySchema))]
    public async Task A_message_that_does_not_fit_Discords_file_is_refused(string what, string json, string path)
    {
        SchemaPresent.OrSkip();
        await RefusesAsync(what, json, path);
    }

    [Theory]
    [MemberData(nameof(BadByRule))]
    public Task A_message_that_breaks_a_limit_is_refused(string what, string json, string path) => RefusesAsync(what, json, path);

    [Theory]
    [InlineData("""{"content":"Bonjour"}""", "mentions.explicit")]
    [InlineData("""{"content":"Bonjour","allowed_mentions":{"users":["1"]}}""", "mentions.explicit")]
    [InlineData("""{"content":"@everyone","allowed_mentions":{"parse":["everyone"]}}""", "mentions.parse")]
    [InlineData("""{"content":"Bonjour","allowed_mentions":{"parse":[],"roles":["1"]}}""", "mentions.roles")]
    [InlineData("""{"embeds":[{"title":"a","footer":{"text":"<t:1700000000:R>"}}]}""", "markup.raw")]
    [InlineData("""{"embeds":[{"fields":[{"name":"<@1>","value":"a"}]}]}""", "markup.raw")]
    [InlineData("""{"content":"a","allowed_mentions":{"parse":[]},"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"b","label":"<t:1700000000>"}]}]}""", "markup.raw")]
    public async Task What_Discord_would_accept_but_people_would_suffer_from_is_a_violation(string json, string rule)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var channel = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);

        var answer = await bot.PostAsync($"channels/{channel.Id}/messages", json);

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(rule, Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task A_field_that_Discord_would_ignore_without_a_word_is_a_violation()
    {
        SchemaPresent.OrSkip();
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var channel = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);

        var answer = await bot.PostAsync($"channels/{channel.Id}/messages", """{"content":"a","allowed_mentions":{"parse":[]},"contents":"b"}""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal("field.unknown", Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task A_timestamp_where_Discord_shows_it_is_no_violation()
    {
        await using var discord = await StubDiscord.StartAsync();
        var channel = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);
        const string Time = "<t:1700000000:R>";

        var answer = await bot.PostAsync($"channels/{channel.Id}/messages", $$"""{"content":"{{Time}}","embeds":[{"description":"{{Time}}","fields":[{"name":"a","value":"{{Time}}"}]}],"allowed_mentions":{"parse":[]} }""");

        Assert.Equal(HttpStatusCode.OK, answer.Status);
    }

    [Theory]
    [InlineData("GET", "nowhere", 404, "path.unknown")]
    [InlineData("DELETE", "gateway/bot", 404, "path.unknown")]
    [InlineData("GET", "channels/abc/messages", 400, "body")]
    [InlineData("GET", "guilds/1/members/search?limit=5", 400, "body")]
    [InlineData("GET", "guilds/1/members/search?query=a&limit=1001", 400, "body")]
    [InlineData("GET", "gateway/bot?a=b", 200, "field.unknown")]
    [InlineData("GET", "guilds/1/audit-logs", 501, "stub.unknown")]
    public async Task A_path_or_query_that_Discord_does_not_have_is_a_violation(string method, string path, int status, string rule)
    {
        SchemaPresent.OrSkip();
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);

        var answer = await bot.SendAsync(new HttpMethod(method), path);

        Assert.Equal(status, (int)answer.Status);
        Assert.Equal(rule, Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task Broken_JSON_is_50109_and_a_wrong_token_401()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var channel = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);

        Assert.Equal(50109, (await bot.PostAsync($"channels/{channel.Id}/messages", "{\"content\":")).Code);
        Assert.Equal("body.json", Assert.Single(discord.Violations).Rule);
        bot.Http.DefaultRequestHeaders.Authorization = new("Bot", "wrong");
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.SendAsync(HttpMethod.Get, "users/@me")).Status);
    }

    [Fact]
    public async Task A_bot_that_does_not_say_who_it_is_breaks_a_rule()
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);
        bot.Http.DefaultRequestHeaders.Remove("User-Agent");

        await bot.SendAsync(HttpMethod.Get, "gateway");

        Assert.Equal("user-agent", Assert.Single(discord.Violations).Rule);
    }

    [Fact]
    public async Task The_end_of_a_test_in_which_a_rule_was_broken_throws_and_names_it()
    {
        var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        await bot.SendAsync(HttpMethod.Get, "nowhere");

        var failure = await Assert.ThrowsAsync<StubViolationException>(async () => await discord.DisposeAsync());
        Assert.Contains("[path.unknown] GET /api/v10/nowhere", failure.Message, StringComparison.Ordinal);
    }

    private static async Task RefusesAsync(string what, string json, string path)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        var channel = discord.AddGuild("Les Communs").AddChannel("missions");
        await using var bot = new RawBot(discord);

        var answer = await bot.PostAsync($"channels/{channel.Id}/messages", json);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, what);
        Assert.Equal(50035, answer.Code);
        var errors = path.Split('.').Aggregate(answer.Json!["errors"], (at, key) => at?[key]);
        Assert.True(errors?["_errors"] is not null, $"{what}: {answer.Json}");
        Assert.Contains(discord.Violations, v => v.Rule == "body");
        Assert.Empty(channel.Messages);
    }

    private static string Repeat(string json, int times) => string.Join(',', Enumerable.Repeat(json, times));

    private static string Row(string parts) => $$"""{"type":1,"components":[{{parts}}]}""";

    private static string Button(string id) => $$"""{"type":2,"style":1,"label":"a","custom_id":"{{id}}"}""";

    private static string Select(int least, int most)
        => $$"""{"type":3,"custom_id":"s","min_values":{{least}},"max_values":{{most}},"options":[{"label":"a","value":"a"},{"label":"b","value":"b"}]}""";
}
