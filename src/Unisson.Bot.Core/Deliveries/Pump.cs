using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// Lets waiting messages of one door leave, in order. An ask is checked once more when it leaves (rule 1): whoever paused, was asked enough
/// or sleeps is not reached. A message is marked after it left: at least once to the wire, once for people by the row's id. Rows are claimed
/// and marked in groups.
/// </summary>
public sealed class Pump(Store store, Catalogue catalogue, string door)
{
    private const int Batch = 100;

    /// <summary>Sends what is due, one after the other; <paramref name="send"/> throws when it could not.</summary>
    public async Task DrainAsync(DateTimeOffset now, Func<Delivery, Task> send, CancellationToken ct)
    {
        while (await AnyAsync(now, ct))
        {
            var leaving = await store.Writer.WriteAsync(scope => ClaimAsync(scope.Db, now, ct));
            foreach (var delivery in leaving)
            {
                await send(delivery);
            }

            var sent = leaving.ConvertAll(d => d.RowId);
            await store.Writer.WriteAsync(scope => scope.Db.Outbox.Where(o => sent.Contains(o.Id)).ExecuteUpdateAsync(u => u.SetProperty(o => o.SentAt, now), ct));
        }
    }

    /// <summary>
    /// Takes the next rows that may leave now: the first of each lane, never of one that is <paramref name="busy"/>, and no more than
    /// <paramref name="each"/> to a destination at a time. What finds no way is set aside, and an edit that comes too soon waits.
    /// </summary>
    public async Task<IReadOnlyList<Delivery>> ClaimAsync(DateTimeOffset now, int most, int each, IReadOnlyCollection<Lane> busy, CancellationToken ct)
    {
        while (most > 0)
        {
            var ids = await HeadsAsync(now, most, each, busy, ct);
            if (ids.Count == 0)
            {
                break;
            }

            if (await store.Writer.WriteAsync(scope => new Claim(scope.Db, catalogue, door, now).TakeAsync(ids, ct)) is { Count: > 0 } taken)
            {
                return taken;
            }
        }

        return [];
    }

    /// <summary>The last look before an ask leaves, and from then on it counts as asked; false when it was held or dropped.</summary>
    public Task<bool> DepartsAsync(Delivery delivery, DateTimeOffset now, CancellationToken ct) => store.Writer.WriteAsync(async scope =>
    {
        var row = await scope.Db.Outbox.FirstOrDefaultAsync(o => o.Id == delivery.RowId && o.SentAt == null && o.Parked == null, ct);
        var departs = row is not null && await Departure.MayLeaveAsync(scope.Db, row, now, ct);
        if (departs)
        {
            row!.TriedAt ??= now;
        }

        await scope.Db.SaveChangesAsync(ct);
        return departs;
    });

    /// <summary>
    /// Stores what became of deliveries, together; one that cannot be stored holds up none of the others, and is given back with its fault.
    /// </summary>
    public async Task<IReadOnlyList<(Delivery Of, Exception Fault)>> SettleAsync(IReadOnlyList<Outcome> outcomes, DateTimeOffset now, CancellationToken ct)
    {
        // Handed over together, the writer stores them in one commit.
        var stored = await Task.WhenAll(outcomes.Select(outcome => StoreAsync(outcome, now, ct)));
        return [.. outcomes.Zip(stored).Where(o => o.Second is not null).Select(o => (o.First.Of, o.Second!))];
    }

    /// <summary>When the next row that waits for its hour is due; null when none does.</summary>
    public async Task<DateTimeOffset?> NextAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Outbox.Where(o => o.Door == door && o.SentAt == null && o.Parked == null && o.NotBefore > now).MinAsync(o => (DateTimeOffset?)o.NotBefore, ct);
    }

    private async Task<Exception?> StoreAsync(Outcome outcome, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await store.Writer.WriteAsync(async scope =>
            {
                await outcome.StoreAsync(scope.Db, door, now, ct);
                await scope.Db.SaveChangesAsync(ct);
            });
            return null;
        }
        catch (Exception error) when (StorageException.From(error, store.Path) is null && error is not OperationCanceledException)
        {
            return error;
        }
    }

    private async Task<bool> AnyAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = store.Read();
        return await Due(db, now).AnyAsync(ct);
    }

    /// <summary>The next batch that may leave now; asks whose person or hour says no are held or dropped on the way.</summary>
    private async Task<List<Delivery>> ClaimAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var leaving = new List<Delivery>();
        foreach (var row in await Due(db, now).OrderBy(o => o.NotBefore).ThenBy(o => o.Id).Take(Batch).ToListAsync(ct))
        {
            if (row.AskId is null || await Departure.MayLeaveAsync(db, row, now, ct))
            {
                leaving.Add(Delivery.Of(row, catalogue.Shown(JsonSerializer.Deserialize(row.Body!, KernelJson.Default.Reply)!)));
            }
        }

        await db.SaveChangesAsync(ct);
        return leaving;
    }

    private async Task<List<long>> HeadsAsync(DateTimeOffset now, int most, int each, IReadOnlyCollection<Lane> busy, CancellationToken ct)
    {
        var loads = busy.CountBy(l => (l.PersonId, l.Channel)).ToDictionary();
        var full = loads.Where(l => l.Value >= each).Select(l => l.Key).ToList();
        var (people, channels) = (full.ConvertAll(d => d.PersonId), full.ConvertAll(d => d.Channel));
        await using var db = store.Read();
        var heads = await Heads(db, now)
            .Where(o => o.PersonId == null ? !channels.Contains(o.Channel) : !people.Contains(o.PersonId))
            .OrderBy(o => o.NotBefore).ThenBy(o => o.Id).Take(most + busy.Count).Select(o => new { o.Id, o.PersonId, o.Channel, o.Subject }).ToListAsync(ct);
        var lanes = busy.ToHashSet();
        return [.. heads.Where(o => !lanes.Contains(new(o.PersonId, o.Channel, o.Subject)) && Fits(o.PersonId, o.Channel)).Take(most).Select(o => o.Id)];

        bool Fits(long? person, string? channel) => (loads[(person, channel)] = loads.GetValueOrDefault((person, channel)) + 1) <= each;
    }

    /// <summary>What is due and first in its lane: by due, then id, but for one that was tried before, which holds back all others until it is through.</summary>
    private IQueryable<OutboxRow> Heads(BotDb db, DateTimeOffset now) => Due(db, now).Where(o => !db.Outbox.Any(b =>
        b.Door == door && b.Subject == o.Subject && b.SentAt == null && b.Parked == null && b.PersonId == o.PersonId && b.Channel == o.Channel
        && ((b.TriedAt != null && o.TriedAt == null)
            || (b.NotBefore <= now && (b.TriedAt != null || o.TriedAt == null) && (b.NotBefore < o.NotBefore || (b.NotBefore == o.NotBefore && b.Id < o.Id))))));

    private IQueryable<OutboxRow> Due(BotDb db, DateTimeOffset now)
        => db.Outbox.Where(o => o.Door == door && o.SentAt == null && o.Parked == null && o.NotBefore <= now);
}
