using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>A message on its way: to a person in private, or to a channel.</summary>
public sealed record Delivery(long RowId, long? PersonId, string? Channel, Reply Reply);

/// <summary>
/// Lets waiting messages of one door leave, in order. An ask is checked once more when it leaves (rule 1): whoever paused, was asked enough
/// or sleeps is not reached. A message is marked after it left: at least once to the wire, once for people by the row's id.
/// </summary>
public sealed class Pump(Store store, Catalogue catalogue, string door)
{
    private const int Batch = 100;

    /// <summary>Sends what is due; <paramref name="send"/> throws when it could not.</summary>
    public async Task DrainAsync(DateTimeOffset now, Func<Delivery, Task> send, CancellationToken ct)
    {
        while (await AnyAsync(now, ct))
        {
            var leaving = await store.Writer.WriteAsync(scope => ClaimAsync(scope.Db, now, ct));
            foreach (var row in leaving)
            {
                var reply = JsonSerializer.Deserialize(row.Body!, KernelJson.Default.Reply)!;
                await send(new Delivery(row.Id, row.PersonId, row.Channel, catalogue.Shown(reply)));
            }

            var sent = leaving.ConvertAll(r => r.Id);
            await store.Writer.WriteAsync(scope => scope.Db.Outbox.Where(o => sent.Contains(o.Id)).ExecuteUpdateAsync(u => u.SetProperty(o => o.SentAt, now), ct));
        }
    }

    private async Task<bool> AnyAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var db = store.Read();
        return await Due(db, now).AnyAsync(ct);
    }

    /// <summary>The next batch that may leave now; asks whose person or hour says no are held or dropped on the way.</summary>
    private async Task<List<OutboxRow>> ClaimAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var leaving = new List<OutboxRow>();
        foreach (var row in await Due(db, now).OrderBy(o => o.NotBefore).ThenBy(o => o.Id).Take(Batch).ToListAsync(ct))
        {
            if (row.AskId is null || await Departure.MayLeaveAsync(db, row, now, ct))
            {
                leaving.Add(row);
            }
        }

        await db.SaveChangesAsync(ct);
        return leaving;
    }

    private IQueryable<OutboxRow> Due(BotDb db, DateTimeOffset now)
        => db.Outbox.Where(o => o.Door == door && o.SentAt == null && o.Parked == null && o.NotBefore <= now);
}
