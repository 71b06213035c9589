using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Unisson.Bot.Storage;

/// <summary>Brings a file to this program's schema, after a copy of it; refuses one that a newer program wrote.</summary>
internal static class Schema
{
    public static void BringUp(SqliteConnection connection, string path)
    {
        var waiting = Waiting(connection, path, out var applied);
        if (waiting > 0)
        {
            if (applied.Count > 0)
            {
                Copy(connection, path, applied[^1]);
            }

            CommonIndex.Teach(connection);
            using var db = new SqliteBotDb(new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(connection).Options);
            db.Database.Migrate();
        }

        Guarded(connection, path);
    }

    /// <summary>How many steps the file is behind this program.</summary>
    /// <exception cref="StorageException">It is ahead of it.</exception>
    public static int Waiting(SqliteConnection connection, string path, out List<string> applied)
    {
        var known = Known();
        applied = Applied(connection);
        if (applied.FirstOrDefault(a => !known.Contains(a, StringComparer.Ordinal)) is { } newer)
        {
            throw new StorageException($"The database {path} was written by a newer version of the bot (schema {newer}). Nothing was changed. Start that version again, or put back the copy that it kept beside the file before its migration.");
        }

        return known.Count - applied.Count;
    }

    /// <summary>Looks for what keeps the ledger append-only, and its sums those of its lines.</summary>
    /// <exception cref="StorageException">It is gone.</exception>
    public static void Guarded(SqliteConnection connection, string path)
    {
        if (Count(connection, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'trigger' AND name IN ('Ledger_no_update', 'Ledger_no_delete', 'Ledger_sums')") != 3)
        {
            throw new StorageException($"The database {path} has lost triggers that keep the ledger append-only and its sums right. Nothing was changed. Put the last backup in its place, then start again.");
        }
    }

    private static List<string> Known()
        => [.. typeof(Schema).Assembly.GetTypes().Where(t => t.BaseType == typeof(Migration)).Select(t => t.GetCustomAttribute<MigrationAttribute>()?.Id).OfType<string>().Order(StringComparer.Ordinal)];

    private static List<string> Applied(SqliteConnection connection)
    {
        if (Count(connection, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsHistory'") == 0)
        {
            return [];
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY \"MigrationId\"";
        using var rows = command.ExecuteReader();
        var ids = new List<string>();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    private static void Copy(SqliteConnection connection, string path, string schema)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "VACUUM INTO $copy";
        command.Parameters.AddWithValue("$copy", $"{path}.{schema}.copy");
        File.Delete($"{path}.{schema}.copy");
        command.ExecuteNonQuery();
    }

    private static long Count(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }
}
