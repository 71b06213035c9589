using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;
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

        var plan = await bot.SeeAsync(db => PlanAsync(db, Standing.About(db, Conversation.Local, [1, 2])));

        Assert.Contains(plan, step => step.Contains("IX_Ledger_CommunityId_About (CommunityId=? AND About=?)", StringComparison.Ordinal));
    }

    /// <summary>How SQLite would run it, a step each; the values stand in the query.</summary>
    private static async Task<List<string>> PlanAsync(BotDb db, IQueryable<LedgerLine> query)
    {
        var lines = query.ToQueryString().Split('\n', StringSplitOptions.TrimEntries);
        var sql = string.Join(' ', lines.Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
        foreach (var set in lines.Where(l => l.StartsWith(".param set ", StringComparison.Ordinal)).Select(l => l.Split(' ', 4)))
        {
            sql = sql.Replace(set[2], set[3], StringComparison.Ordinal);
        }

        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var steps = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            steps.Add(rows.GetString(3));
        }

        return steps;
    }
}
