using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>One statement that its connection prepares once, when it is first needed. Its values are <c>$0</c>, <c>$1</c>, …, in order.</summary>
internal sealed class Statement(SqliteConnection connection, string sql, int values)
{
    private SqliteCommand? _command;

    public SqliteDataReader Read(DbTransaction? transaction, params ReadOnlySpan<object?> with) => Ready(transaction, with).ExecuteReader();

    public void Run(DbTransaction? transaction, params ReadOnlySpan<object?> with) => Ready(transaction, with).ExecuteNonQuery();

    private SqliteCommand Ready(DbTransaction? transaction, ReadOnlySpan<object?> with)
    {
        _command ??= Command();
        _command.Transaction = (SqliteTransaction?)transaction;
        for (var i = 0; i < with.Length; i++)
        {
            _command.Parameters[i].Value = with[i] ?? DBNull.Value;
        }

        return _command;
    }

    private SqliteCommand Command()
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        }

        return command;
    }
}
