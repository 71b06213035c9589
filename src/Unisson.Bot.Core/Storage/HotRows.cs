using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Unisson.Bot.Commoners;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;

namespace Unisson.Bot.Storage;

/// <summary>The rows that nearly every command reads and writes, by statements that the connection prepares once.</summary>
internal sealed class HotRows
{
    private static readonly ConditionalWeakTable<SqliteConnection, HotRows> OfConnections = [];

    private readonly Statement _mark;
    private readonly Statement _keep;
    private readonly Statement _undo;
    private readonly Statement _count;
    private readonly Statement _seen;
    private readonly Statement _remember;
    private readonly Statement _unseen;
    private readonly Statement _answered;
    private readonly Statement _waits;
    private readonly Statement _speaker;
    private readonly Statement _common;
    private readonly Statement _channels;
    private readonly Statement _end;
    private readonly Statement _line;
    private readonly Statement _text;
    private readonly Statement _move;

    private HotRows(SqliteConnection connection)
    {
        _mark = new(connection, "SAVEPOINT work", 0);
        _keep = new(connection, "RELEASE work", 0);
        _undo = new(connection, "ROLLBACK TO work; RELEASE work", 0);
        _count = new(
            connection,
            """
            INSERT INTO "Counters" ("Of", "OwnerId", "Last") VALUES ($0, $1, 1)
            ON CONFLICT ("Of", "OwnerId") DO UPDATE SET "Last" = "Last" + 1 RETURNING "Last"
            """,
            2);
        _seen = new(connection, """SELECT "PersonId", "At", "Reply" FROM "Inbox" WHERE "Door" = $0 AND "Key" = $1""", 2);
        _remember = new(connection, """INSERT INTO "Inbox" ("Door", "Key", "PersonId", "At", "Reply", "Way") VALUES ($0, $1, $2, $3, $4, $5)""", 6);
        _unseen = new(
            connection,
            """
            SELECT "Key", "Reply" FROM "Inbox"
            WHERE "Door" = $0 AND "PersonId" = $1 AND "AnsweredAt" IS NULL AND "Key" <> $2 AND "Reply" IS NOT NULL ORDER BY "At" LIMIT 20
            """,
            3);
        _answered = new(connection, """UPDATE "Inbox" SET "AnsweredAt" = $2 WHERE "Door" = $0 AND "Key" = $1""", 3);
        _waits = new(connection, """SELECT 1 FROM "Outbox" WHERE "Door" = $0 AND "PersonId" = $1 AND "Parked" IS NOT NULL AND "Parked" = $2 LIMIT 1""", 3);
        _speaker = new(
            connection,
            """
            SELECT p."Id", p."Name", p."Language", p."LanguageGuess", p."Zone", m."LeftAt", m."IsAdmin", m."IsGuarantor", c."Language", c."Zone"
            FROM "Accounts" a JOIN "People" p ON p."Id" = a."PersonId"
            JOIN "Memberships" m ON m."CommunityId" = $2 AND m."PersonId" = p."Id"
            JOIN "Communities" c ON c."Id" = $2
            WHERE a."Door" = $0 AND a."ExternalId" = $1
            """,
            3);
        _common = new(
            connection,
            """
            SELECT "Id", "Slug", "Name", "Aliases", "About", "Links", "Licence", "State", "AddedBy", "AddedAt", "StewardId", "ProposedStewardId", "AskBudget", "Terms", "TermsNote"
            FROM "Commons" WHERE "CommunityId" = $0 AND "Slug" = $1
            """,
            2);
        _channels = new(connection, """SELECT "Id", "Door", "ExternalId" FROM "Channels" WHERE "CommunityId" = $0 AND "Use" = $1""", 2);
        _end = new(connection, """SELECT "Number", "Hash" FROM "LedgerHeads" WHERE "CommunityId" = $0""", 1);
        _line = new(
            connection,
            """
            INSERT INTO "Ledger" ("CommunityId", "Number", "Kind", "About", "At", "AuthorId", "PersonId", "CommonId", "MissionId", "Contribution", "Minutes", "Cents", "On", "Commitment", "Previous", "Hash")
            VALUES ($0, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
            RETURNING "Id"
            """,
            16);
        _text = new(connection, """INSERT INTO "LedgerTexts" ("LineId", "Salt", "What", "Amount", "Name", "Link") VALUES ($0, $1, $2, $3, $4, $5)""", 6);
        _move = new(
            connection,
            """
            INSERT INTO "LedgerHeads" ("CommunityId", "Number", "Hash") VALUES ($0, $1, $2)
            ON CONFLICT ("CommunityId") DO UPDATE SET "Number" = excluded."Number", "Hash" = excluded."Hash"
            """,
            3);
    }

    public static HotRows Of(DbConnection connection) => OfConnections.GetValue((SqliteConnection)connection, c => new HotRows(c));

    /// <summary>Begins a piece of work that <see cref="Keep"/> keeps and <see cref="Undo"/> undoes.</summary>
    public void Mark(DbTransaction transaction) => _mark.Run(transaction);

    public void Keep(DbTransaction transaction) => _keep.Run(transaction);

    public void Undo(DbTransaction transaction) => _undo.Run(transaction);

