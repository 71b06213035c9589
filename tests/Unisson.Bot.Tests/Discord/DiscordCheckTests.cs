using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Settings;
using Unisson.Bot.Verbs;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary><c>check</c> where the bot is on Discord.</summary>
public sealed class DiscordCheckTests : IAsyncLifetime
{
    private StubDiscord _discord = null!;

    public async ValueTask InitializeAsync() => _discord = await StubDiscord.StartAsync();

    public ValueTask DisposeAsync() => _discord.DisposeAsync();

    [Fact]
    public async Task The_bots_name_and_the_link_to_invite_it_are_said()
    {
        var (exitCode, said) = await CheckAsync();

        Assert.Equal(0, exitCode);
        Assert.All(said, line => Assert.StartsWith("OK ", line, StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("“unisson”", StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains($"client_id={_discord.ApplicationId}&scope=bot+applications.commands&permissions=309237763072", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_token_is_a_problem_with_its_cure_and_is_not_repeated()
    {
        _discord.RevokeToken();

        var (exitCode, said) = await CheckAsync();

        Assert.Equal(78, exitCode);
        Assert.Contains("Reset Token", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.DoesNotContain(said, line => line.Contains(_discord.Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_answer_is_a_problem_of_the_network()
    {
        await _discord.RefuseConnectionsAsync();

        var (exitCode, said) = await CheckAsync();

        Assert.Equal(69, exitCode);
        Assert.Contains("127.0.0.1", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_discords_is_a_problem_too()
    {
        _discord.Faults.Answer(404);

        var (exitCode, said) = await CheckAsync();

        Assert.Equal(69, exitCode);
        Assert.Contains("404", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(60, "ahead of")]
    [InlineData(-60, "behind")]
    public async Task A_clock_that_differs_from_discords_is_a_problem(int seconds, string side)
    {
        var (exitCode, said) = await CheckAsync(TimeProvider.System.GetUtcNow().AddSeconds(seconds));

        var problem = Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal));
        Assert.Equal(78, exitCode);
        Assert.Matches($"clock is (59|60|61) s {side} Discord", problem);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task A_few_seconds_are_no_problem(int seconds)
        => Assert.Equal(0, (await CheckAsync(TimeProvider.System.GetUtcNow().AddSeconds(seconds))).ExitCode);

    private async Task<(int ExitCode, string[] Said)> CheckAsync(DateTimeOffset? now = null)
    {
        await using var output = new StringWriter();
        var settings = new DiscordSettings { Token = _discord.Token, ApiBaseUrl = _discord.ApiBaseUrl };
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "unisson.db");
        var time = new FakeTimeProvider(now ?? TimeProvider.System.GetUtcNow());
        var exitCode = await new Check(new StorageSettings(file, 0), settings, null, time, output).RunAsync(TestContext.Current.CancellationToken);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }
}
