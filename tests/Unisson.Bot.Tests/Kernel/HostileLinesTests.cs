using System.Globalization;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Kernel;

/// <summary>Whatever is typed gets a sentence. <c>TEST_LINES</c> sets how many lines are tried, 100,000 by default.</summary>
public sealed class HostileLinesTests
{
    private static readonly int Lines = int.Parse(Environment.GetEnvironmentVariable("TEST_LINES") ?? "100000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Hostile_lines_are_answered_and_nothing_breaks()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync([.. HostileRun.World]);

        var heard = await HostileRun.RunAsync(bot.Host, Lines, TestContext.Current.CancellationToken);

        Assert.Empty(heard.Wrong);
        Assert.Equal(Lines, heard.Answered);
        Assert.Empty(bot.Unexpected);
    }
}
