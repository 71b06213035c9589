using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Unisson.Bot.Storage;

/// <summary>
/// Contexts that only read, each on a connection that stays open between its uses: opening one costs more than what most commands then read.
/// There are as many as were ever used at once. Between uses a connection holds no view of the file, and keeps its statements.
/// </summary>
internal sealed class Readers(string connection) : IDisposable
{
    private readonly ConcurrentBag<Reader> _idle = [];
    private volatile bool _closed;

    /// <summary>A context that goes back here when it is disposed.</summary>
    public SqliteBotDb Take()
    {
        if (!_idle.TryTake(out var reader))
        {
            reader = new Reader(connection);
        }

        var db = reader.Contexts.CreateDbContext();
        db.Ended = () => Back(reader);
        return db;
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Back(Reader reader)
    {
        _idle.Add(reader);
        if (_closed)
        {
            Dispose();
        }
    }

    private sealed class Reader : IDisposable
    {
        private readonly SqliteConnection _connection;

        public Reader(string connection)
        {
            _connection = new SqliteConnection(connection);
            _connection.Open();
            Contexts = new PooledDbContextFactory<SqliteBotDb>(
                SqliteBotDb.On(_connection).UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking).Options, poolSize: 1);
        }

        public PooledDbContextFactory<SqliteBotDb> Contexts { get; }

        public void Dispose() => _connection.Dispose();
    }
}
