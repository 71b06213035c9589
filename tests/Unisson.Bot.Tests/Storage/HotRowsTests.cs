using Microsoft.Data.Sqlite;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Storage;

public sealed class HotRowsTests
{
    /// <summary>What a connection prepared must not outlive its closing: it would speak through another's hands.</summary>
    [Fact]
    public async Task Reading_goes_on_after_connections_were_closed_for_good()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /about");
        for (var round = 0; round < 4; round++)
        {
            await using (var db = bot.Host.Store.Read())
            {
                Assert.Equal("claire", (await db.SpeakerAsync("terminal", "claire", 1, TestContext.Current.CancellationToken))!.Name);
            }

            SqliteConnection.ClearAllPools();
        }
    }
}
