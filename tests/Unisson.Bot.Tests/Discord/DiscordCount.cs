using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Crash;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Compares what stands in the data file with what people saw.</summary>
internal sealed class DiscordCount(BotDb db, Tally tally, List<Deed> deeds, StubChannel missions)
{
    public async Task CountAsync(StubDiscord discord)
    {
        var stored = await db.LedgerTexts.Select(t => t.What).ToListAsync();
        var opened = await db.Missions.ToDictionaryAsync(m => m.Title, m => $"{m.Label} est ouverte", StringComparer.Ordinal);
        stored.AddRange(await db.Missions.Select(m => m.Title).ToListAsync());
        var there = deeds.Where(d => stored.Contains(d.Words)).ToList();
        try
        {
            await discord.UntilAsync(() => there.TrueForAll(d => Said(d) > 0) && opened.Keys.All(t => Cards(t) > 0), "the answers and the cards");
        }
        catch (TimeoutException)
        {
            // What is missing is counted below.
        }

        tally.Compare("stored", deeds.Where(d => Said(d) > 0).Select(d => d.Words), stored);
        tally.Compare("answer", there.Select(Told), [.. there.SelectMany(d => Enumerable.Repeat(Told(d), Said(d)))]);
        tally.Compare("card", opened.Keys, [.. opened.Keys.SelectMany(t => Enumerable.Repeat(t, Cards(t)))]);
        foreach (var community in await db.Communities.Select(c => c.Id).ToListAsync())
        {
            tally.Check((await LedgerCheck.RunAsync(db, community, CancellationToken.None)).Fault is null, "The chain of the ledger is broken.");
        }

        (tally.Stored, tally.Messages) = (stored.Count, there.Sum(Said) + opened.Keys.Sum(Cards));

        int Said(Deed deed) => deed.IsMission
            ? opened.TryGetValue(deed.Words, out var begins) ? Village.Said(deed.Who, begins) : 0
            : Village.Said(deed.Who, deed.Words);

        string Told(Deed deed) => $"{deed.Words} of {deed.Who}";
    }

    private int Cards(string title) => missions.Messages.Count(m => m.Text.Contains(title, StringComparison.Ordinal));
}
