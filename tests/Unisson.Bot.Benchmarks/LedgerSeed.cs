using System.Globalization;
using Microsoft.Data.Sqlite;
using Unisson.Bot.Contributions;

namespace Unisson.Bot.Benchmarks;

/// <summary>Fills a community's ledger with valid, chained lines, faster than anybody can type: plain SQL in transactions of 10,000.</summary>
internal sealed class LedgerSeed : IDisposable
{
    private const int Batch = 10_000;

    private readonly SqliteConnection _connection;
    private readonly List<SqliteCommand> _commands = [];
    private readonly SqliteCommand _line;
    private readonly SqliteCommand _text;
    private readonly SqliteCommand _head;

    public LedgerSeed(string path, bool full = false)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = false }.ToString());
        _connection.Open();
        Run($"PRAGMA synchronous = {(full ? "FULL" : "OFF")}; PRAGMA secure_delete = ON;");
        _line = Command(
            """
            INSERT INTO Ledger (CommunityId, Number, Kind, At, AuthorId, PersonId, CommonId, Contribution, Minutes, "On", Commitment, Previous, Hash)
            VALUES ($0, $1, 'Line', $2, $3, $4, $5, 'Time', $6, $7, $8, $9, $10) RETURNING Id
            """,
            11);
        _text = Command("INSERT INTO LedgerTexts (LineId, Salt, What, Amount) VALUES ($0, $1, $2, $3)", 4);
        _head = Command("INSERT INTO LedgerHeads (CommunityId, Number, Hash) VALUES ($0, $1, $2) ON CONFLICT (CommunityId) DO UPDATE SET Number = excluded.Number, Hash = excluded.Hash", 3);
    }

    /// <summary>Adds lines by these people for these commons, after those that stand there.</summary>
    public void Fill(long communityId, int count, IReadOnlyList<long> people, IReadOnlyList<long> commons, DateTimeOffset from, TimeSpan between)
    {
        var head = HeadOf(communityId);
        for (var done = 0; done < count; done += Batch)
        {
            Together(() =>
            {
                for (var i = done; i < Math.Min(count, done + Batch); i++)
                {
                    var at = from + (i * between);
                    Append(head, Entry(people[i % people.Count], commons[i % commons.Count], 1 + (i % 480), at), at);
                }

                SaveHead(head);
            });
        }
    }

    public void Together(Action work)
    {
        using var transaction = _connection.BeginTransaction();
        _commands.ForEach(c => c.Transaction = transaction);

        work();
        transaction.Commit();
    }

    public void Append(LedgerHead head, Entry entry, DateTimeOffset at)
    {
        var line = head.Append(entry, at);
        Set(_line, line.CommunityId, line.Number, line.At.UtcTicks, line.AuthorId, line.PersonId, line.CommonId, line.Minutes, line.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), line.Commitment, line.Previous, line.Hash);
        var id = (long)_line.ExecuteScalar()!;
        Set(_text, id, line.Text!.Salt, line.Text.What, line.Text.Amount);
        _text.ExecuteNonQuery();
    }

    public void SaveHead(LedgerHead head)
    {
        Set(_head, head.CommunityId, head.Number, head.Hash);
        _head.ExecuteNonQuery();
    }

    public SqliteCommand Command(string sql, int values)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values; i++)
        {
            command.Parameters.Add(new SqliteParameter($"${i}", null));
        }

        _commands.Add(command);
        return command;
    }

    public static void Set(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    public static Entry Entry(long person, long common, int minutes, DateTimeOffset at)
        => new(person, person, common, null, new Given(ContributionKind.Time, minutes, null), DateOnly.FromDateTime(at.UtcDateTime), "Fiche pratique : ouvrir un lieu", $"{minutes} min", null, null);

    public LedgerHead HeadOf(long communityId)
    {
        var command = Command("SELECT Number, Hash FROM LedgerHeads WHERE CommunityId = $0", 1);
        Set(command, communityId);
        using var rows = command.ExecuteReader();
        return rows.Read() ? new LedgerHead { CommunityId = communityId, Number = rows.GetInt32(0), Hash = (byte[])rows.GetValue(1) } : LedgerHead.Of(communityId);
    }

    public List<long> Ids(string sql)
    {
        var command = Command(sql, 0);
        using var rows = command.ExecuteReader();
        var ids = new List<long>();
        while (rows.Read())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    public void Dispose()
    {
        _commands.ForEach(c => c.Dispose());
        _connection.Dispose();
    }

    private void Run(string sql)
    {
        var command = Command(sql, 0);
        command.ExecuteNonQuery();
    }
}
