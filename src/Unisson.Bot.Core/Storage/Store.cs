using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>
/// The SQLite file: opened, brought to this program's schema, read beside its one writer. WAL and <c>synchronous=FULL</c>: what was committed
/// survives the plug. One program at a time holds it.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly Readers _readers;
    private readonly string _connection;
    private readonly FileStream _held;

    private Store(string path, string connection, SqliteConnection writing, FileStream held, DateTimeOffset? practiceNow)
    {
        (Path, _connection, _held, PracticeNow) = (path, connection, held, practiceNow);
        Writer = new Writer(writing, path);
        _readers = new Readers(connection);
    }

    public string Path { get; }

    public Writer Writer { get; }

    /// <summary>Where the clock of a practice file stood when it was opened; null in a real one.</summary>
    public DateTimeOffset? PracticeNow { get; }

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <param name="practice">Makes a fresh file one for practice, with its clock there; says nothing to a file that was used before.</param>
    /// <param name="maxPages">Most pages that the file may take; 0 is no limit.</param>
    /// <exception cref="StorageException">It cannot be used; the message says the cure.</exception>
    public static Store Open(string path, DateTimeOffset? practice = null, int maxPages = 0)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        FileStream? held = null;
        SqliteConnection? writing = null;
        try
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
            held = Hold(path);
            writing = new SqliteConnection(connection);
            writing.Open();
            Run(writing, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            if (maxPages > 0)
            {
                Run(writing, $"PRAGMA max_page_count = {maxPages};");
            }

            Schema.BringUp(writing, path);
            ForgottenList.Wipe(writing, path);
            return new Store(path, connection, writing, held, Purpose.Of(writing, practice));
        }
        catch (Exception error)
        {
            writing?.Dispose();
            held?.Dispose();
            if (StorageException.From(error, path) is { } trouble)
            {
                throw trouble;
            }

            throw;
        }
    }

    /// <summary>Whether this community is in the file; by a plain statement, because it is asked before the first answer.</summary>
    public bool Knows(long communityId)
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        using var rows = new Statement(connection, """SELECT 1 FROM "Communities" WHERE "Id" = $0""", 1).Read(null, communityId);
        return rows.Read();
    }

    /// <summary>
    /// Writes the whole file anew: one that was copied by SQLite has remnants of rows between its rows, which no deletion reaches. Nobody may
    /// write meanwhile.
    /// </summary>
    public void Compact()
    {
        using var connection = new SqliteConnection(_connection);
        connection.Open();
        Run(connection, "VACUUM; PRAGMA wal_checkpoint(TRUNCATE);");
    }

    /// <summary>A context that only reads, on a connection of its own.</summary>
    public BotDb Read() => _readers.Take();

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        _readers.Dispose();
        using (var reading = new SqliteConnection(_connection))
        {
            SqliteConnection.ClearPool(reading);
        }

        await _held.DisposeAsync();
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // SQLite would let a second program write between our transactions, and each would answer from its own memory of what is due. The system
    // drops this hold when the process ends, however it ends.
    internal static FileStream Hold(string path)
    {
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException error) when (error is not (DirectoryNotFoundException or FileNotFoundException or PathTooLongException) && File.Exists(path + ".lock"))
        {
            throw StorageException.InUse(path, error);
        }
    }
}
