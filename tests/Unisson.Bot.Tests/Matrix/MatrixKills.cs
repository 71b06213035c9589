using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Crash;
using Unisson.Bot.Tests.Harness;
using Unisson.Matrix.Homeservers;

namespace Unisson.Bot.Tests.Matrix;

/// <summary>
/// People type lines in a room on a real homeserver, and the program is killed between any two steps, again and again. What was said stays on
/// the homeserver: all of it is done and answered in the end, once.
/// </summary>
internal sealed class MatrixKills(Homeserver homeserver, string folder, Random random)
{
    private const int Most = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(250), Starting = TimeSpan.FromMilliseconds(2000), Patience = TimeSpan.FromSeconds(60);

    private readonly Tally _tally = new();
    private readonly Dictionary<string, string> _logged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _opened = new(StringComparer.Ordinal);
    private MatrixPerson _bot = null!;
    private MatrixPerson _claire = null!;
    private string _room = "";

    public async Task<Tally> RunAsync(int kills)
    {
        (_bot, _claire) = (await homeserver.RegisterAsync("unisson"), await homeserver.RegisterAsync("claire"));
        _room = await _claire.CreatePublicRoomAsync("missions");
        await _claire.InviteAsync(_room, _bot.UserId);
        using (var first = Start())
        {
            await MatrixWorld.CameAsync(_claire, _room, _bot);
            await AnsweredAsync(await _claire.SendAsync(_room, "!setup start Village language:en zone:Europe/Paris channel:#missions"));
            await AnsweredAsync(await _claire.SendAsync(_room, "!common add slug:garden name:Garden"));
            await first.KillAfterAsync(TimeSpan.Zero);
        }

        for (; _tally.Kills < kills; _tally.Kills++)
        {
            await LiveAsync();
        }

        using (var last = Start())
        {
            await AnsweredAsync(await SayAsync());
            await CountAsync();
            await last.KillAfterAsync(TimeSpan.Zero);
        }

        return _tally;
    }

    private async Task LiveAsync()
    {
        using var bot = Start();
        if (random.Next(4) == 0)
        {
            await SayAsync();
            await bot.KillAfterAsync(Starting * random.NextDouble());
            return;
        }

        for (var calm = random.Next(1, Most); calm > 0; calm--)
        {
            await AnsweredAsync(await SayAsync());
            _tally.Answered++;
        }

        for (var more = random.Next(1, Most); more > 0; more--)
        {
            await SayAsync();
        }

        await bot.KillAfterAsync(Longest * random.NextDouble());
    }

    private Child Start()
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardError = true };
        foreach (var argument in new[] { Checkout.Program, "--data", folder, $"--Matrix:Homeserver={homeserver.Url}", $"--Matrix:AccessToken={_bot.Token}", "--Limits:CommandsPerMinute=0" })
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return new Child(process);
    }

    private async Task<string> SayAsync()
    {
        var number = _logged.Count + _opened.Count;
        if (random.Next(4) == 0)
        {
            var title = $"Title{number:D6}";
            return Kept(_opened, title, await _claire.SendAsync(_room, $"!mission open {title} commons:garden"));
        }

        var what = $"word{number:D6}";
        return Kept(_logged, what, await _claire.SendAsync(_room, $"!contribution log garden 1h {what}"));
    }

    private static string Kept(Dictionary<string, string> all, string words, string eventId)
    {
        all[words] = eventId;
        return eventId;
    }

    private async Task AnsweredAsync(string said) => await _claire.WaitForAsync(e => e.RoomId == _room && e.Sender == _bot.UserId && MatrixWorld.Answers(e) == said, Patience);

    private async Task CountAsync()
    {
        var promised = _logged.Concat(_opened).ToDictionary(d => d.Value, d => d.Key, StringComparer.Ordinal);
        List<JsonElement> said = [];
        for (var end = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(end) < Patience; await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System))
        {
            said = await SaidAsync();
            if (promised.Keys.All(e => Answers(said, e) > 0) && _opened.Keys.All(t => Cards(said, t) > 0))
            {
                break;
            }
        }

        await using var checkup = Checkup.Open(Path.Combine(folder, "unisson.db"));
        await using var db = checkup.Read();
        List<string> stored = [.. await db.LedgerTexts.Select(t => t.What).ToListAsync(), .. await db.Missions.Select(m => m.Title).ToListAsync()];
        _tally.Compare("stored", promised.Values, stored);
        _tally.Compare("answer", promised.Values, [.. promised.SelectMany(d => Enumerable.Repeat(d.Value, Answers(said, d.Key)))]);
        _tally.Compare("card", _opened.Keys, [.. _opened.Keys.SelectMany(t => Enumerable.Repeat(t, Cards(said, t)))]);
        foreach (var community in await db.Communities.Select(c => c.Id).ToListAsync())
        {
            _tally.Check((await LedgerCheck.RunAsync(db, community, CancellationToken.None)).Fault is null, "The chain of the ledger is broken.");
        }

        (_tally.Stored, _tally.Messages) = (stored.Count, promised.Keys.Sum(e => Answers(said, e)) + _opened.Keys.Sum(t => Cards(said, t)));
    }

    /// <summary>All that the bot said in the room.</summary>
    private async Task<List<JsonElement>> SaidAsync()
    {
        var said = new List<JsonElement>();
        string? from = null;
        do
        {
            var page = (await _claire.CallAsync(HttpMethod.Get, $"v3/rooms/{Uri.EscapeDataString(_room)}/messages?dir=b&limit=1000{(from is null ? "" : $"&from={from}")}")).OrThrow();
            said.AddRange(page.Json.GetProperty("chunk").EnumerateArray().Where(e => e.GetProperty("sender").GetString() == _bot.UserId && e.GetProperty("type").GetString() == "m.room.message").Select(e => e.GetProperty("content")));
            from = page.Text("end");
        }
        while (from is not null);
        return said;
    }

    private static int Answers(List<JsonElement> said, string eventId)
        => said.Count(c => c.TryGetProperty("m.relates_to", out var relation) && relation.TryGetProperty("m.in_reply_to", out var to) && to.GetProperty("event_id").GetString() == eventId);

    private static int Cards(List<JsonElement> said, string title)
        => said.Count(c => !c.TryGetProperty("m.relates_to", out _) && c.GetProperty("body").GetString()!.StartsWith($"{title} (M", StringComparison.Ordinal));

    /// <summary>The program in a process of its own, which does not outlive the test.</summary>
    private sealed class Child(Process process) : IDisposable
    {
        public async Task KillAfterAsync(TimeSpan time)
        {
            await Task.Delay(time, TimeProvider.System);
            process.Kill();
            await process.WaitForExitAsync();
        }

        public void Dispose()
        {
            process.Kill();
            process.Dispose();
        }
    }
}
