using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Languages;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;

namespace Unisson.Bot.Benchmarks;

/// <summary>The lines of <c>Kernel/HostileLinesTests</c>, as many as asked.</summary>
internal static class LinesBench
{
    /// <returns>The exit code: 0 when every line got its sentence and nothing broke.</returns>
    public static async Task<int> RunAsync(Action<string> print, int lines)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            await using var bot = new BotHost(Store.Open(Path.Combine(folder, "unisson.db")), TimeProvider.System, NullLoggerFactory.Instance);
            await bot.EnsureLocalAsync(Conversation.Local, Language.English, "Europe/Paris", CancellationToken.None);
            var conversation = new Conversation(bot.Store, bot.Catalogue, bot.Dispatcher, bot.Due, bot.Time);
            foreach (var line in HostileRun.World)
            {
                await conversation.SayAsync(line, CancellationToken.None);
            }

            var began = Stopwatch.GetTimestamp();
            var (answered, refused, wrong) = await HostileRun.RunAsync(bot, lines, CancellationToken.None);
            print(string.Create(CultureInfo.InvariantCulture, $"{lines:N0} hostile lines: {answered:N0} answered, {refused:N0} of them refused, {wrong.Count} wrong, in {Stopwatch.GetElapsedTime(began).TotalSeconds:N0} s."));
            wrong.Take(20).ToList().ForEach(print);
            return wrong.Count == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
