using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>Says once what a file is for: real, or practice with a clock of its own. Plain statements, because it stands before the first answer.</summary>
internal static class Purpose
{
    /// <summary>The clock of a practice file, or null. A file that nobody has used yet becomes what is wished.</summary>
    public static DateTimeOffset? Of(SqliteConnection connection, DateTimeOffset? practice)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO "Instances" ("Id", "PracticeNow")
            SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM "Communities") THEN NULL ELSE $now END WHERE NOT EXISTS (SELECT 1 FROM "Instances");
            SELECT "PracticeNow" FROM "Instances";
            """;
        command.Parameters.AddWithValue("$now", (object?)practice?.UtcTicks ?? DBNull.Value);
        return command.ExecuteScalar() is long ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
    }
}
