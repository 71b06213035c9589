using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Contributions;

/// <summary>Takes the words of lines out of the channels where they were told, at the wish of whom they are about.</summary>
internal static class ForgottenLines
{
    private const int Batch = 500;

    /// <summary>Where a line was told, that message says from now on what is left of it; one that has not left yet leaves so.</summary>
    public static async Task PostAsync(BotDb db, List<long> lineIds, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var ids in lineIds.Chunk(Batch))
        {
            var idOf = ids.ToDictionary(Ledger.CardOf, StringComparer.Ordinal);
            var cards = idOf.Keys.ToList();
            var told = await db.Posted.Where(p => cards.Contains(p.Card)).Select(p => new { p.Door, p.Channel, p.Card }).ToListAsync(ct);
            told.AddRange(await db.Outbox.Where(o => o.SentAt == null && o.Card != null && cards.Contains(o.Card) && o.Channel != null).Select(o => new { o.Door, Channel = o.Channel!, Card = o.Card! }).ToListAsync(ct));
            foreach (var place in told.Distinct())
            {
                var id = idOf[place.Card];
                var line = await db.Ledger.AsNoTracking().FirstAsync(l => l.Id == id, ct);
                await Outbox.ToChannelsAsync(db, line.CommunityId, [new Channel { CommunityId = line.CommunityId, Door = place.Door, ExternalId = place.Channel }], "ledger", await ReplyAsync(db, line, place.Card, now, ct), now, ct);
            }
        }
    }

    private static async Task<Reply> ReplyAsync(BotDb db, LedgerLine line, string card, DateTimeOffset now, CancellationToken ct)
    {
        var community = await db.CommunityAsync(line.CommunityId, ct);
        var telling = new Telling(new Say(community.Language, Zones.Get(community.Zone), now), InTheOpen: true);
        var told = line.Kind == LineKind.Line
            ? telling.Forgotten(new Given(line.Contribution, line.Minutes, line.Cents), await db.Commons.Where(c => c.CommunityId == line.CommunityId && c.Id == line.CommonId).Select(c => c.Name).FirstAsync(ct))
            : telling.About(line, (await Naming.NamesAsync(db, [line.AuthorId], ct))[line.AuthorId]);
        return new Reply(telling.Say["contribution.row", line.Label, line.Kind == LineKind.Line ? line.On : telling.Say.Day(line.At), told]) { Card = card, Erases = true };
    }
}
