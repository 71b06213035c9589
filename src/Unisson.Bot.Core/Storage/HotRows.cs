using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Unisson.Bot.Contributions;

namespace Unisson.Bot.Storage;

/// <summary>The rows that nearly every command reads and writes, by statements that the connection prepares once.</summary>
internal sealed class HotRows
{
    private static readonly ConditionalWeakTable<SqliteConnection, HotRows> Known = [];

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _seen;
    private readonly SqliteCommand _remember;
    private readonly SqliteCommand _end;
    private readonly SqliteCommand _line;
    private readonly SqliteCommand _text;
    private readonly SqliteCommand _move;

    private HotRows(SqliteConnection connection)
    {
        _connection = connection;
        _seen = Prepared("""SELECT "PersonId", "At", "Reply" FROM "Inbox" WHERE "Door" = $0 AND "Key" = $1""", 2);
        _remember = Prepared("""INSERT INTO "Inbox" ("Door", "Key", "PersonId", "At", "Reply") VALUES ($0, $1, $2, $3, $4)""", 5);
        _end = Prepared("""SELECT "Number", "Hash" FROM "LedgerHeads" WHERE "CommunityId" = $0""", 1);
        _line = Prepared(
            """
            INSERT INTO "Ledger" ("CommunityId", "Number", "Kind", "About", "At", "AuthorId", "PersonId", "CommonId", "MissionId", "Contribution", "Minutes", "Cents", "On", "Commitment", "Previous", "Hash")
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            """,
            16);
        _text = Prepared("""INSERT INTO "LedgerTexts" ("LineId", "Salt", "What", "Amount", "Name", "Link") VALUES (last_insert_rowid(), $0, $1, $2, $3, $4)""", 5);
        _move = Prepared(
            """
            INSERT INTO "LedgerHeads" ("CommunityId", "Number", "Hash") VALUES ($0, $1, $2)
            ON CONFLICT ("CommunityId") DO UPDATE SET "Number" = excluded."Number", "Hash" = excluded."Hash"
            """,
            3);
    }

    public static HotRows Of(DbConnection connection) => Known.GetValue((SqliteConnection)connection, c => new HotRows(c));

    public InboxRow? Seen(string door, string key, DbTransaction? transaction)
    {
        using var rows = Ready(_seen, transaction, door, key).ExecuteReader();
        return rows.Read()
            ? new InboxRow { Door = door, Key = key, PersonId = rows.GetInt64(0), At = new DateTimeOffset(rows.GetInt64(1), TimeSpan.Zero), Reply = rows.IsDBNull(2) ? null : rows.GetString(2) }
            : null;
    }

    public void Remember(InboxRow row, DbTransaction? transaction)
        => Ready(_remember, transaction, row.Door, row.Key, row.PersonId, row.At.UtcTicks, row.Reply).ExecuteNonQuery();

    public LedgerLine Append(long communityId, Func<LedgerHead, LedgerLine> next, DbTransaction? transaction)
    {
        var head = End(communityId, transaction);
        var line = next(head);
        Ready(
            _line, transaction,
            line.CommunityId, line.Number, line.Kind.ToString(), line.About, line.At.UtcTicks, line.AuthorId, line.PersonId, line.CommonId, line.MissionId,
            line.Contribution.ToString(), line.Minutes, line.Cents, line.On, line.Commitment, line.Previous, line.Hash).ExecuteNonQuery();
        Ready(_text, transaction, line.Text!.Salt, line.Text.What, line.Text.Amount, line.Text.Name, line.Text.Link).ExecuteNonQuery();
        Ready(_move, transaction, head.CommunityId, head.Number, head.Hash).ExecuteNonQuery();
        return line;
    }

    private LedgerHead End(long communityId, DbTransaction? transaction)
    {
        using var rows = Ready(_end, transaction, communityId).ExecuteReader();
        return rows.Read()
            ? new LedgerHead { CommunityId = communityId, Number = rows.GetInt32(0), Hash = rows.GetFieldValue<byte[]>(1) }
            : LedgerHead.Of(communityId);
    }

    private static SqliteCommand Ready(SqliteCommand command, DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        command.Transaction = (SqliteTransaction?)transaction;
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }

    private SqliteCommand Prepared(string sql, int values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        }

        return command;
    }
}
