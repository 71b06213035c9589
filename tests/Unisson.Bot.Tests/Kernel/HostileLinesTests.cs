using System.Globalization;
using CsCheck;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Terminal;
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
        await bot.DoAsync("claire> /common add coworking", "claire> /mission open Lons commons:coworking", "bob> /mission open Secret visibility:private");
        var ct = TestContext.Current.CancellationToken;
        var lines = HostileLines.Of(bot.Host.Catalogue);
        var key = 0;

        // Lines of many people wait for the same commit, as they do at a busy door.
        for (var done = 0; done < Lines; done += 500)
        {
            var batch = lines.Array[500].Single();
            await Parallel.ForEachAsync(batch, new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (typed, token) =>
            {
                var incoming = new Incoming(Conversation.Door, $"hostile-{Interlocked.Increment(ref key)}", Fold.Of(typed.Who), typed.Who, null) { Text = typed.Line };
                var answer = await bot.Host.Dispatcher.HandleAsync(incoming, Conversation.Local, token);
                Assert.False(answer.Reply.Refused == "error.unexpected", $"{typed.Who}> {typed.Line}\n{string.Join('\n', bot.Unexpected)}");
                Assert.False(string.IsNullOrWhiteSpace(answer.Reply.First), typed.Line);
                Assert.Empty(answer.Reply.Mentions);
                Assert.DoesNotContain("Secret", typed.Who == "bob" ? "" : string.Concat([answer.Reply.First, .. answer.Reply.Lines]), StringComparison.Ordinal);
            });
        }

        Assert.Equal(Lines, key);
        Assert.Empty(bot.Unexpected);
    }
}
