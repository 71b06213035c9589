using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Languages;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Benchmarks;

/// <summary>Many reminders that wait, every other one of them to come again each week: the start of the program, its memory, and ten thousand that are due in one minute.</summary>
internal static class RemindersBench
{
    private const int Together = 10_000;
    private const long First = 1000;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(Action<string> print, int pending)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            var (empty, full) = (Path.Combine(folder, "empty.db"), Path.Combine(folder, "full.db"));
            await SeedAsync(empty, 0);
            await SeedAsync(full, pending);
            print(string.Create(CultureInfo.InvariantCulture, $"## {pending:N0} reminders wait"));
            print("| | ms to the first run of the alarm | memory MB |\n|---|---|---|");
            await StartAsync("warm-up", empty, _ => { });
            await StartAsync("none", empty, print);
            await StartAsync(string.Create(CultureInfo.InvariantCulture, $"{pending:N0}"), full, print);
            await DueAsync(full, print);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task StartAsync(string name, string path, Action<string> print)
    {
        var begun = Stopwatch.GetTimestamp();
        await using var bot = new BotHost(Store.Open(path), new PracticeClock(Now), NullLoggerFactory.Instance);
        await bot.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", CancellationToken.None);
        await using (var alarm = bot.NewAlarm())
        {
            var ran = new TaskCompletionSource();
            alarm.Drain = _ =>
            {
                ran.TrySetResult();
                return Task.CompletedTask;
            };
            await alarm.StartAsync(CancellationToken.None);
            await ran.Task;
        }

        var took = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        GC.Collect();
        print(string.Create(CultureInfo.InvariantCulture, $"| {name} | {took:N0} | {Process.GetCurrentProcess().WorkingSet64 / 1048576.0:N0} |"));
    }

    private static async Task DueAsync(string path, Action<string> print)
    {
        await using var bot = new BotHost(Store.Open(path), new PracticeClock(Now), NullLoggerFactory.Instance);
        var minute = Now.AddMinutes(1);
        var begun = Stopwatch.GetTimestamp();
        await bot.Due.RunDueAsync(minute, CancellationToken.None);
        var took = Stopwatch.GetElapsedTime(begun);
        await bot.Due.RunDueAsync(minute, CancellationToken.None);
        await using var db = bot.Store.Read();
        var again = await db.Reminders.CountAsync(r => r.State == ReminderState.Active && r.Rule != null && r.SentAt == minute && r.DueAt == minute.AddDays(7) && r.NextAt == r.DueAt);
        var (rows, people) = (await db.Outbox.CountAsync(), await db.Outbox.Select(o => o.PersonId).Distinct().CountAsync());
        print(string.Create(CultureInfo.InvariantCulture, $"\n{Together:N0} due in one minute: {rows:N0} messages to {people:N0} people in the outbox after {took.TotalSeconds:N1} s; {again:N0} of them come again in a week."));
    }

    /// <summary>Rows are copies of one that the program made, so that they have whatever columns there are.</summary>
    private static async Task SeedAsync(string path, int pending)
    {
        await using (var bot = new BotHost(Store.Open(path), new PracticeClock(Now), NullLoggerFactory.Instance))
        {
            await bot.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", CancellationToken.None);
            var line = new Incoming("terminal", "seed", "claire", "claire", null) { Text = "/rappel ajouter \"dans 300 jours\" \"envoyer le devis\"" };
            await bot.Dispatcher.HandleAsync(line, Conversation.Local, CancellationToken.None);
        }

        if (pending == 0)
        {
            return;
        }

        await using var connection = new SqliteConnection($"Data Source={path}");
        await connection.OpenAsync();
        Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; BEGIN");
        var people = Math.Max(Together, pending / Reminder.Most);
        Copy(connection, "People", people, $"Id = {First} + n");
        Copy(connection, "Memberships", people, $"PersonId = {First} + n");
        Copy(connection, "Accounts", people, $"Id = {First} + n, PersonId = {First} + n, ExternalId = 'p' || n");
        var year = TimeSpan.FromDays(300).Ticks;
        Copy(connection, "Reminders", pending, string.Create(CultureInfo.InvariantCulture, $"Id = {First} + n, PersonId = {First} + n % {people}, Number = 2 + n / {people}, DueAt = {Now.AddMinutes(1).UtcTicks} + CASE WHEN n < {Together} THEN 0 ELSE 600000000 + (n * 7919 % 1000003) * {year / 1_000_003} END"));
        // Now is a Tuesday, at 10:00 in Paris.
        Run(connection, $"UPDATE Reminders SET Rule = 'FREQ=WEEKLY;BYDAY=TU;BYHOUR=10;BYMINUTE=1', Since = DueAt, NextAt = DueAt WHERE Id >= {First} AND Id % 2 = 1");

        // The hands of the clock, as the program would have written them: Paris is an hour ahead in winter, two in summer.
        Run(connection, $"UPDATE Reminders SET Local = strftime('%Y-%m-%d %H:%M:%f', DueAt / 10000000 - 62135596800, 'unixepoch', '+1 hour') WHERE Id >= {First}");
        Run(connection, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static void Copy(SqliteConnection connection, string table, int count, string changes)
    {
        var changed = changes.Split(", ").Select(c => c.Split(" = ", 2)).ToDictionary(c => c[0], c => c[1], StringComparer.Ordinal);
        var columns = new List<string>();
        using (var info = connection.CreateCommand())
        {
            info.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
            using var reader = info.ExecuteReader();
            while (reader.Read())
            {
                columns.Add(reader.GetString(0));
            }
        }

        var values = columns.Select(c => changed.GetValueOrDefault(c) ?? $"t.\"{c}\"");
        Run(connection, $"""
            WITH RECURSIVE count(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM count WHERE n + 1 < {count})
            INSERT INTO "{table}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) SELECT {string.Join(", ", values)} FROM count, (SELECT * FROM "{table}" LIMIT 1) AS t
            """);
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 600;
        command.ExecuteNonQuery();
    }
}
