using System.Collections.Concurrent;
using CsCheck;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Tests.Harness;

/// <summary>Types hostile lines, many people at once, and looks at every answer.</summary>
internal static class HostileRun
{
    private const int Together = 500;

    /// <summary>Lines that make the world in which it is done.</summary>
    public static readonly IReadOnlyList<string> World = ["claire> /common add coworking", "claire> /mission open Lons commons:coworking", "bob> /mission open Secret visibility:private"];

    /// <param name="lines">How many, in whole batches of 500.</param>
    public static async Task<(int Answered, int Refused, IReadOnlyCollection<string> Wrong)> RunAsync(BotHost bot, int lines, CancellationToken ct)
    {
        var (typed, wrong) = (HostileLines.Of(bot.Catalogue), new ConcurrentQueue<string>());
        var (key, refused) = (0, 0);

        // Lines of many people wait for the same commit, as they do at a busy door.
        for (var done = 0; done < lines; done += Together)
        {
            await Parallel.ForEachAsync(typed.Array[Together].Single(), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = ct }, async (said, token) =>
            {
                var incoming = new Incoming(Conversation.Door, $"hostile-{Interlocked.Increment(ref key)}", Fold.Of(said.Who), said.Who, null) { Text = said.Line };
                var reply = (await bot.Dispatcher.HandleAsync(incoming, Conversation.Local, token)).Reply;
                Interlocked.Add(ref refused, reply.Refused is null ? 0 : 1);
                var fault = reply.Refused == "error.unexpected" ? "broke"
                    : string.IsNullOrWhiteSpace(reply.First) ? "got no sentence"
                    : reply.Mentions.Count > 0 ? "rang somebody"
                    : said.Who != "bob" && string.Concat([reply.First, .. reply.Lines]).Contains("Secret", StringComparison.Ordinal) ? "told a secret"
                    : null;
                if (fault is not null)
                {
                    wrong.Enqueue($"{said.Who}> {said.Line} {fault}");
                }
            });
        }

        return (key, refused, wrong);
    }
}
