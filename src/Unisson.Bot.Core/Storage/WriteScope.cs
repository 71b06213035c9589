using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Unisson.Bot.Storage;

/// <summary>One piece of work inside the writer's transaction: a savepoint and a fresh context.</summary>
public sealed class WriteScope : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly IDbContextFactory<SqliteBotDb> _contexts;

    internal WriteScope(SqliteConnection connection, SqliteTransaction transaction, IDbContextFactory<SqliteBotDb> contexts)
    {
        (_connection, _transaction, _contexts) = (connection, transaction, contexts);
        Sql("SAVEPOINT work");
        Db = Fresh();
    }

    public BotDb Db { get; private set; }

    /// <summary>The earliest instant that this work made something due.</summary>
    internal DateTimeOffset? Due => Db.DueAt;

    /// <summary>Undoes all of this work and begins anew, for a refusal that is to be kept although nothing else is.</summary>
    public BotDb StartOver()
    {
        Undo();
        Sql("SAVEPOINT work");
        Db.Dispose();
        return Db = Fresh();
    }

    public void Dispose() => Db.Dispose();

    internal void Keep() => Sql("RELEASE work");

    internal void Undo() => Sql("ROLLBACK TO work; RELEASE work");

    private SqliteBotDb Fresh()
    {
        var db = _contexts.CreateDbContext();
        db.Begin();
        db.Database.AutoSavepointsEnabled = false;
        db.Database.UseTransaction(_transaction);
        return db;
    }

    private void Sql(string sql)
    {
        using var command = _connection.CreateCommand();
        command.Transaction = _transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
