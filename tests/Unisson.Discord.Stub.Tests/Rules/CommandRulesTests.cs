using System.Net;
using Xunit;

namespace Unisson.Discord.Stub.Tests.Rules;

/// <summary>Commands as Discord takes them; most of these rules are not in its file.</summary>
public sealed class CommandRulesTests
{
    public static TheoryData<string, string, string> RefusedBySchema { get; } = new()
    {
        { "a description of 101", $$"""[{"name":"mission","description":"{{new string('a', 101)}}"}]""", "0.description" },
        { "26 options", Options(string.Join(',', Enumerable.Range(0, 26).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"a"}"""))), "0.options" },
    };

    /// <summary>What Discord's file does not know.</summary>
    public static TheoryData<string, string, string> RefusedByRule { get; } = new()
    {
        { "capitals", """[{"name":"Mission","description":"a"}]""", "0.name" },
        { "a blank", """[{"name":"my mission","description":"a"}]""", "0.name" },
        { "an exclamation mark", """[{"name":"mission!","description":"a"}]""", "0.name" },
        { "capitals in French", """[{"name":"mission","name_localizations":{"fr":"Mission"},"description":"a"}]""", "0.name_localizations.fr" },
        { "33 characters", $$"""[{"name":"{{new string('a', 33)}}","description":"a"}]""", "0.name" },
        { "a language Discord does not have", """[{"name":"mission","name_localizations":{"fr-FR":"mission"},"description":"a"}]""", "0.name_localizations" },
        { "no description", """[{"name":"mission"}]""", "0.description" },
        { "the same name twice", """[{"name":"mission","description":"a"},{"name":"mission","description":"b"}]""", "0.name" },
        { "a needed option after another", Options("""{"type":3,"name":"a","description":"a"},{"type":3,"name":"b","description":"b","required":true}"""), "0.options.1" },
        { "two options of one name", Options("""{"type":3,"name":"a","description":"a"},{"type":3,"name":"a","description":"b"}"""), "0.options.0.name" },
        { "the same French name twice", Options("""{"type":3,"name":"a","name_localizations":{"fr":"c"},"description":"a"},{"type":3,"name":"b","name_localizations":{"fr":"c"},"description":"b"}"""), "0.options.0.name_localizations.fr" },
        { "a French name that is another's default", Options("""{"type":3,"name":"a","name_localizations":{"fr":"b"},"description":"a"},{"type":3,"name":"b","name_localizations":{"fr":"c"},"description":"b"}"""), "0.options.0.name_localizations.fr" },
        { "completion beside choices", Options("""{"type":3,"name":"a","description":"a","autocomplete":true,"choices":[{"name":"x","value":"x"}]}"""), "0.options.0.autocomplete" },
        { "completion of a person", Options("""{"type":6,"name":"a","description":"a","autocomplete":true}"""), "" },
        { "a choice of 101", Options($$"""{"type":3,"name":"a","description":"a","choices":[{"name":"{{new string('x', 101)}}","value":"x"}]}"""), "0.options.0.choices.0.name" },
        { "a number as a text's choice", Options("""{"type":3,"name":"a","description":"a","choices":[{"name":"x","value":1}]}"""), "0.options.0.choices.0.value" },
        { "a choice's name twice", Options("""{"type":3,"name":"a","description":"a","choices":[{"name":"x","value":"1"},{"name":"x","value":"2"}]}"""), "0.options.0.choices.1.name" },
        { "an option beside a subcommand", Options("""{"type":1,"name":"a","description":"a"},{"type":3,"name":"b","description":"b"}"""), "0.options" },
        { "a group in a group", Options("""{"type":2,"name":"a","description":"a","options":[{"type":2,"name":"b","description":"b"}]}"""), "" },
        { "8,001 characters", Options(string.Join(',', Enumerable.Range(0, 25).Select(i => $$"""{"type":1,"name":"o{{i}}","description":"{{new string('a', 100)}}","options":[{"type":3,"name":"x","description":"{{new string('a', 100)}}","choices":[{"name":"{{new string('c', 100)}}","value":"{{new string('d', 30)}}"}]}]}"""))), "0" },
        { "a menu command with description", """[{"type":3,"name":"Log","description":"a"}]""", "0.description" },
        { "16 message commands", "[" + string.Join(',', Enumerable.Range(0, 16).Select(i => $$"""{"type":3,"name":"Log {{i}}"}""")) + "]", "" },
    };

    [Theory]
    [MemberData(nameof(RefusedBySchema))]
    public async Task Commands_that_do_not_fit_Discords_file_are_refused_whole(string what, string json, string path)
    {
        SchemaPresent.OrSkip();
        await RefusesAsync(what, json, path);
    }

    [Theory]
    [MemberData(nameof(RefusedByRule))]
    public Task Commands_that_break_a_rule_are_refused_whole(string what, string json, string path) => RefusesAsync(what, json, path);

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(1, HttpStatusCode.BadRequest)]
    public async Task Of_each_text_the_longest_localisation_counts_towards_8000(int more, HttpStatusCode expected)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);
        // The command's own name and description take 8; each of 25 choices 4 for its value, 100 for its French name (2 for the English one).
        var choices = Enumerable.Range(10, 25).Select(i => $$"""{"name":"{{i}}","name_localizations":{"fr":"{{i}}{{new string('x', 98)}}"},"value":"v-{{i}}"}""");
        var options = Enumerable.Range(0, 3).Select(i => $$"""{"type":3,"name":"o{{i}}","description":"a","choices":[{{string.Join(',', choices)}}]}""");
        var rest = 8000 - 8 - (3 * (2 + 1 + (25 * 104))) - "last".Length;
        var last = $$"""{"type":3,"name":"last","description":"a","description_localizations":{"fr":"{{new string('d', 100)}}" } }""";
        var filler = $$"""{"type":3,"name":"f","description":"{{new string('e', rest - 100 - 1 + more)}}"}""";

        var answer = await bot.SendAsync(HttpMethod.Put, $"applications/{discord.ApplicationId}/commands", Options(string.Join(',', [.. options, last, filler])));

        Assert.Equal(expected, answer.Status);
    }

    [Fact]
    public async Task A_command_keeps_its_id_when_all_are_overwritten_and_lists_leave_localisations_out()
    {
        await using var discord = await StubDiscord.StartAsync();
        await using var bot = new RawBot(discord);
        var path = $"applications/{discord.ApplicationId}/commands";

        var first = await bot.SendAsync(HttpMethod.Put, path, """[{"name":"mission","description":"a"},{"name":"aide","description":"b"}]""");
        var second = await bot.SendAsync(HttpMethod.Put, path, """[{"name":"mission","name_localizations":{"fr":"mission-fr"},"description":"c"}]""");
        var plain = await bot.SendAsync(HttpMethod.Get, path);
        var full = await bot.SendAsync(HttpMethod.Get, path + "?with_localizations=true");

        Assert.Equal((string?)first.Json![0]!["id"], (string?)second.Json![0]!["id"]);
        Assert.NotEqual((string?)first.Json[0]!["version"], (string?)second.Json[0]!["version"]);
        Assert.Null(plain.Json![0]!["name_localizations"]);
        Assert.Equal("mission-fr", (string?)full.Json![0]!["name_localizations"]!["fr"]);
        Assert.Equal(["mission"], discord.CommandsIn(null));
    }

    private static async Task RefusesAsync(string what, string json, string path)
    {
        await using var discord = await StubDiscord.StartAsync(new() { Strict = false });
        await using var bot = new RawBot(discord);

        var answer = await bot.SendAsync(HttpMethod.Put, $"applications/{discord.ApplicationId}/commands", json);

        Assert.True(answer.Status == HttpStatusCode.BadRequest, what);
        var errors = path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(answer.Json!["errors"], (at, key) => at?[key]);
        Assert.True(path.Length == 0 || errors?["_errors"] is not null, $"{what}: {answer.Json}");
        Assert.Empty(discord.CommandsIn(null));
    }

    private static string Options(string options) => $$"""[{"name":"mission","description":"a","options":[{{options}}]}]""";
}
