using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Contributions;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>No closing without return, and a look back at 3 and 12 months (rule 12).</summary>
public sealed class ClosingTests
{
    private const string Learn = "claire> /mission close M1 learned:\"Small rooms first\" where:https://example.org/recipe";

    [Fact]
    public async Task It_closes_once_every_pledge_and_every_common_was_spoken_of()
    {
        await using var bot = await MethodWorld.DeliveredAsync();

        var refused = await bot.SayAsync("claire> /mission close M1");
        Assert.Contains("[mission.gate-close]", refused, StringComparison.Ordinal);
        Assert.Contains("  - what came of P1 to coworking: 10h, a how-to (Promised)\n", refused, StringComparison.Ordinal);
        Assert.Contains("  - what was learned about coworking, where it is written, and under which licence\n", refused, StringComparison.Ordinal);

        Assert.StartsWith("Written down for coworking. “Study” (M1) still needs, before it closes:\n  - what came of P1", await bot.DoAsync(Learn), StringComparison.Ordinal);
        await bot.DoAsync("claire> /mission pledge M1 P1 kept");
        var closed = await bot.DoAsync("claire> /mission status M1 closed");

        Assert.StartsWith("The mission Study (M1) is closed.\n  Promised to the commons: Kept (1).\n", closed, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): The mission Study (M1) is closed.", closed, StringComparison.Ordinal);
        Assert.Contains("Learned in “Study” (M1): Small rooms first (https://example.org/recipe, CC-BY-SA)", await bot.DoAsync("ana> /common show coworking"), StringComparison.Ordinal);
        Assert.True(await bot.SeeAsync(db => db.RoleHolders.AllAsync(h => h.Holding == Holding.Done)));
    }

    [Theory]
    [InlineData("claire> /mission close M1 learned:x", "close.where")]
    [InlineData("claire> /mission close M1 common:garden learned:x where:y", "close.common")]
    [InlineData("claire> /mission close M1 common:nowhere learned:x where:y", "common.unknown")]
    public async Task What_was_learned_needs_its_place(string line, string code)
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("me> /common add garden");

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.False(await bot.SeeAsync(db => db.Lessons.AnyAsync()));
    }

    [Fact]
    public async Task It_does_not_close_before_it_is_delivered()
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.Equal("mission.step", await bot.RefusedAsync(Learn));
        Assert.Equal("mission.step", await bot.RefusedAsync("claire> /mission status M1 closed"));
    }

    [Fact]
    public async Task A_guarantor_closes_when_the_provider_vanished()
    {
        await using var bot = await MethodWorld.DeliveredAsync();

        await bot.DoAsync("me> /mission pledge M1 P1 not-kept reason:\"nobody answers\"", "me> " + Learn["claire> ".Length..]);

        Assert.Equal(MissionState.Closed, await bot.SeeAsync(db => db.Missions.Select(m => m.State).SingleAsync()));
    }

    [Fact]
    public async Task An_older_question_answers_no_later_one()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("claire> /mission pledge M1 P1 kept", Learn);
        await bot.WaitAsync(TimeSpan.FromDays(100));
        var three = await bot.SeeAsync(db => db.Lookbacks.Where(l => l.Months == 3).Select(l => l.Id).SingleAsync());
        Assert.Null((await TapAsync("a-little")).Refused);
        await bot.WaitAsync(TimeSpan.FromDays(300));
        await bot.DoAsync("claire> /mission lookback M1 coworking yes");

        Assert.Equal("action.gone", (await TapAsync("no")).Refused);

        Assert.Equal([(3, LinkLives.ALittle), (12, LinkLives.Yes)], (await bot.SeeAsync(db => db.Lookbacks.OrderBy(l => l.Months).ToListAsync())).Select(l => (l.Months, l.Answer!.Value)));

        async Task<Bot.Kernel.Reply> TapAsync(string answer)
            => (await bot.Host.Dispatcher.HandleAsync(new("terminal", answer, "claire", "claire", null) { Action = $"v1:lookback-{answer}:{three}" }, 1, TestContext.Current.CancellationToken)).Reply;
    }

    [Fact]
    public async Task News_are_asked_at_three_and_twelve_months_and_kept()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("claire> /mission pledge M1 P1 kept", Learn);
        Assert.Equal("lookback.early", await bot.RefusedAsync("claire> /mission lookback M1 coworking yes"));

        var three = await bot.WaitAsync(TimeSpan.FromDays(100));
        Assert.Contains("→ claire (private): The mission Study (M1) ended three months ago. Is the link with coworking still alive?\n  [", three, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob (private): The mission Study", three, StringComparison.Ordinal);
        await bot.DoAsync("claire> /mission lookback M1 coworking \"a little\" note:\"they met twice\"");

        var twelve = await bot.WaitAsync(TimeSpan.FromDays(300));
        Assert.Single(Occurrences(twelve, "→ claire (private): The mission Study (M1) ended a year ago."));
        await bot.DoAsync("me> /mission lookback M1 coworking yes");

        Assert.Equal([(3, LinkLives.ALittle, "they met twice"), (12, LinkLives.Yes, null)], (await bot.SeeAsync(db => db.Lookbacks.OrderBy(l => l.Months).ToListAsync())).Select(l => (l.Months, l.Answer!.Value, l.Note)));
    }

    [Fact]
    public async Task A_ledger_cut_short_after_a_closing_is_seen_even_with_its_own_end()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("bob> /contribution log coworking 1h notes mission:M1", "bob> /contribution log coworking 2h drawings mission:M1", "claire> /mission pledge M1 P1 kept", Learn);
        var first = await bot.SeeAsync(db => db.Ledger.SingleAsync(l => l.Number == 1));
        await using (var connection = new SqliteConnection($"Data Source={bot.File};Pooling=False"))
        {
            connection.Open();
            using var cut = new SqliteCommand("PRAGMA foreign_keys = OFF; DELETE FROM LedgerTexts WHERE LineId > $id; SELECT group_concat(name) FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('Ledger', 'LedgerHeads')", connection);
            cut.Parameters.AddWithValue("$id", first.Id);
            foreach (var trigger in ((string?)cut.ExecuteScalar() ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
            {
                using var drop = new SqliteCommand($"DROP TRIGGER \"{trigger}\"", connection);
                drop.ExecuteNonQuery();
            }

            using var end = new SqliteCommand("DELETE FROM Ledger WHERE Number > 1; UPDATE LedgerHeads SET Number = 1, Hash = $hash", connection);
            end.Parameters.AddWithValue("$hash", first.Hash);
            end.ExecuteNonQuery();
        }

        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, 1, TestContext.Current.CancellationToken));
        Assert.Equal((LedgerFault.Missing, 2), (found.Fault, found.At));
    }

    [Fact]
    public async Task An_end_that_is_taken_back_asks_for_no_news()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("claire> /mission pledge M1 P1 kept", Learn, "me> /mission status M1 delivered reason:\"the recipe is missing\"");

        Assert.False(await bot.SeeAsync(db => db.Lookbacks.AnyAsync()));
    }

    private static IEnumerable<int> Occurrences(string text, string of) => Enumerable.Range(0, text.Length).Where(i => text.AsSpan(i).StartsWith(of, StringComparison.Ordinal));
}
