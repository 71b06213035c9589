using System.Text.RegularExpressions;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Calls are opened, their waves leave by the due clock, those who were asked answer, and the program is killed in between, again and again.
/// </summary>
internal sealed partial class WaveKills(string folder, Random random)
{
    /// <summary>A life ends within so many milliseconds of a line, and at most at that line.</summary>
    private const int Longest = 40, LastLine = 20;

    /// <summary>Everybody's asks and hours a month.</summary>
    public static readonly IReadOnlyDictionary<string, (int Asks, int Hours)> People = new Dictionary<string, (int, int)>(StringComparer.Ordinal)
    {
        ["ana"] = (1, 8),
        ["bob"] = (2, 4),
        ["cy"] = (2, 40),
        ["dan"] = (3, 6),
        ["eve"] = (4, 8),
        ["fay"] = (6, 12),
        ["gil"] = (8, 40),
        ["hal"] = (12, 16),
    };

    private readonly Tally _tally = new();
    private readonly List<string> _heard = [];
    private readonly List<(string Call, string Who)> _asked = [];
    private readonly Dictionary<(string Call, string Who), bool> _says = [];
    private readonly Dictionary<(string Call, string Who), bool> _answered = [];
    private int _read;
    private int _opened;

    public async Task<Tally> RunAsync(int kills)
    {
        using (var first = ChildBot.Start(folder, _heard, "--at", "2026-12-01T09:00+01:00"))
        {
            await first.SayAsync("claire> /common add coworking");
            foreach (var (name, (asks, hours)) in People)
            {
                await first.SayAsync($"{name}> /experience add coworking contributed");
                await first.SayAsync($"{name}> /availability set asks:{asks} hours:{hours}h");
            }

            _tally.Check(await first.EndAsync() == 0, "The first life did not end well.");
        }

        for (; _tally.Kills < kills; _tally.Kills++)
        {
            using (var bot = ChildBot.Start(folder, _heard))
            {
                await LiveAsync(bot);
            }

            await AtomsAsync();
        }

        using (var last = ChildBot.Start(folder, _heard))
        {
            await last.SayAsync("bob> /contribution log coworking 1h \"a line\"");
            _tally.Check(await last.SayAsync("/wait 60 days") is not null, "The last life did not live.");
            _tally.Check(await last.SayAsync("/contribution verify") is { } proof && proof.Contains("no line was changed", StringComparison.Ordinal), "The chain is not proved.");
            _tally.Check(await last.EndAsync() == 0, "The last life did not end well.");
        }

        await using var store = Store.Open(Path.Combine(folder, "unisson.db"));
        await using var db = store.Read();
        await new WaveCount(db, _tally).CountAsync(_answered, _heard);
        return _tally;
    }

    /// <summary>Opens a call, lets hours pass, answers what was asked; until the end comes.</summary>
    private async Task LiveAsync(ChildBot bot)
    {
        var (dies, lines) = (Task.CompletedTask, random.Next(1, LastLine));
        foreach (var line in Life())
        {
            dies = lines-- == 0 ? bot.KillAfterAsync(random.Next(Longest)) : dies;
            if (await bot.SayAsync(line) is not { } block)
            {
                break;
            }

            Answered(line, block);
        }

        await dies;
    }

    private IEnumerable<string> Life()
    {
        while (true)
        {
            yield return $"claire> /mission open \"Work {_opened++}\" commons:coworking";
            var mission = Mission().Match(_heard.FindLast(h => Mission().IsMatch(h))!).Value;
            yield return $"claire> /commoners call coworking mission:{mission} places:{1 + random.Next(3)} hours:{1 + random.Next(2)}h by:\"in 4 days\" terms:paid";

            for (var rounds = random.Next(4, 12); rounds > 0; rounds--)
            {
                yield return "/wait 5 hours";
                foreach (var (call, who) in Unanswered())
                {
                    yield return $"{who}> /call answer {call} {(_says[(call, who)] ? "yes" : "no")}";
                }

            }

            yield return "bob> /contribution log coworking 1h \"a line\"";
        }
    }

    /// <summary>Those who were asked since, each with an answer of their own or none at all; and those whose answer was cut off.</summary>
    private List<(string Call, string Who)> Unanswered()
    {
        for (string? who = null; _read < _heard.Count; _read++)
        {
            who = ToPerson().Match(_heard[_read]) is { Success: true } to ? to.Groups["who"].Value : _heard[_read].StartsWith("  ", StringComparison.Ordinal) ? who : null;
            if (who is not null && UntilWhen().Match(_heard[_read]) is { Success: true } until && random.Next(4) > 0 && _says.TryAdd((until.Groups["call"].Value, who), random.Next(5) > 1))
            {
                _asked.Add((until.Groups["call"].Value, who));
            }
        }

        return _asked.FindAll(a => !_answered.ContainsKey(a));
    }

    private void Answered(string line, string block)
    {
        _tally.Heard(line, block);
        if (AnswerLine().Match(line) is { Success: true } answer)
        {
            _answered[(answer.Groups["call"].Value, answer.Groups["who"].Value)] = block.StartsWith("Thank you, the place is yours.", StringComparison.Ordinal);
        }
    }

    /// <summary>What a kill leaves behind is looked at in a copy, so that the program itself brings its file back.</summary>
    private async Task AtomsAsync()
    {
        var copy = Path.Combine(folder, "copy");
        Directory.CreateDirectory(copy);
        foreach (var file in new[] { "unisson.db", "unisson.db-wal" })
        {
            File.Copy(Path.Combine(folder, file), Path.Combine(copy, file), overwrite: true);
        }

        await using (var store = Store.Open(Path.Combine(copy, "unisson.db")))
        {
            await using var db = store.Read();
            await new WaveCount(db, _tally).AtomsAsync();
        }

        Directory.Delete(copy, recursive: true);
    }

    [GeneratedRegex("^→ (?<who>[a-z]+) [(]private[)]: ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ToPerson();

    [GeneratedRegex("^  (?<call>C[0-9]+), .*you can answer until", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UntilWhen();

    [GeneratedRegex("^(?<who>[a-z]+)> /call answer (?<call>C[0-9]+) ", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AnswerLine();

    [GeneratedRegex("^M[0-9]+(?= is open)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mission();
}
