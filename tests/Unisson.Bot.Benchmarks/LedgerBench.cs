using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Benchmarks;

/// <summary>
/// <c>/contribution log</c> from a typed line to the answer, at FULL, beside prepared inserts of the same rows in commits of the same size;
/// the same at 1,000 lines and at many; and how long the chain takes to prove.
/// </summary>
internal static class LedgerBench
{
    private const long Community = 1;
    private const int Rounds = 3;
    private const string Door = "terminal";

    public static async Task RunAsync(Action<string> print, int commands, int lines)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            await using var small = await OpenAsync(Path.Combine(folder, "small.db"), 1_000);
            print($"## A line of the ledger, {commands:N0} commands a run");
            Measured.Head.ToList().ForEach(print);
            foreach (var speakers in (int[])[1, 50])
            {
                for (var round = 1; round <= Rounds; round++)
                {
                    await BesideAsync(print, small, Path.Combine(folder, $"bare-{speakers}-{round}.db"), speakers == 1 ? commands / 10 : commands, speakers, round);
                }
            }

            var seeding = Stopwatch.StartNew();
            await using var large = await OpenAsync(Path.Combine(folder, "large.db"), lines);
            print(string.Create(CultureInfo.InvariantCulture, $"\n## 1,000 lines beside {lines:N0} (filled in {seeding.Elapsed.TotalSeconds:N0} s)"));
            Measured.Head.ToList().ForEach(print);
            await AtBothSizesAsync(print, small, large, commands, lines);
            await ProofAsync(print, large);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>A ledger of so many lines by 50 people, one a second up to now, or spread over this long.</summary>
    internal static async Task<BotHost> OpenAsync(string path, int lines, int commons = 1, TimeSpan? over = null)
    {
        var bot = new BotHost(Store.Open(path), TimeProvider.System, NullLoggerFactory.Instance);
        await bot.EnsureLocalAsync(Community, Language.English, "Europe/Paris", CancellationToken.None);
        foreach (var (speaker, i) in Enumerable.Range(0, 50).Select(i => (Speaker(i), i)))
        {
            await SayAsync(bot, speaker, $"first-{i}", i == 0 ? "/common add coworking name:Coworking" : "/contribution verify");
        }

        for (var i = 1; i < commons; i++)
        {
            await SayAsync(bot, Speaker(0), $"common-{i}", string.Create(CultureInfo.InvariantCulture, $"/common add common{i} name:\"Common {i}\""));
        }

        using var seed = new LedgerSeed(path);
        var time = over ?? TimeSpan.FromSeconds(lines);
        seed.Fill(Community, lines, seed.Ids("SELECT PersonId FROM Memberships"), seed.Ids("SELECT Id FROM Commons"), TimeProvider.System.GetUtcNow() - time, time / lines);
        for (var i = 0; i < 500; i++)
        {
            await LogAsync(bot, "warm", i);
        }

        return bot;
    }

    private static string Speaker(int i) => string.Create(CultureInfo.InvariantCulture, $"speaker{i % 50}");

    private static async Task SayAsync(BotHost bot, string speaker, string key, string text)
    {
        var answer = await bot.Dispatcher.HandleAsync(new Incoming(Door, key, speaker, speaker, null) { Text = text }, Community, CancellationToken.None);
        if (answer.Reply.Refused is { } code)
        {
            throw new InvalidOperationException($"{text}: {code} {answer.Reply.First}");
        }
    }

    internal static Task LogAsync(BotHost bot, string run, int i)
        => SayAsync(bot, Speaker(i), $"{run}-{i}", string.Create(CultureInfo.InvariantCulture, $"/contribution log coworking \"{1 + (i % 480)} min\" \"Fiche pratique : ouvrir un lieu\""));

