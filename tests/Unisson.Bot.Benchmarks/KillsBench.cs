using System.Diagnostics;
using System.Globalization;
using Unisson.Bot.Tests.Crash;

namespace Unisson.Bot.Benchmarks;

/// <summary>The stories of <c>Crash/KillTests</c>, killed as often as asked, side by side: a third of the kills each.</summary>
internal static class KillsBench
{
    /// <returns>The exit code: 0 when nothing was lost, doubled or wrong.</returns>
    public static async Task<int> RunAsync(Action<string> print, int kills)
    {
        var began = Stopwatch.GetTimestamp();
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            var (seed, third) = (TimeProvider.System.GetUtcNow().Millisecond, kills / 3);
            print($"| {kills:N0} kills (seed {seed}) | kills | lines answered | stored | messages | lost | doubled | wrong | s |\n|---|---|---|---|---|---|---|---|---|");
            var tallies = await Task.WhenAll(
                CountAsync("lines and reminders", LineKills.RunAsync(Path.Combine(folder, "lines"), kills - (2 * third), new Random(seed))),
                CountAsync("calls and their waves", new WaveKills(Path.Combine(folder, "waves"), new Random(seed)).RunAsync(third)),
                CountAsync("reminders that come again", new RhythmKills(Path.Combine(folder, "rhythms"), new Random(seed)).RunAsync(third)));
            return tallies.All(t => t.Lost.Count + t.Doubled.Count + t.Wrong.Count == 0) ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        async Task<Tally> CountAsync(string story, Task<Tally> running)
        {
            var t = await running;
            print(string.Create(CultureInfo.InvariantCulture, $"| {story} | {t.Kills:N0} | {t.Answered:N0} | {t.Stored:N0} | {t.Messages:N0} | {t.Lost.Count} | {t.Doubled.Count} | {t.Wrong.Count} | {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} |"));
            t.Lost.Concat(t.Doubled).Concat(t.Wrong).Take(20).ToList().ForEach(print);
            return t;
        }
    }
}
