using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Unisson.Bot.Commons;

namespace Unisson.Bot.Storage;

/// <summary>
/// The full text of commons in SQLite's FTS5: one row a common, its words already folded and cut to stems, so that the engine only parts them at
/// blanks. Rows are written in the transaction that writes the common; the table is told to leave nothing of what was taken out
/// (<c>secure-delete</c>).
/// </summary>
internal sealed class CommonIndex
{
    /// <summary>The SQL function by which a migration fills the index from what is stored.</summary>
    public const string Function = "common_words";

    // A hundred between two columns: bm25 grows ever less with what it finds, so that no text outweighs a name however long it is.
    private const string Ranked = """
        SELECT rowid, bm25("CommonTexts", 0, 100000, 1000, 10, 0.1) FROM "CommonTexts" WHERE "CommonTexts" MATCH $0 ORDER BY 2, 1 LIMIT $1
        """;

    private static readonly ConditionalWeakTable<SqliteConnection, CommonIndex> OfConnections = [];

    private readonly Statement _write;
    private readonly Statement _find;
    private readonly Statement _words;
    private readonly Statement _ending;

    private CommonIndex(SqliteConnection connection)
    {
        _write = new(
            connection,
            """
            INSERT OR REPLACE INTO "CommonTexts" (rowid, "Community", "Names", "Aliases", "Titles", "About") VALUES ($0, $1, $2, $3, $4, $5)
            """,
            6);
        _find = new(connection, Ranked, 2);
        _words = new(connection, """SELECT "term" FROM "CommonVocabulary" WHERE "term" >= $0 AND "term" < $1 LIMIT $2""", 3);
        _ending = new(connection, """SELECT "term" FROM "CommonVocabulary" WHERE substr("term", 2) IN ($0, $1)""", 2);
    }

    public static CommonIndex Of(DbConnection connection) => OfConnections.GetValue((SqliteConnection)connection, c => new CommonIndex(c));

    /// <summary>Makes the words known to SQL, for the migration that fills the index.</summary>
    public static void Teach(SqliteConnection connection) => connection.CreateFunction<string?, string>(Function, CommonTexts.Of, isDeterministic: true);

    public void Write(Common common, IEnumerable<string> titles, DbTransaction? transaction) => _write.Run(
        transaction,
        common.Id, Community(common.CommunityId), CommonTexts.Of($"{common.Slug} {common.Name}"), CommonTexts.Of(common.Aliases), CommonTexts.Of(string.Join(' ', titles)), CommonTexts.Of(common.About));

    /// <summary>Best first; the smaller the rank the better.</summary>
    public List<(long Id, double Rank)> Find(SoughtCommons sought, DbTransaction? transaction)
    {
        var found = new List<(long, double)>();
        using var rows = _find.Read(transaction, Expression(sought), sought.Most);
        while (rows.Read())
        {
            found.Add((rows.GetInt64(0), rows.GetDouble(1)));
        }

        return found;
    }

    /// <summary>Words of all communities, and stems, in their order.</summary>
    public List<string> Words(string beginning, int most, DbTransaction? transaction) => All(_words.Read(transaction, beginning, beginning + '\uFFFF', most));

    public List<string> WordsEnding(string ending, string other, DbTransaction? transaction) => All(_ending.Read(transaction, ending, other));

    private static List<string> All(SqliteDataReader rows)
    {
        using (rows)
        {
            var words = new List<string>();
            while (rows.Read())
            {
                words.Add(rows.GetString(0));
            }

            return words;
        }
    }

    /// <summary>Every word stands in quotation marks and holds letters and figures only: nothing that was typed is read as syntax.</summary>
    private static string Expression(SoughtCommons sought)
    {
        var columns = sought.In == SoughtIn.Names ? "{Names Aliases}" : "{Names Aliases Titles About}";
        var words = sought.Words.Select(w => $"({string.Join(" OR ", [.. w.Whole.Select(Quoted), .. w.Beginning is { } begun ? [$"{Quoted(begun)} *"] : Array.Empty<string>()])})");
        return $"Community : {Quoted(Community(sought.CommunityId))} AND {columns} : ({string.Join(sought.Every ? " AND " : " OR ", words)})";
    }

    private static string Quoted(string word) => $"\"{word.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Community(long id) => string.Create(CultureInfo.InvariantCulture, $"c{id}");
}
