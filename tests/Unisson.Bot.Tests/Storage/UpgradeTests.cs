using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Unisson.Bot.Commons;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Terminal;
using Xunit;

namespace Unisson.Bot.Tests.Storage;

/// <summary>
/// A community that began with the first schema comes along to today's. <c>FirstSchema.sql</c> holds it as the program of that time wrote it
/// and never changes; whatever migrations follow, this begins at the first.
/// </summary>
public sealed class UpgradeTests
{
    private const string First = "20261124000000_Initial";

    [Fact]
    public async Task A_file_of_the_first_schema_comes_along_with_all_that_is_in_it()
    {
        using var child = new Child();
        var before = await MakeAsync(child.File);
        Assert.All(before, t => Assert.True(t.Value > 0, $"{t.Key} is empty: the script has to fill every table."));

        var read = await child.RunAsync("claire> /mission show M1\nclaire> /call show C1\nbob> /contribution list\nclaire> /reminder list\nclaire> /contribution verify\nana> /my show\n", "--strict");
        var lived = await child.RunAsync("/wait 5 days\nclaire> /contribution log coworking 1h suite\nclaire> /contribution verify\n", "--strict");

        Assert.Equal((0, 0, ""), (read.ExitCode, lived.ExitCode, read.Errors + lived.Errors));
        Assert.All(
            (string[])["Étude coworking (M1): Open", "Helping commoner: ana (Selected)", "1 of 2 places open.", "R2 · Sunday 6 December at 9:00 · envoyer le devis", "“atelier”: claire asks for your yes", "relire la fiche", "last link 1be2d88fc226: no line was changed.", "Your answer: Yes."],
            words => Assert.Contains(words, Plain(read.Output), StringComparison.Ordinal));
        Assert.All(
            (string[])["→ cy (private): De nouveau, comme tu voulais : Étude coworking", "→ claire (private): Reminder: envoyer le devis.", "C1, for Étude coworking, is over: 1 of 2 places taken.", "→ cy (private): Rappel : point du mardi.", "L3 is in the ledger", "3 lines up to L3"],
            words => Assert.Contains(words, Plain(lived.Output), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_copy_is_kept_every_row_is_read_and_the_ledger_still_takes_no_change()
    {
        using var child = new Child();
        var before = await MakeAsync(child.File);
        await using (var store = Store.Open(child.File))
        {
            await using var db = store.Read();
            Assert.Empty(await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            Assert.Equal(db.Database.GetMigrations().Count() > 1, File.Exists($"{child.File}.{First}.copy"));
            foreach (var (table, rows) in db.Model.GetEntityTypes().Select(t => (t.GetTableName()!, ReadAll(db, t.ClrType).Count)))
            {
                Assert.True(rows == before.GetValueOrDefault(table, rows), $"{table}: {rows} of {before.GetValueOrDefault(table)} rows were read.");
            }
        }

        using var connection = Connect(child.File);
        Assert.All(
            (string[])["UPDATE Ledger SET Number = 9", "DELETE FROM Ledger"],
            change => Assert.Contains("append-only", Assert.Throws<SqliteException>(() => Run(connection, change)).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_said_before_of_channels_levels_and_consent_goes_on_under_its_new_names()
    {
        using var child = new Child();
        await MakeAsync(child.File);
        using (var connection = Connect(child.File))
        {
            Run(connection, "UPDATE Commons SET Channel = '!room:jura.example' WHERE Slug = 'coworking'; UPDATE Commons SET Channel = 'ask Claire' WHERE Slug = 'fablab'");
        }

        await using var store = Store.Open(child.File);
        await using var db = store.Read();
        foreach (var (words, slug) in (ValueTuple<string, string>[])[("coworkings", "coworking"), ("lieux partagées", "coworking"), ("fabl", "fablab"), ("demander Claire ask", "fablab")])
        {
            Assert.Equal(slug, (await CommonSearch.FindAsync(db, 1, words, TestContext.Current.CancellationToken)).Commons[0].Slug);
        }

        var channel = await db.Channels.SingleAsync(c => c.CommonId != null, TestContext.Current.CancellationToken);
        Assert.Equal(("matrix", "!room:jura.example", 1L), (channel.Door, channel.ExternalId, channel.CommonId!.Value));
        Assert.Equal("ask Claire", await db.Commons.Where(c => c.Slug == "fablab").Select(c => c.About).SingleAsync(TestContext.Current.CancellationToken));
        Assert.Equal([2, 2, 1, 2], await db.Experiences.OrderBy(x => x.Id).Select(x => (int)x.Counted).Take(4).ToListAsync(TestContext.Current.CancellationToken));
        Assert.All(
            await db.Memberships.ToListAsync(TestContext.Current.CancellationToken),
            m => Assert.Equal(m.Asks > 0 ? m.ConsentAt!.Value.AddDays(91) : null, m.StillTrueAt));
    }

    /// <summary>The file as it was; how many rows each table has.</summary>
    private static async Task<Dictionary<string, long>> MakeAsync(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var connection = Connect(file);
        await using var db = new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(connection).Options);
        await db.GetService<IMigrator>().MigrateAsync(First, TestContext.Current.CancellationToken);
        Run(connection, await File.ReadAllTextAsync(Path.Combine(Checkout.Folder, "tests/Unisson.Bot.Tests/Storage/FirstSchema.sql"), TestContext.Current.CancellationToken));
        var tables = await db.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_\\_EF%' ESCAPE '\\' AND name NOT LIKE 'sqlite%'").ToListAsync(TestContext.Current.CancellationToken);
        return tables.ToDictionary(t => t, t => Count(connection, t));
    }

    private static List<object> ReadAll(BotDb db, Type type)
        => [.. (IQueryable<object>)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(type).Invoke(db, null)!];

    private static SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (long)command.ExecuteScalar()!;
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');
}
