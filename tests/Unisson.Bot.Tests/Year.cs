using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests;

/// <summary>What somebody gives a month, and where they live.</summary>
internal sealed record Gives(int Asks, int Hours, string? Zone = null, bool Weekends = false);

/// <summary>A practice community that lives a year by typed lines alone, and remembers what it was told, and when.</summary>
internal sealed partial class Year(TestBot bot, Random random) : IAsyncDisposable
{
    public static readonly IReadOnlyDictionary<string, Gives> People = new Dictionary<string, Gives>(StringComparer.Ordinal)
    {
        ["ana"] = new(1, 4),
        ["bob"] = new(2, 8),
        ["cy"] = new(2, 3, Weekends: true),
        ["dan"] = new(3, 12),
        ["eve"] = new(4, 8, "Indian/Reunion"),
        ["fay"] = new(4, 20, "America/Guadeloupe"),
        ["gil"] = new(6, 40),
        ["hal"] = new(1, 40),
        ["ivy"] = new(2, 6),
        ["jo"] = new(3, 9, Weekends: true),
        ["kim"] = new(8, 40),
    };

    /// <summary>Of France, in the year that is lived.</summary>
    public static readonly IReadOnlySet<string> Holidays = new HashSet<string>(
        ["2026-12-25", "2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08", "2027-05-17", "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11"], StringComparer.Ordinal);

    private static readonly string[] Commons = ["coworking", "fablab", "garden", "archive"];
    private static readonly string[] Answers = ["yes", "yes", "no", "no", "later", "reserve"];

    private readonly HashSet<long> _answered = [];
    private readonly Dictionary<string, DateTimeOffset> _pausing = [];
    private string _block = "";

    public TestBot Bot => bot;

    /// <summary>Every message to somebody or to a channel, without the numbers of its gestures.</summary>
    public List<(DateTimeOffset At, string Who, string Text)> Heard { get; } = [];

    public List<(long Person, DateTimeOffset From, DateTimeOffset To)> Pauses { get; } = [];

    public Dictionary<long, string> Names { get; private set; } = [];

    public static async Task<Year> LiveAsync(Random random)
    {
        var bot = await TestBot.StartAsync();
        var year = new Year(bot, random);
        bot.Print = year.HearAsync;
        await year.SettleDownAsync();
        for (var step = 0; step < 122; step++)
        {
            await year.LiveAsync(step);
            await year.SayAsync(step % 3 == 0 ? "/wait 67 hours" : "/wait 74 hours");
        }

        foreach (var name in year._pausing.Keys.ToList())
        {
            await year.ResumeAsync(name);
        }

        return year;
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private async Task SettleDownAsync()
    {
        foreach (var common in Commons)
        {
            await SayAsync($"claire> /common add {common}");
        }

        foreach (var (name, gives) in People)
        {
            await SayAsync($"{name}> /availability set asks:{gives.Asks} hours:{gives.Hours}h{(gives.Weekends ? " days:morning,afternoon,evening,weekend" : "")}");
            await SayAsync($"{name}> /my settings zone:{gives.Zone ?? "Europe/Paris"}");
            foreach (var common in Commons.Where((_, i) => i == name[0] % 4 || random.Next(2) == 0))
            {
                await SayAsync($"{name}> /experience add {common} contributed");
            }
        }

        Names = await bot.SeeAsync(db => db.People.ToDictionaryAsync(p => p.Id, p => p.Name));
    }

    /// <summary>Somebody pauses or comes back, then a call is opened: what leaves at this very instant leaves after the pause began.</summary>
    private async Task LiveAsync(int step)
    {
        await SayAsync("/wait 1 minute");
        var name = People.Keys.ElementAt(random.Next(People.Count));
        await (_pausing.ContainsKey(name) ? ResumeAsync(name) : step % 4 == 0 ? PauseAsync(name) : Task.CompletedTask);
        await SayAsync($"{name}> /reminder add \"in {1 + random.Next(15)} days\" \"task {step};\"");
        if (step % 3 == 0)
        {
            var common = Commons[random.Next(Commons.Length)];
            await SayAsync($"claire> /mission open \"Work {step}\" commons:{common} deadline:\"in {5 + random.Next(20)} days\"");
            var mission = Opened().Match(_block).Value;
            var by = step % 9 == 0 ? "in 10 hours" : $"in {3 + random.Next(5)} days";
            await SayAsync($"claire> /commoners call {common} mission:{mission} places:{1 + random.Next(3)} hours:{1 + random.Next(4)}h by:\"{by}\" terms:paid");
        }

        await AnswerAsync();
    }

    private async Task PauseAsync(string name)
    {
        await SayAsync($"{name}> /availability pause until:\"in {2 + random.Next(20)} days\"");
        _pausing[name] = bot.Now;
    }

    private async Task ResumeAsync(string name)
    {
        await SayAsync($"{name}> /availability resume");
        Pauses.Add((Names.Single(n => n.Value == name).Key, _pausing[name], bot.Now));
        _pausing.Remove(name);
    }

    /// <summary>Two of three who were asked answer, once.</summary>
    private async Task AnswerAsync()
    {
        var asked = await bot.SeeAsync(db => db.Asks.Where(a => a.State == AskState.Sent).OrderBy(a => a.Id)
            .Join(db.Calls, a => a.CallId, c => c.Id, (a, c) => new { a.Id, a.PersonId, c.Number }).ToListAsync());
        foreach (var ask in asked.Where(a => _answered.Add(a.Id) && random.Next(3) > 0))
        {
            await SayAsync(string.Create(CultureInfo.InvariantCulture, $"{Names[ask.PersonId]}> /call answer C{ask.Number} {Answers[random.Next(Answers.Length)]}"));
        }
    }

    private async Task SayAsync(string line)
    {
        _block = "";
        var rest = await bot.SayAsync(line);
        Assert.False(Refused().IsMatch(_block + rest), $"{bot.Now} {line}\n{_block}{rest}");
    }

    private Task HearAsync(string text)
    {
        _block += text;
        if (text.StartsWith("→ ", StringComparison.Ordinal))
        {
            var (to, said) = (text[2..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            Heard.Add((bot.Now, to.Replace(" (private)", "", StringComparison.Ordinal), Number().Replace(said, "[]").Replace('\u00A0', ' ').Replace('\u202F', ' ')));
        }

        return Task.CompletedTask;
    }

    [GeneratedRegex("^M[0-9]+(?= is open)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Opened();

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\[[a-z]+[.][a-z.-]+\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Refused();
}
