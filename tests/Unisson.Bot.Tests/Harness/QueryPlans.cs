using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Harness;

/// <summary>How SQLite would run a query.</summary>
internal static class QueryPlans
{
    /// <summary>A step each; the values stand in the query.</summary>
    public static async Task<List<string>> OfAsync<T>(BotDb db, IQueryable<T> query)
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
