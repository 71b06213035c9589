using Unisson.Bot.Contributions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Tests.Crash;

/// <summary>Lines of the ledger are typed and reminders fall due, and the program is killed in between, again and again.</summary>
internal static class LineKills
{
    /// <summary>A life ends within so many milliseconds of a line, and at most at that line.</summary>
    private const int Longest = 40, LastLine = 20;

    public static async Task<Tally> RunAsync(string folder, int kills, Random random)
    {
        var (tally, heard) = (new Tally(), new List<string>());
        var (lines, reminders) = (new Typed(), new Typed());
        using (var first = ChildBot.Start(folder, heard, "--at", "2026-12-01T09:00+01:00"))
        {
            await first.SayAsync("/common add coworking");
            tally.Check(await first.EndAsync() == 0, "The first life did not end well.");
        }

        for (; tally.Kills < kills; tally.Kills++)
        {
            using var bot = ChildBot.Start(folder, heard);
            await LiveAsync(bot, tally, lines, reminders, random);
        }

        using (var last = ChildBot.Start(folder, heard))
        {
            tally.Check(await last.SayAsync("/wait 60 days") is not null, "The last life did not live.");
            tally.Check(await last.SayAsync("/contribution verify") is { } proof && proof.Contains("no line was changed", StringComparison.Ordinal), "The chain is not proved.");
            tally.Check(await last.EndAsync() == 0, "The last life did not end well.");
        }

        await using var store = Store.Open(Path.Combine(folder, "unisson.db"));
        await using var db = store.Read();
        await CountAsync(db, tally, lines, reminders, heard);
        return tally;
    }

    /// <summary>A reminder, a line, and so on: of what is typed, some is answered before the end, and at most one thing is not.</summary>
    private static async Task LiveAsync(ChildBot bot, Tally tally, Typed lines, Typed reminders, Random random)
    {
        var (dies, end) = (Task.CompletedTask, random.Next(1, LastLine));
        for (var number = 0; ; number++)
        {
            var what = $"{tally.Kills}-{number}";
            var (line, typed) = (number % 4) switch
            {
                // Each reminder to somebody of their own, so that none is told together with another.
                0 => ($"p{what}> /reminder add \"in 2 days\" \"task {what}\"", reminders),
                3 => ("/wait 9 hours", null),
                _ => ($"/contribution log coworking 1h \"line {what}\"", lines),
            };
            typed?.All.Add(what);
            dies = number == end ? bot.KillAfterAsync(random.Next(Longest)) : dies;
            if (await bot.SayAsync(line) is not { } block)
            {
                break;
            }

            tally.Heard(line, block);
            typed?.Answered.Add(what);
        }

        await dies;
    }

    private static async Task CountAsync(BotDb db, Tally tally, Typed lines, Typed reminders, List<string> heard)
    {
        var stored = db.LedgerTexts.Select(t => t.What).ToList().ConvertAll(w => w["line ".Length..]);
        var rows = db.Reminders.ToList();
        var tasks = rows.ConvertAll(r => r.What!["task ".Length..]);
        var sent = db.Outbox.Where(o => o.SentAt != null && o.PersonId != null).Select(o => o.Subject).ToList();
        tally.Compare("line", lines.Answered, stored);
        tally.Compare("reminder", reminders.Answered, tasks);
        tally.Compare("message", rows.Select(r => $"reminder:{r.Id}"), sent);
        tally.Compare("printed", tasks, [.. tasks.Where(t => heard.Exists(h => h.EndsWith($"Reminder: task {t}.", StringComparison.Ordinal)))]);
        tally.Check(!stored.Except(lines.All).Any() && !tasks.Except(reminders.All).Any(), "Something is stored that nobody typed.");
        tally.Check(rows.TrueForAll(r => r.State != ReminderState.Active), "A reminder still waits.");
        tally.Check((await LedgerCheck.RunAsync(db, Conversation.Local, CancellationToken.None)).Fault is null, "The chain of the ledger is broken.");
        (tally.Stored, tally.Messages) = (stored.Count + tasks.Count, sent.Count);
    }

    private sealed class Typed
    {
        public List<string> All { get; } = [];

        public List<string> Answered { get; } = [];
    }
}
