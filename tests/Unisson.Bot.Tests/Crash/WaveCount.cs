using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;
using Unisson.Bot.Terminal;

namespace Unisson.Bot.Tests.Crash;

/// <summary>Recounts from the rows what the waves of calls did.</summary>
internal sealed class WaveCount(BotDb db, Tally tally)
{
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>What one commit stores together is there together: an ask and its message, an open call and its next look.</summary>
    public async Task AtomsAsync()
    {
        var rows = await MessagesAsync();
        foreach (var ask in await db.Asks.ToListAsync())
        {
            tally.Check(ask.State == AskState.Released || rows[ask.Id].Count() == 1, $"Ask {ask.Id} is {ask.State} and has {rows[ask.Id].Count()} messages.");
        }

        tally.Check(await db.Calls.AllAsync(c => c.State != CallState.Open || c.DueAt != null), "An open call is never looked at again.");
    }

    /// <param name="answers">Every answer that was confirmed, and whether the place was said to be theirs.</param>
    public async Task CountAsync(IReadOnlyDictionary<(string Call, string Who), bool> answers, List<string> heard)
    {
        var calls = await db.Calls.Include(c => c.Asks).OrderBy(c => c.Number).ToListAsync();
        var names = await db.People.ToDictionaryAsync(p => p.Id, p => p.Name);
        var asks = calls.SelectMany(c => c.Asks.Select(a => (Ask: a, Call: c, Name: $"{c.Label} {names[a.PersonId]}"))).ToList();
        tally.Check(calls.Select(c => c.Number).SequenceEqual(Enumerable.Range(1, calls.Count)), "The calls are not numbered without a gap.");
        tally.Check(calls.TrueForAll(c => c.EndedAt is not null && c.DueAt is null), "A call never ended.");
        tally.Check(calls.TrueForAll(c => c.Asks.Count(a => a.State == AskState.Accepted) <= c.Places), "A call has more yeses than places.");
        tally.Compare("answer", answers.Keys.Select(a => $"{a.Call} {a.Who}"), [.. asks.Where(a => a.Ask.AnsweredAt is not null).Select(a => a.Name)]);
        tally.Compare("yes", answers.Where(a => a.Value).Select(a => $"{a.Key.Call} {a.Key.Who}"), [.. asks.Where(a => a.Ask.State == AskState.Accepted).Select(a => a.Name)]);
        var left = asks.FindAll(a => a.Ask.SentAt is not null);
        await CountMessagesAsync(left, names, heard);
        CountCaps([.. left.Select(a => a.Ask)], names);
        await CountYesesAsync(asks.FindAll(a => a.Ask.State == AskState.Accepted).ConvertAll(a => (a.Call.MissionId, a.Ask.PersonId)));
        tally.Check((await LedgerCheck.RunAsync(db, Conversation.Local, CancellationToken.None)).Fault is null, "The chain of the ledger is broken.");
        (tally.Stored, tally.Messages) = (asks.Count(a => a.Ask.AnsweredAt is not null) + calls.Count + await db.Missions.CountAsync() + await db.Ledger.CountAsync(), left.Count);
    }

    /// <summary>Each ask left once, to one person of one call, and was seen.</summary>
    private async Task CountMessagesAsync(List<(Ask Ask, Call Call, string Name)> left, Dictionary<long, string> names, List<string> heard)
    {
        var (rows, titles) = (await MessagesAsync(), await db.Missions.ToDictionaryAsync(m => m.Id, m => m.Title));
        tally.Compare("ask", left.Select(a => a.Name), [.. left.Select(a => a.Name)]);
        foreach (var (ask, call, name) in left)
        {
            tally.Check(ask.Times == 1 && rows[ask.Id].Count() == 1 && rows[ask.Id].All(r => r.SentAt is not null), $"The ask {name} left {ask.Times} times, with {rows[ask.Id].Count()} messages.");
            var begins = $"→ {names[ask.PersonId]} (private): {titles[call.MissionId]}: ";
            if (!heard.Exists(h => h.StartsWith(begins, StringComparison.Ordinal) && h.EndsWith("Would you like to help?", StringComparison.Ordinal)))
            {
                tally.Lost.Add($"printed: the ask {name}");
            }
        }
    }

    private void CountCaps(List<Ask> left, Dictionary<long, string> names)
    {
        foreach (var month in left.GroupBy(a => (a.PersonId, Month: TimeZoneInfo.ConvertTime(a.SentAt!.Value, Paris).ToString("yyyy-MM", null))))
        {
            var name = names[month.Key.PersonId];
            tally.Check(month.Count() <= WaveKills.People[name].Asks, $"{name} was asked {month.Count()} times in {month.Key.Month}.");
        }

        foreach (var month in left.Where(a => a.State == AskState.Accepted).GroupBy(a => (a.PersonId, a.Month)))
        {
            var name = names[month.Key.PersonId];
            tally.Check(month.Sum(a => a.Minutes) <= WaveKills.People[name].Hours * 60, $"{name} promised {month.Sum(a => a.Minutes)} minutes in month {month.Key.Month}.");
        }
    }

    /// <summary>A yes joins the mission once, and is remembered once.</summary>
    private async Task CountYesesAsync(List<(long Mission, long Person)> yeses)
    {
        var joined = await db.Journal.Where(j => j.What == "joined").Select(j => new { j.MissionId, j.PersonId }).ToListAsync();
        tally.Compare("joined", yeses.Select(y => $"{y.Mission} {y.Person}"), joined.ConvertAll(j => $"{j.MissionId} {j.PersonId}"));
        foreach (var person in await db.People.ToListAsync())
        {
            var answered = await db.Asks.CountAsync(a => a.PersonId == person.Id && a.AnsweredAt != null);
            tally.Check(person.Replies == answered, $"{person.Name} answered {answered} times, and {person.Replies} are remembered.");
        }
    }

    private async Task<ILookup<long, OutboxRow>> MessagesAsync() => (await db.Outbox.Where(o => o.AskId != null).ToListAsync()).ToLookup(o => o.AskId!.Value);
}
