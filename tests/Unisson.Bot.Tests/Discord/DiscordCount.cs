using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;
using Unisson.Bot.Missions;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Crash;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Compares what stands in the data file with what people saw.</summary>
internal sealed class DiscordCount(BotDb db, Tally tally, List<Deed> deeds, List<StubUser> people, StubChannel missions)
{
    private Dictionary<string, string> _opened = [];
    private Dictionary<long, StubUser> _accounts = [];

    public async Task CountAsync(StubDiscord discord)
    {
        _opened = await db.Missions.ToDictionaryAsync(m => m.Title, m => $"{m.Label} est ouverte", StringComparer.Ordinal);
        _accounts = (await db.Accounts.ToListAsync()).Join(people, a => a.ExternalId, p => p.Id, (a, p) => (a.PersonId, p)).ToDictionary(a => a.PersonId, a => a.p);
        var (stored, sent) = (await StoredAsync(), await SentAsync());
        var there = deeds.Where(d => stored.Contains(Key(d))).ToList();
        try
        {
            await discord.UntilAsync(() => there.TrueForAll(d => Said(d) > 0) && _opened.Keys.All(t => Cards(t) > 0) && sent.TrueForAll(m => Told(m) > 0), "answers, cards and private messages");
        }
        catch (TimeoutException)
        {
            // What is missing is counted below.
        }

        tally.Compare("stored", deeds.Where(d => Said(d) > 0).Select(Key), stored);
        tally.Compare("answer", there.Select(Key), [.. there.SelectMany(d => Enumerable.Repeat(Key(d), Said(d)))]);
        tally.Compare("card", _opened.Keys, [.. _opened.Keys.SelectMany(t => Enumerable.Repeat(t, Cards(t)))]);
        tally.Compare("message", sent.Select(m => $"{m}"), [.. sent.SelectMany(m => Enumerable.Repeat($"{m}", Told(m)))]);
        tally.Check(sent.Count > 0, "Nobody was told anything in private.");
        foreach (var community in await db.Communities.Select(c => c.Id).ToListAsync())
        {
            tally.Check((await LedgerCheck.RunAsync(db, community, CancellationToken.None)).Fault is null, "The chain of the ledger is broken.");
        }

        (tally.Stored, tally.Messages) = (stored.Count, there.Sum(Said) + _opened.Keys.Sum(Cards) + sent.Sum(Told));
    }

    private async Task<List<string>> StoredAsync()
    {
        var joined = await db.Missions.SelectMany(m => m.Holders, (m, h) => new { m.Title, h.PersonId, h.Role }).Where(h => h.Role == RoleKind.HelpingCommoner).ToListAsync();
        return [.. await db.LedgerTexts.Select(t => t.What).ToListAsync(), .. _opened.Keys, .. joined.Select(h => Key(new Deed(_accounts[h.PersonId], h.Title, DeedKind.Joins)))];
    }

    /// <summary>What was to be said to people in private, by now or at their own next command; not what waits for the end of their night.</summary>
    private async Task<List<(StubUser To, string Words)>> SentAsync()
    {
        var now = TimeProvider.System.GetUtcNow();
        var rows = await db.Outbox.Where(o => o.PersonId != null && (o.SentAt != null || o.Parked != null || o.NotBefore <= now)).OrderBy(o => o.Id).ToListAsync();
        return rows.ConvertAll(o => (_accounts[o.PersonId!.Value], JsonSerializer.Deserialize(o.Body!, KernelJson.Default.Reply)!.First));
    }

    private int Said(Deed deed) => deed.Kind switch
    {
        DeedKind.Opens => _opened.TryGetValue(deed.Words, out var begins) ? Said(deed.Who, begins) : 0,
        DeedKind.Joins => Said(deed.Who, $"C’est noté pour {deed.Words}"),
        DeedKind.Logs => Said(deed.Who, deed.Words),
        _ => 0,
    };

    private static string Key(Deed deed) => deed.Kind == DeedKind.Joins ? $"{deed.Who.Name} in {deed.Words}" : deed.Words;

    private static int Told((StubUser To, string Words) message) => Said(message.To, message.Words);

    /// <summary>A follow-up has no nonce: one that the end of a life cut off from its mark comes again, and says that it may.</summary>
    private static int Said(StubUser who, string words)
    {
        var (all, plain) = (Village.Said(who, words), Village.Said(who, words, but: "Peut-être l’as-tu déjà vu"));
        return plain > 0 ? plain : Math.Min(all, 1);
    }

    private int Cards(string title) => missions.Messages.Count(m => m.Text.Contains(title, StringComparison.Ordinal));
}
