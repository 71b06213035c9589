using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Unisson.Bot.Storage;

/// <summary>Looks at a data file without changing it, beside a program that may be using it.</summary>
public sealed class Checkup : IAsyncDisposable
{
    private readonly SqliteConnection _connection;
    private readonly string _path;

    private Checkup(SqliteConnection connection, string path) => (_connection, _path) = (connection, path);

    /// <summary>Opens an existing file for reading.</summary>
    /// <exception cref="StorageException">It cannot be read.</exception>
    public static Checkup Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5, Pooling = false }.ToString());
        var checkup = new Checkup(connection, path);
        return checkup.Said(() =>
        {
            connection.Open();
            return checkup;
        });
    }

    /// <summary>How many steps of the schema wait for the next start.</summary>
    /// <exception cref="StorageException">A newer program wrote it, or it lost its safeguards.</exception>
    public int Waiting() => Said(() =>
    {
        var waiting = Schema.Waiting(_connection, _path, out _);
        if (waiting == 0)
        {
            Schema.Guarded(_connection, _path);
        }

        return waiting;
    });

    /// <summary>Reads every page and index of the file.</summary>
    /// <exception cref="StorageException">Something in it does not fit.</exception>
    public void Whole() => Said(() =>
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "PRAGMA quick_check(1)";
        return command.ExecuteScalar() as string is "ok" ? true : throw new StorageException($"The database {_path} {StorageException.DamagedCure}");
    });

    /// <summary>A context on this connection.</summary>
    public BotDb Read() => new SqliteBotDb(SqliteBotDb.On(_connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options);

    public ValueTask DisposeAsync() => _connection.DisposeAsync();

    private T Said<T>(Func<T> look)
    {
        try
        {
            return look();
        }
        catch (Exception error) when (error is not StorageException && StorageException.From(error, _path) is not null)
        {
            throw StorageException.From(error, _path)!;
        }
    }
}
