using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Unisson.Bot.Settings;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Verbs;
using Xunit;

namespace Unisson.Bot.Tests.Settings;

/// <summary><c>check</c> says what it found, changes nothing, and ends with the code that fits.</summary>
public sealed class CheckTests
{
    [Fact]
    public async Task All_is_well_beside_the_program_that_uses_the_file()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/contribution log coworking 3h \"How-to\"");

        var (exitCode, said) = await CheckAsync(bot.File, bot.Now);

        Assert.Equal(0, exitCode);
        Assert.All(said, line => Assert.StartsWith("OK ", line, StringComparison.Ordinal));
        Assert.Contains(said, line => line.Contains("ledger of community 1: 1 line", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_file_yet_is_no_problem_and_makes_none()
    {
        var file = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"), "unisson.db");

        Assert.Equal(0, (await CheckAsync(file, TestBot.Start)).ExitCode);
        Assert.False(Directory.Exists(Path.GetDirectoryName(file)));
    }

    [Fact]
    public async Task A_line_that_was_changed_is_found()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/contribution log coworking 3h \"How-to\"");
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.LedgerTexts.ExecuteUpdateAsync(u => u.SetProperty(t => t.What, "Something else")));

        var (exitCode, said) = await CheckAsync(bot.File, bot.Now);

        Assert.Equal(74, exitCode);
        Assert.Contains("L1", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-6)]
    [InlineData(-60 * 24 * 365 * 20)]
    public async Task A_clock_that_runs_behind_what_was_stored_is_a_problem(int minutes)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        var (exitCode, said) = await CheckAsync(bot.File, bot.Now.AddMinutes(minutes));

        Assert.Equal(78, exitCode);
        Assert.Contains("NTP", Assert.Single(said, line => line.StartsWith("PROBLEM", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_database_is_a_problem()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, string.Concat(Enumerable.Repeat("no database at all ", 500)), TestContext.Current.CancellationToken);

        var (exitCode, said) = await CheckAsync(file, TestBot.Start);

        File.Delete(file);
        Assert.Equal(74, exitCode);
        Assert.Contains("is damaged or is not a database", said[^1], StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string[] Said)> CheckAsync(string file, DateTimeOffset now)
    {
        await using var output = new StringWriter();
        var exitCode = await new Check(new StorageSettings(file, 0), null, null, new FakeTimeProvider(now), output).RunAsync(TestContext.Current.CancellationToken);
        return (exitCode, output.ToString().TrimEnd().Split(Environment.NewLine));
    }
}
