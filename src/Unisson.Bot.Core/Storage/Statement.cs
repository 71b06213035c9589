using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>One statement that its connection prepares once. Its values are <c>$0</c>, <c>$1</c>, …, in order.</summary>
internal sealed class Statement
{
    private readonly SqliteCommand _command;

    public Statement(SqliteConnection connection, string sql, int values)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            _command.Parameters.Add(new SqliteParameter($"${i}", null));
        }
    }

    public SqliteDataReader Read(DbTransaction? transaction, params ReadOnlySpan<object?> values) => Ready(transaction, values).ExecuteReader();

    public void Run(DbTransaction? transaction, params ReadOnlySpan<object?> values) => Ready(transaction, values).ExecuteNonQuery();

    private SqliteCommand Ready(DbTransaction? transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = (SqliteTransaction?)transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }
}
