using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Unisson.Bot.Storage;

/// <summary>One piece of work inside the writer's transaction: a savepoint and a fresh context.</summary>
public sealed class WriteScope : IDisposable
{
    private readonly HotRows _rows;
    private readonly SqliteTransaction _transaction;
    private readonly IDbContextFactory<SqliteBotDb> _contexts;

    internal WriteScope(SqliteConnection connection, SqliteTransaction transaction, IDbContextFactory<SqliteBotDb> contexts)
    {
        (_rows, _transaction, _contexts) = (HotRows.Of(connection), transaction, contexts);
        _rows.Mark(transaction);
        Db = Fresh();
    }

    public BotDb Db { get; private set; }

    /// <summary>The earliest instant that this work made something due.</summary>
    internal DateTimeOffset? Due => Db.DueAt;

    /// <summary>Undoes all of this work and begins anew, for a refusal that is to be kept although nothing else is.</summary>
    public BotDb StartOver()
    {
        Undo();
        _rows.Mark(_transaction);
        Db.Dispose();
        return Db = Fresh();
    }

    public void Dispose() => Db.Dispose();

    internal void Keep() => _rows.Keep(_transaction);

    internal void Undo() => _rows.Undo(_transaction);

    private SqliteBotDb Fresh()
    {
        var db = _contexts.CreateDbContext();
        db.Begin();
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(_transaction);
        return db;
    }
}
