using Unisson.Bot.Contributions;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed class AboutLinesTests
{
    [Fact]
    public async Task What_was_written_about_a_line_is_found_by_its_index_however_long_the_ledger_is()
    {
        await using var bot = await TestBot.StartAsync();

        var plan = await bot.SeeAsync(db => QueryPlans.OfAsync(db, Standing.About(db, Conversation.Local, [1, 2])));

        Assert.Contains(plan, step => step.Contains("IX_Ledger_CommunityId_About (CommunityId=? AND About=?)", StringComparison.Ordinal));
    }
}
