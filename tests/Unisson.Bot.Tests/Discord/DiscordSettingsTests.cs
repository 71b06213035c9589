using Microsoft.Extensions.Configuration;
using Unisson.Bot.Settings;
using Unisson.Bot.Verbs;
using Unisson.Discord;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>The settings of the door on Discord; the token is in no problem and in no text.</summary>
public sealed class DiscordSettingsTests : IDisposable
{
    private const string Token = "MTA0.aGVsbG8.secret-of-the-bot";

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void A_token_opens_the_door_and_the_rest_is_as_discord_recommends()
    {
        var discord = Read([("Discord:Token", Token)], out _)!.Discord!;

        Assert.Equal((Token, "https://discord.com/api/v10", 0, true), (discord.Token, discord.ApiBaseUrl.ToString(), discord.Shards, discord.DirectMessages));
        Assert.Equal((null, GatewayIntents.Guilds | GatewayIntents.DirectMessages), (discord.ForWire().Shards, discord.ForWire().Intents));
    }

    [Fact]
    public void Without_direct_messages_only_servers_are_heard_of()
    {
        var wire = Read([("Discord:Token", Token), ("Discord:DirectMessages", "false"), ("Discord:Shards", "2")], out _)!.Discord!.ForWire();

        Assert.Equal((2, GatewayIntents.Guilds), (wire.Shards, wire.Intents));
    }

    [Fact]
    public void The_token_is_read_from_its_file_without_the_line_end()
    {
        File.WriteAllText(_file, Token + "\n");

        Assert.Equal(Token, Read([("Discord:TokenFile", _file)], out _)!.Discord!.Token);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData(Token + "\n" + Token)]
    [InlineData("Bot " + Token)]
    public void A_file_that_holds_no_token_is_a_problem(string content)
    {
        File.WriteAllText(_file, content);

        Assert.Null(Read([("Discord:TokenFile", _file)], out var problems));
        Assert.StartsWith("Discord:Token", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_with_its_path()
    {
        Assert.Null(Read([("Discord:TokenFile", "/nowhere/token")], out var problems));
        Assert.Contains("/nowhere/token", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_an_empty_token_opens_no_door()
        => Assert.Null(Read([("Discord:Token", ""), ("Discord:TokenFile", "")], out _)!.Discord);

    [Theory]
    [InlineData("Discord:ApiBaseUrl", "discord.com/api", "https://")]
    [InlineData("Discord:ApiBaseUrl", "file:///etc/passwd", "https://")]
    [InlineData("Discord:Shards", "-1", "0 to")]
    [InlineData("Discord:DirectMessages", "yes", "true or false")]
    [InlineData("Discord:Tokn", Token, "Discord:Token")]
    [InlineData("Discord:TokenFile", "/tmp/token", "leave one of them out")]
    [InlineData("Limits:CommandsPerMinute", "-1", "0 to")]
    public void A_problem_names_its_key_and_its_cure_and_never_the_token(string key, string value, string cure)
    {
        Assert.Null(Read([("Discord:Token", Token), (key, value)], out var problems));

        var problem = Assert.Single(problems);
        Assert.StartsWith(key.Split(':')[0], problem, StringComparison.Ordinal);
        Assert.Contains(cure, problem, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("two words")]
    [InlineData("two\nlines")]
    public void A_token_that_cannot_be_one_is_a_problem_that_does_not_repeat_it(string token)
    {
        Assert.Null(Read([("Discord:Token", token)], out var problems));
        Assert.DoesNotContain(token, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_the_settings_holds_the_token()
    {
        var all = Read([("Discord:Token", Token)], out _)!;

        Assert.DoesNotContain(Token, all.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true, "--terminal")]
    public void The_terminal_beside_it_is_asked_for(bool expected, params string[] args)
        => Assert.Equal(expected, CommandLineReader.Read(args, TextWriter.Null, TextWriter.Null, out _)!.Terminal);

    public void Dispose() => File.Delete(_file);

    private static AllSettings? Read((string Key, string Value)[] given, out IReadOnlyList<string> problems)
        => SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(given.ToDictionary(g => g.Key, g => (string?)g.Value)).Build(), out problems);
}
