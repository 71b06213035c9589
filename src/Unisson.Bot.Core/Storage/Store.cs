using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Unisson.Bot.Storage;

/// <summary>
/// The SQLite file: opened, brought to this program's schema, read beside its one writer. WAL and <c>synchronous=FULL</c>: what was committed
/// survives the plug.
/// </summary>
public sealed class Store : IAsyncDisposable
{
    private readonly DbContextOptions<SqliteBotDb> _reading;

    private Store(string path, string connection, Writer writer)
    {
        Path = path;
        Writer = writer;
        _reading = new DbContextOptionsBuilder<SqliteBotDb>().UseSqlite(connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options;
    }

    public string Path { get; }

    public Writer Writer { get; }

    /// <summary>Opens the file, making it where there is none.</summary>
    /// <exception cref="StorageException">It cannot be used; the message says the cure.</exception>
    public static Store Open(string path)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, DefaultTimeout = 5 }.ToString();
        try
        {
            if (System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            var writing = new SqliteConnection(connection);
            writing.Open();
            Run(writing, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;");
            Schema.BringUp(writing, path);
            return new Store(path, connection, new Writer(writing, path));
        }
        catch (Exception error) when (error is not StorageException && StorageException.From(error, path) is not null)
        {
            throw StorageException.From(error, path)!;
        }
    }

    /// <summary>A context that only reads, on a connection of its own.</summary>
    public BotDb Read() => new SqliteBotDb(_reading);

    public async ValueTask DisposeAsync()
    {
        await Writer.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
