using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Languages;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Benchmarks;

/// <summary>Whole lines in a community that has grown: the first wave of a call for a common that many know, and a search over many commons.</summary>
internal static class ScaleBench
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Action<string> print, int people, int commons, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            var path = Path.Combine(folder, "unisson.db");
            await using (var bot = Open(path))
            {
                var conversation = await TalkAsync(bot);
                await SayAsync(conversation, "claire> /common add coworking", "bob> /experience add coworking maintained", "bob> /availability set asks:4 hours:8");
            }

            await WarmUpAsync(path, folder);
            Grow(path, people, commons);
            var grown = Open(path);
            var talk = await TalkAsync(grown);
            print(string.Create(CultureInfo.InvariantCulture, $"| whole line, {people:N0} people know the common, {commons:N0} commons | first ms | p50 ms | worst ms |"));
            print("|---|---|---|---|");
            await SayAsync(talk, [.. Enumerable.Range(1, rounds).Select(i => $"claire> /mission open \"Mission {i}\" commons:coworking")]);
            await MeasureAsync(print, talk, "commoners call, first wave and its message", rounds, i => $"claire> /commoners call coworking mission:M{i} hours:1 by:\"in 6 days\" terms:paid");
            await MeasureAsync(print, talk, "common find, one word", rounds, i => $"claire> /common find garden{i}");
            await MeasureAsync(print, talk, "common find, two words", rounds, i => $"claire> /common find shared garden{i}");
            await MeasureAsync(print, talk, "common find, two words that all commons have", rounds, _ => "claire> /common find shared gardens");
            await MeasureAsync(print, talk, "common find, a slip", rounds, i => $"claire> /common find sahred garden{i}");
            await MeasureAsync(print, talk, "common find, a slip in the first letter", rounds, i => $"claire> /common find xarden{i}");
            await grown.DisposeAsync();
            await WaveAsync(print, path, rounds, people);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Lets the program do once what is measured, on a copy that has not grown: what is cold then is the file.</summary>
    private static async Task WarmUpAsync(string path, string folder)
    {
        var copy = Path.Combine(folder, "warm.db");
        File.Copy(path, copy);
        await using var small = Open(copy);
        await SayAsync(await TalkAsync(small), "claire> /mission open \"Warm\" commons:coworking", "claire> /commoners call coworking mission:M1 hours:1 by:\"in 6 days\" terms:paid");
    }

    /// <summary>The first look at a call: whom to ask, from the file, and the asks put down; without the commit.</summary>
    private static async Task WaveAsync(Action<string> print, string path, int rounds, int people)
    {
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            Run(connection, "PRAGMA foreign_keys = OFF; DELETE FROM Outbox; DELETE FROM Asks");
        }

        await using var fresh = Open(path);
        var (times, before, allocated) = (new List<double>(rounds), Environment.WorkingSet, GC.GetTotalAllocatedBytes());
        for (var i = 1; i <= rounds; i++)
        {
            var number = i;
            times.Add(await fresh.Store.Writer.WriteAsync(async scope =>
            {
                var call = await scope.Db.Calls.Include(c => c.Asks).FirstAsync(c => c.Number == number);
                var begun = Stopwatch.GetTimestamp();
                await Calls.Wave.PlanAsync(scope.Db, call, Now, CancellationToken.None);
                return call.Asks.Count == 0 ? throw new InvalidOperationException("Nobody was asked.") : Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }));
        }

        var warm = times.Skip(1).Order().ToList();
        print(string.Create(
            CultureInfo.InvariantCulture,
            $"first wave, {people:N0} people know the common: first after opening the file {times[0]:N1} ms, then median {warm[warm.Count / 2]:N1} ms, worst {warm[^1]:N1} ms; {(GC.GetTotalAllocatedBytes() - allocated) / rounds / 1024.0:N0} KiB allocated each, working set {before / 1048576.0:N0} to {Environment.WorkingSet / 1048576.0:N0} MiB"));
    }

    private static BotHost Open(string path) => new(Store.Open(path), new PracticeClock(Now), NullLoggerFactory.Instance);

    private static async Task<Conversation> TalkAsync(BotHost bot)
    {
        await bot.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", CancellationToken.None);
        return new Conversation(bot.Store, bot.Catalogue, bot.Dispatcher, bot.Due, bot.Time);
    }

    private static async Task SayAsync(Conversation conversation, params string[] lines)
    {
        foreach (var line in lines)
        {
            var block = await conversation.SayAsync(line, CancellationToken.None);
            if (block.Refused)
            {
                throw new InvalidOperationException($"{line}\n{block.Text}");
            }
        }
    }

    private static async Task MeasureAsync(Action<string> print, Conversation conversation, string what, int rounds, Func<int, string> line)
    {
        var times = new List<double>(rounds);
        for (var i = 1; i <= rounds; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await SayAsync(conversation, line(i));
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        }

        var later = times.Skip(1).Order().ToList();
        print(string.Create(CultureInfo.InvariantCulture, $"| {what} | {times[0]:N1} | {later[later.Count / 2]:N1} | {later[^1]:N1} |"));
    }

    /// <summary>Copies Bob, and the common, as often as asked.</summary>
    private static void Grow(string path, int people, int commons)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; BEGIN");
        const string Bob = "(SELECT PersonId FROM Experiences)";
        Copy(connection, "People", $"Id = {Bob}", people, ("Id", "n + 1000000"), ("Name", "'p' || n"));
        Copy(connection, "Accounts", $"PersonId = {Bob}", people, ("Id", "n + 1000000"), ("PersonId", "n + 1000000"), ("ExternalId", "'p' || n"), ("Name", "'p' || n"));
        Copy(connection, "Memberships", $"PersonId = {Bob}", people, ("PersonId", "n + 1000000"));
        Copy(connection, "Experiences", "PersonId < 1000000", people, ("Id", "n + 1000000"), ("PersonId", "n + 1000000"));
        Copy(connection, "Commons", "Slug = 'coworking'", commons, ("Id", "n + 1000000"), ("Slug", "'garden' || n"), ("Name", "'Shared garden' || n"));
        Run(connection, """INSERT INTO CommonTexts (rowid, Community, Names) SELECT Id, 'c' || CommunityId, 'shared shar garden ' || Slug FROM Commons WHERE Id > 1000000""");
        Run(connection, "COMMIT");
    }

    private static void Copy(SqliteConnection connection, string table, string where, int times, params (string Column, string As)[] changed)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
        var columns = new List<string>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => changed.FirstOrDefault(x => x.Column == c) is { As: { } other } ? other : $"t.\"{c}\"");
        Run(connection, $"""
            WITH RECURSIVE k(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM k WHERE n < {times})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", values)} FROM k, (SELECT * FROM "{table}" WHERE {where} LIMIT 1) t
            """);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