    public int NextNumber(string of, long owner, DbTransaction? transaction)
    {
        using var rows = _count.Read(transaction, of, owner);
        rows.Read();
        return rows.GetInt32(0);
    }

    public InboxRow? Seen(string door, string key, DbTransaction? transaction)
    {
        using var rows = _seen.Read(transaction, door, key);
        return rows.Read()
            ? new InboxRow { Door = door, Key = key, PersonId = rows.GetInt64(0), At = Instant(rows, 1), Reply = Text(rows, 2) }
            : null;
    }

    public void Remember(InboxRow row, DbTransaction? transaction)
        => _remember.Run(transaction, row.Door, row.Key, row.PersonId, row.At.UtcTicks, row.Reply, row.Way);

    public List<(string Key, string Reply)> Unseen(string door, long personId, string current, DbTransaction? transaction)
    {
        var unseen = new List<(string, string)>();
        using var rows = _unseen.Read(transaction, door, personId, current);
        while (rows.Read())
        {
            unseen.Add((rows.GetString(0), rows.GetString(1)));
        }

        return unseen;
    }

    public void Answered(string door, string key, DateTimeOffset at, DbTransaction? transaction) => _answered.Run(transaction, door, key, at.UtcTicks);

    public bool Waits(string door, long personId, DbTransaction? transaction)
    {
        using var rows = _waits.Read(transaction, door, personId, Parking.Private);
        return rows.Read();
    }

    public Speaker? Speaker(string door, string account, long communityId, DbTransaction? transaction)
    {
        using var rows = _speaker.Read(transaction, door, account, communityId);
        return rows.Read()
            ? new Speaker(
                rows.GetInt64(0), rows.GetString(1), LanguageAt(rows, 2), LanguageAt(rows, 3), Text(rows, 4),
                IsMember: rows.IsDBNull(5), IsAdmin: rows.GetBoolean(6), IsGuarantor: rows.GetBoolean(7), LanguageAt(rows, 8)!.Value, rows.GetString(9))
            : null;
    }

    public Common? Common(long communityId, string slug, DbTransaction? transaction)
    {
        using var rows = _common.Read(transaction, communityId, slug);
        return rows.Read()
            ? new Common
            {
                Id = rows.GetInt64(0),
                CommunityId = communityId,
                Slug = rows.GetString(1),
                Name = rows.GetString(2),
                Aliases = Text(rows, 3),
                About = Text(rows, 4),
                Links = Text(rows, 5),
                Licence = Text(rows, 6),
                State = Enum.Parse<CommonState>(rows.GetString(7)),
                AddedBy = rows.GetInt64(8),
                AddedAt = Instant(rows, 9),
                StewardId = rows.IsDBNull(10) ? null : rows.GetInt64(10),
                ProposedStewardId = rows.IsDBNull(11) ? null : rows.GetInt64(11),
                AskBudget = rows.IsDBNull(12) ? null : rows.GetInt32(12),
                Terms = (Terms)rows.GetInt32(13),
                TermsNote = Text(rows, 14),
            }
            : null;
    }

    public List<Channel> Channels(long communityId, ChannelUse use, DbTransaction? transaction)
    {
        var channels = new List<Channel>();
        using var rows = _channels.Read(transaction, communityId, use.ToString());
        while (rows.Read())
        {
            channels.Add(new Channel { Id = rows.GetInt64(0), CommunityId = communityId, Use = use, Door = rows.GetString(1), ExternalId = rows.GetString(2) });
        }

        return channels;
    }

    public LedgerLine Append(long communityId, Func<LedgerHead, LedgerLine> next, DbTransaction? transaction)
    {
        var head = End(communityId, transaction);
        var line = next(head);
        using (var row = _line.Read(
            transaction,
            line.CommunityId, line.Number, line.Kind.ToString(), line.About, line.At.UtcTicks, line.AuthorId, line.PersonId, line.CommonId, line.MissionId,
            line.Contribution.ToString(), line.Minutes, line.Cents, line.On, line.Commitment, line.Previous, line.Hash))
        {
            row.Read();
            line.Id = row.GetInt64(0);
        }

        _text.Run(transaction, line.Id, line.Text!.Salt, line.Text.What, line.Text.Amount, line.Text.Name, line.Text.Link);
        _move.Run(transaction, head.CommunityId, head.Number, head.Hash);
        return line;
    }

    private LedgerHead End(long communityId, DbTransaction? transaction)
    {
        using var rows = _end.Read(transaction, communityId);
        return rows.Read()
            ? new LedgerHead { CommunityId = communityId, Number = rows.GetInt32(0), Hash = rows.GetFieldValue<byte[]>(1) }
            : LedgerHead.Of(communityId);
    }

    private static string? Text(SqliteDataReader rows, int at) => rows.IsDBNull(at) ? null : rows.GetString(at);

    private static DateTimeOffset Instant(SqliteDataReader rows, int at) => new(rows.GetInt64(at), TimeSpan.Zero);

    private static Language? LanguageAt(SqliteDataReader rows, int at) => rows.IsDBNull(at) ? null : Enum.Parse<Language>(rows.GetString(at));
}
