using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Somebody changes the file behind the program's back: the check names the line.</summary>
public sealed class LedgerCheckTests
{
    [Fact]
    public async Task A_whole_chain_holds()
    {
        await using var bot = await WithFiveLinesAsync();
        var head = await bot.SeeAsync(db => db.LedgerHeads.Select(h => h.Hash).SingleAsync());
        var link = Convert.ToHexStringLower(head)[..12];

        Assert.Equal(
            $"""
            5 lines up to L5, last link {link}: no line was changed.
              Write this link down: as long as L5 still ends in it, nothing up to there was changed.

            """,
            await bot.SayAsync("bob> /contribution verify"));
        Assert.StartsWith($"5 lignes jusqu’à L5, dernier maillon {link} : aucune ligne n’a été changée.\n", await bot.SayAsync("bob> /contribution vérifier"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE Ledger SET Minutes = Minutes + 1 WHERE Number = 3")]
    [InlineData("DELETE FROM Ledger WHERE Number = 5")]
    public async Task The_database_itself_refuses_to_change_a_line(string sql)
    {
        await using var bot = await WithFiveLinesAsync();

        var error = Assert.Throws<SqliteException>(() => Tamper(bot, sql, dropTriggers: false));

        Assert.Contains("append-only", error.Message, StringComparison.Ordinal);
        Assert.Equal(5, await bot.SeeAsync(db => db.Ledger.CountAsync()));
    }

    [Theory]
    [InlineData("UPDATE Ledger SET Minutes = Minutes + 1 WHERE Number = 3", LedgerFault.Changed, 3)]
    [InlineData("UPDATE Ledger SET Minutes = NULL WHERE Number = 1", LedgerFault.Changed, 1)]
    [InlineData("UPDATE Ledger SET Cents = 1 WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("UPDATE Ledger SET At = At + 1 WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("UPDATE Ledger SET \"On\" = '2026-11-01' WHERE Number = 4", LedgerFault.Changed, 4)]
    [InlineData("UPDATE Ledger SET \"On\" = 'yesterday' WHERE Number = 4", LedgerFault.Changed, 4)]
    [InlineData("UPDATE Ledger SET PersonId = NULL WHERE Number = 4", LedgerFault.Changed, 4)]
    [InlineData("UPDATE Ledger SET Contribution = 'Code' WHERE Number = 5", LedgerFault.Changed, 5)]
    [InlineData("UPDATE Ledger SET Contribution = 'Nonsense' WHERE Number = 5", LedgerFault.Changed, 5)]
    [InlineData("UPDATE Ledger SET Kind = 'Withdrawal' WHERE Number = 1", LedgerFault.Changed, 1)]
    [InlineData("UPDATE Ledger SET About = 1 WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("UPDATE Ledger SET Commitment = zeroblob(32) WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("UPDATE Ledger SET Commitment = zeroblob(4000) WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("UPDATE Ledger SET Previous = zeroblob(32) WHERE Number = 2", LedgerFault.Unlinked, 2)]
    [InlineData("UPDATE Ledger SET Hash = zeroblob(32) WHERE Number = 2", LedgerFault.Changed, 2)]
    [InlineData("DELETE FROM LedgerTexts WHERE LineId = 1; DELETE FROM Ledger WHERE Number = 1", LedgerFault.Missing, 1)]
    [InlineData("DELETE FROM Ledger WHERE Number = 3", LedgerFault.Missing, 3)]
    [InlineData("DELETE FROM Ledger WHERE Number >= 4", LedgerFault.Missing, 4)]
    [InlineData("DELETE FROM Ledger", LedgerFault.Missing, 1)]
    [InlineData("UPDATE Ledger SET Number = 99 WHERE Number = 2; UPDATE Ledger SET Number = 2 WHERE Number = 3; UPDATE Ledger SET Number = 3 WHERE Number = 99", LedgerFault.Unlinked, 2)]
    [InlineData("UPDATE Ledger SET CommunityId = 2 WHERE Number = 4", LedgerFault.Missing, 4)]
    [InlineData("UPDATE LedgerTexts SET What = 'other' WHERE LineId = 2", LedgerFault.Reworded, 2)]
    [InlineData("UPDATE LedgerTexts SET Amount = NULL WHERE LineId = 2", LedgerFault.Reworded, 2)]
    [InlineData("UPDATE LedgerTexts SET Name = 'ana' WHERE LineId = 3", LedgerFault.Reworded, 3)]
    [InlineData("UPDATE LedgerTexts SET Link = '' WHERE LineId = 3", LedgerFault.Reworded, 3)]
    [InlineData("UPDATE LedgerTexts SET Salt = zeroblob(16) WHERE LineId = 3", LedgerFault.Reworded, 3)]
    [InlineData("UPDATE LedgerHeads SET Number = 4", LedgerFault.Misheaded, 5)]
    [InlineData("UPDATE LedgerHeads SET Number = 6", LedgerFault.Missing, 6)]
    [InlineData("UPDATE LedgerHeads SET Hash = zeroblob(32)", LedgerFault.Misheaded, 5)]
    [InlineData("DELETE FROM LedgerHeads", LedgerFault.Misheaded, 1)]
    public async Task A_change_behind_its_back_is_named(string sql, LedgerFault fault, int at)
    {
        await using var bot = await WithFiveLinesAsync();
        Tamper(bot, sql, dropTriggers: true);

        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));
        var said = await bot.DoAsync("bob> /contribution verify");

        Assert.Equal((fault, at), (found.Fault, found.At));
        Assert.StartsWith("The ledger was changed: ", said, StringComparison.Ordinal);
        Assert.Contains($"L{at}", said, StringComparison.Ordinal);
    }

    /// <summary>One line put in with a hash that fits it: what follows no longer does.</summary>
    [Fact]
    public async Task A_line_put_in_with_a_fitting_hash_breaks_the_next_link()
    {
        await using var bot = await WithFiveLinesAsync();
        var lines = await bot.SeeAsync(db => db.Ledger.Include(l => l.Text).OrderBy(l => l.Number).ToListAsync());
        var before = new LedgerHead { CommunityId = 1, Number = 2, Hash = lines[1].Hash };
        var forged = before.Append(new Entry(lines[2].AuthorId, lines[2].PersonId, lines[2].CommonId, null, new Given(ContributionKind.Time, 600, null), lines[2].On, "work", "10h", null, null), lines[2].At);
        Tamper(
            bot,
            $"UPDATE Ledger SET Minutes = 600, Commitment = x'{Convert.ToHexString(forged.Commitment)}', Hash = x'{Convert.ToHexString(forged.Hash)}' WHERE Number = 3;" +
            $"UPDATE LedgerTexts SET What = 'work', Amount = '10h', Salt = x'{Convert.ToHexString(forged.Text!.Salt)}' WHERE LineId = {lines[2].Id}",
            dropTriggers: true);

        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));

        Assert.Equal((LedgerFault.Unlinked, 4, 3), (found.Fault, found.At, found.Count));
    }

    [Theory]
    [InlineData("UPDATE LedgerSums SET Minutes = Minutes + 1")]
    [InlineData("UPDATE LedgerSums SET Month = '2026-01-01'")]
    [InlineData("UPDATE LedgerSums SET Contribution = 'Code'")]
    [InlineData("DELETE FROM LedgerSums")]
    [InlineData("INSERT INTO LedgerSums SELECT CommunityId, CommonId, '2026-01-01', 'Money', 0, 5 FROM LedgerSums")]
    public async Task Sums_that_are_not_those_of_the_lines_are_found(string sql)
    {
        await using var bot = await WithFiveLinesAsync();
        Tamper(bot, sql, dropTriggers: false);

        Assert.Equal(
            """
            All lines of the ledger hold, but the sums kept beside them were changed: they are not those of its lines.
              Tell who runs this bot: nothing more should be written before the last backup was compared.

            """,
            await bot.SayAsync("bob> /contribution verify"));
    }

    [Fact]
    public async Task A_forgotten_text_is_no_fault()
    {
        await using var bot = await WithFiveLinesAsync();
        Tamper(bot, "DELETE FROM LedgerTexts WHERE LineId = 2", dropTriggers: false);

        var found = await bot.SeeAsync(db => LedgerCheck.RunAsync(db, Conversation.Local, TestContext.Current.CancellationToken));

        Assert.Equal((null, 5, 1), (found.Fault, found.Count, found.Forgotten));
    }

    private static async Task<TestBot> WithFiveLinesAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        for (var i = 0; i < 5; i++)
        {
            await bot.DoAsync("bob> /contribution log coworking 1h work");
        }

        return bot;
    }

    private static void Tamper(TestBot bot, string sql, bool dropTriggers)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = bot.File, ForeignKeys = false, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = (dropTriggers ? "DROP TRIGGER Ledger_no_update; DROP TRIGGER Ledger_no_delete;" : "") + sql;
        command.ExecuteNonQuery();
    }
}
