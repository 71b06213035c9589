using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Reminders that come again, for oneself, for a team and for a channel, come while the program is killed, again and again. What was waited
/// through before a kill is waited through once more: the practice clock only moves with a whole <c>/wait</c>.
/// </summary>
internal sealed class RhythmKills(string folder, Random random)
{
    /// <summary>A life ends within so many milliseconds of a line, and at most at that line.</summary>
    private const int Longest = 40, LastLine = 12;

    private static readonly DateTimeOffset Start = new(2026, 12, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly string[] Files = ["unisson.db", "unisson.db-wal"];

    private readonly Tally _tally = new();
    private readonly List<string> _heard = [];

    private string File => Path.Combine(folder, "unisson.db");

    public async Task<Tally> RunAsync(int kills)
    {
        await BeginAsync();
        for (; _tally.Kills < kills; _tally.Kills++)
        {
            using (var bot = ChildBot.Start(folder, _heard))
            {
                await LiveAsync(bot);
            }

            await LookAsync();
        }

        using (var last = ChildBot.Start(folder, _heard))
        {
            _tally.Check(await last.SayAsync("/wait 3 days") is not null, "The last life did not live.");
            _tally.Check(await last.EndAsync() == 0, "The last life did not end well.");
        }

        await using var store = Store.Open(File);
        await using var db = store.Read();
        await new RhythmCount(db, _tally).CountAsync(_heard);
        return _tally;
    }

    /// <summary>Claire and Bob are of a team. What is for a channel is set where it was typed, which no pipe can say.</summary>
    private async Task BeginAsync()
    {
        using (var first = ChildBot.Start(folder, _heard, "--at", Start.ToString("yyyy-MM-ddTHH:mmzzz", CultureInfo.InvariantCulture)))
        {
            string[] lines = ["claire> /mission open Lons", "bob> /mission join M1 role:provider", .. RhythmCount.Own.Select(own => $"{own.Who}> /reminder add \"{own.Phrase}\" \"{own.What}\"")];
            foreach (var line in lines)
            {
                _tally.Heard(line, await first.SayAsync(line) ?? "");
            }

            _tally.Check(await first.EndAsync() == 0, "The first life did not end well.");
        }

        await using var bot = new BotHost(Store.Open(File), new PracticeClock(Start), NullLoggerFactory.Instance);
        await bot.Store.Writer.WriteAsync(async scope =>
        {
            scope.Db.RoleHolders.Single(h => h.Role == RoleKind.Provider).Holding = Holding.Active;
            await scope.Db.SaveChangesAsync();
        });
        foreach (var shared in RhythmCount.Shared)
        {
            var line = new Incoming(Conversation.Door, shared.What, "claire", "claire", null) { Text = $"/reminder add \"{shared.Phrase}\" \"{shared.What}\" {shared.To}", TypedIn = "#lons" };
            _tally.Check((await bot.Dispatcher.HandleAsync(line, Conversation.Local, CancellationToken.None)).Reply.Refused is null, line.Text);
        }
    }

    /// <summary>Hours pass, and now and then what came is done or put off; until the end comes.</summary>
    private async Task LiveAsync(ChildBot bot)
    {
        var (dies, end) = (Task.CompletedTask, random.Next(1, LastLine));
        for (var number = 0; ; number++)
        {
            var line = (number % 4) switch
            {
                1 => "ana> /reminder done R1",
                3 => "/help",
                _ => $"/wait {2 + random.Next(9)} hours",
            };
            dies = number == end ? bot.KillAfterAsync(random.Next(Longest)) : dies;
            if (await bot.SayAsync(line) is not { } block)
            {
                break;
            }

            _tally.Heard(line, block);
        }

        await dies;
    }

    /// <summary>What a kill leaves behind is looked at in a copy, so that the program itself brings its file back.</summary>
    private async Task LookAsync()
    {
        var copy = Directory.CreateDirectory(Path.Combine(folder, "copy")).FullName;
        foreach (var file in Files.Where(f => System.IO.File.Exists(Path.Combine(folder, f))))
        {
            System.IO.File.Copy(Path.Combine(folder, file), Path.Combine(copy, file), overwrite: true);
        }

        await using (var store = Store.Open(Path.Combine(copy, "unisson.db")))
        {
            await using var db = store.Read();
            await new RhythmCount(db, _tally).AtomsAsync();
        }

        Directory.Delete(copy, recursive: true);
    }
}