    private static async Task BesideAsync(Action<string> print, BotHost bot, string barePath, int commands, int speakers, int round)
    {
        var commits = 0;
        bot.Store.Writer.Committed = _ => commits++;
        var ours = await Measured.OfAsync(commands, speakers, i => LogAsync(bot, $"{speakers}-{round}", i));
        var group = Math.Max(1, (int)Math.Round(commands / (double)commits));
        await using (await OpenAsync(barePath, 1_000))
        {
        }

        var bare = Bare(barePath, commands, group);
        print(ours.Row($"log, {speakers} at once"));
        print(bare.Row($"prepared inserts, {group} a commit"));
        print(string.Create(CultureInfo.InvariantCulture, $"| inserts / log | {bare.PerSecond / ours.PerSecond:N2} | {ours.CpuEach / bare.CpuEach:N2} | | |"));
    }

    /// <summary>The line, its words, the head and the answer in the inbox: what a command stores, and nothing that decides or reads it.</summary>
    private static Measured Bare(string path, int commands, int group)
    {
        using var seed = new LedgerSeed(path, full: true);
        var (person, common, head) = (seed.Ids("SELECT PersonId FROM Memberships")[0], seed.Ids("SELECT Id FROM Commons")[0], seed.HeadOf(Community));
        var inbox = seed.Command("INSERT INTO Inbox (Door, \"Key\", PersonId, At, Reply) VALUES ($0, $1, $2, $3, $4)", 5);
        var waited = new List<double>();
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        for (var done = 0; done < commands; done += group)
        {
            var at = Stopwatch.GetTimestamp();
            seed.Together(() =>
            {
                for (var i = done; i < Math.Min(commands, done + group); i++)
                {
                    One(seed, inbox, head, person, common, i);
                }
            });
            waited.Add(Stopwatch.GetElapsedTime(at).TotalMilliseconds);
        }

        var took = Stopwatch.GetElapsedTime(begun);
        return new Measured(commands, took, Environment.CpuUsage.TotalTime - cpu, [.. waited.Order()]);
    }

    private static void One(LedgerSeed seed, SqliteCommand inbox, LedgerHead head, long person, long common, int i)
    {
        var now = TimeProvider.System.GetUtcNow();
        seed.Append(head, LedgerSeed.Entry(person, common, 1 + (i % 480), now), now);
        seed.SaveHead(head);
        var reply = new Reply($"L{head.Number} is in the ledger: {1 + (i % 480)} min by speaker0 for Coworking, “Fiche pratique : ouvrir un lieu”.") { Lines = ["A mistake is corrected by a new line, in the open."] };
        LedgerSeed.Set(inbox, Door, $"bare-{i}", person, now.UtcTicks, JsonSerializer.Serialize(reply, KernelJson.Default.Reply));
        inbox.ExecuteNonQuery();
    }

    private static async Task AtBothSizesAsync(Action<string> print, BotHost small, BotHost large, int commands, int lines)
    {
        foreach (var speakers in (int[])[1, 50])
        {
            for (var round = 1; round <= Rounds; round++)
            {
                var count = speakers == 1 ? commands / 20 : commands / 2;
                print((await Measured.OfAsync(count, speakers, i => LogAsync(small, $"s{speakers}-{round}", i))).Row($"{speakers} at once, few lines"));
                print((await Measured.OfAsync(count, speakers, i => LogAsync(large, $"l{speakers}-{round}", i))).Row(string.Create(CultureInfo.InvariantCulture, $"{speakers} at once, {lines:N0} lines")));
            }
        }
    }

    private static async Task ProofAsync(Action<string> print, BotHost bot)
    {
        print("\n## The chain proved");
        for (var round = 1; round <= Rounds; round++)
        {
            var (before, cpu) = (GC.GetTotalAllocatedBytes(), Environment.CpuUsage.TotalTime);
            var watch = Stopwatch.StartNew();
            await using var db = bot.Store.Read();
            var found = await LedgerCheck.RunAsync(db, Community, CancellationToken.None);
            if (found.Fault is { } fault)
            {
                throw new InvalidOperationException($"{fault} at L{found.At}");
            }

            print(string.Create(CultureInfo.InvariantCulture, $"{found.Count:N0} lines in {watch.Elapsed.TotalSeconds:N2} s, {(Environment.CpuUsage.TotalTime - cpu).TotalSeconds:N2} s of processor, {(GC.GetTotalAllocatedBytes() - before) / found.Count:N0} bytes a line"));
        }
    }
}
