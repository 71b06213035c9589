using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Unisson.Bot.Storage;

/// <summary>
/// Runs EF's commands by statements that stay prepared on their connection. EF makes a command anew each time, and SQLite would read, check
/// and plan its text again: for rows found by their key that is most of the work.
/// </summary>
internal sealed class PreparedCommands : DbCommandInterceptor
{
    // Texts are few: one for each query in the code and each set of changed columns. The bound holds whatever becomes of that.
    private const int Most = 500;

    private static readonly ConditionalWeakTable<SqliteConnection, Kept> OfConnections = [];

    public static PreparedCommands Instance { get; } = new();

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        => InterceptionResult<DbDataReader>.SuppressWithResult(OfConnections.GetOrCreateValue((SqliteConnection)command.Connection!).Read((SqliteCommand)command));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        => new(ReaderExecuting(command, eventData, result));

    public override InterceptionResult DataReaderDisposing(DbCommand command, DataReaderDisposingEventData eventData, InterceptionResult result)
    {
        OfConnections.GetOrCreateValue((SqliteConnection)command.Connection!).Free((SqliteDataReader)eventData.DataReader);
        return result;
    }

    /// <summary>The statements of one connection, which one unit of work uses at a time.</summary>
    private sealed class Kept
    {
        private readonly Dictionary<string, SqliteCommand> _free = new(StringComparer.Ordinal);
        private readonly List<(SqliteDataReader Rows, SqliteCommand By)> _busy = [];

        public SqliteDataReader Read(SqliteCommand asked)
        {
            // A statement whose rows are still being read is not there: the same text again gets one of its own.
            if (!_free.Remove(asked.CommandText, out var prepared))
            {
                prepared = Like(asked);
            }

            prepared.Transaction = asked.Transaction;
            prepared.CommandTimeout = asked.CommandTimeout;
            for (var i = 0; i < asked.Parameters.Count; i++)
            {
                prepared.Parameters[i].Value = asked.Parameters[i].Value;
            }

            var rows = prepared.ExecuteReader();
            _busy.Add((rows, prepared));
            return rows;
        }

        public void Free(SqliteDataReader rows)
        {
            var at = _busy.FindIndex(b => ReferenceEquals(b.Rows, rows));
            if (at < 0)
            {
                return;
            }

            var by = _busy[at].By;
            _busy.RemoveAt(at);
            rows.Dispose();
            if (_free.Count >= Most || !_free.TryAdd(by.CommandText, by))
            {
                by.Dispose();
            }
        }

        private static SqliteCommand Like(SqliteCommand asked)
        {
            var prepared = asked.Connection!.CreateCommand();
            prepared.CommandText = asked.CommandText;
            foreach (SqliteParameter parameter in asked.Parameters)
            {
                prepared.Parameters.Add(new SqliteParameter(parameter.ParameterName, null));
            }

            return prepared;
        }
    }
}
