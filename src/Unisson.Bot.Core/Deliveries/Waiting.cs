using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// Messages that found no way out: private ones wait for their person's own next command, all others until something changed or an admin
/// sends them again.
/// </summary>
public static class Waiting
{
    private const int Shown = 20;

    private static readonly TimeSpan Rest = TimeSpan.FromHours(24);

    /// <summary>
    /// What waits for a person at a door, to be shown with the answer to what they just did: a sentence that says why, then the oldest 20. An ask
    /// is among it only if it may still be asked, and counts as asked from here on. What was shown before, and perhaps seen, says so. Empty when
    /// nothing waits.
    /// </summary>
    public static async Task<IReadOnlyList<Waited>> OfAsync(BotDb db, string door, long personId, Say say, CancellationToken ct)
    {
        var rows = await db.Outbox.Where(o => o.Door == door && o.PersonId == personId && o.Parked == Parking.Private).OrderBy(o => o.Id).Take(Shown).ToListAsync(ct);
        var waited = new List<Waited>();
        foreach (var row in rows)
        {
            if (row.AskId is null || await Departure.MayBeShownAsync(db, row, say.Now, ct))
            {
                var reply = JsonSerializer.Deserialize(row.Body!, KernelJson.Default.Reply)!;
                waited.Add(new Waited(row.Id, row.TriedAt is null ? reply : reply with { First = say["outbox.maybe-seen"], Lines = [reply.First, .. reply.Lines] }));
            }
        }

        if (waited.Count == 0)
        {
            return [];
        }

        var closed = await db.Accounts.AnyAsync(a => a.Door == door && a.PersonId == personId && !a.IsReachable && a.PrivateChannel != null, ct);
        return [new Waited(null, new Reply(say[closed ? "outbox.closed" : "outbox.waited"])), .. waited];
    }

    /// <summary>It is handed to the network now, and may be seen although nobody hears so.</summary>
    public static Task TriesAsync(BotDb db, long rowId, DateTimeOffset now, CancellationToken ct)
        => db.Outbox.Where(o => o.Id == rowId && o.TriedAt == null).ExecuteUpdateAsync(u => u.SetProperty(o => o.TriedAt, now), ct);

    /// <summary>The network took it: it waits no longer.</summary>
    public static Task ShownAsync(BotDb db, long rowId, DateTimeOffset now, CancellationToken ct)
        => db.Outbox.Where(o => o.Id == rowId).ExecuteUpdateAsync(u => u.SetProperty(o => o.SentAt, now).SetProperty(o => o.Parked, (string?)null), ct);

    /// <summary>
    /// The network refused to let a private conversation begin: none is begun for 24 hours, and the community's admins hear of it once.
    /// Gives the instant until which that holds.
    /// </summary>
    public static async Task<DateTimeOffset> NoNewPrivateAsync(BotDb db, string door, long communityId, DateTimeOffset now, CancellationToken ct)
    {
        var state = await db.Doors.FindAsync([door], ct) ?? db.Doors.Add(new DoorState { Door = door }).Entity;
        if (state.NoNewPrivateUntil > now)
        {
            return state.NoNewPrivateUntil.Value;
        }

        state.NoNewPrivateUntil = now + Rest;
        await db.SaveChangesAsync(ct);
        foreach (var admin in await db.Memberships.Where(m => m.CommunityId == communityId && m.IsAdmin && m.LeftAt == null).Select(m => m.PersonId).ToListAsync(ct))
        {
            var say = await Outbox.SayToAsync(db, admin, communityId, now, ct);
            await Outbox.ToPersonAsync(db, communityId, admin, $"door:{door}", new Reply(say["outbox.no-new-private", state.NoNewPrivateUntil.Value]), now, null, null, ct);
        }

        return state.NoNewPrivateUntil.Value;
    }

    /// <summary>Lets what was set aside in a community try once more; what is private waits on for its person.</summary>
    public static async Task<int> SendAgainAsync(BotDb db, long communityId, DateTimeOffset now, CancellationToken ct)
    {
        db.Wake(now);
        return await AgainAsync(db.Outbox.Where(o => o.CommunityId == communityId && o.Parked != null && o.Parked != Parking.Private), now, ct);
    }

    /// <summary>A channel may be open again: its permissions or the bot's changed. Null is every channel of the door, after a start.</summary>
    public static async Task ChannelChangedAsync(BotDb db, string door, string? channel, DateTimeOffset now, CancellationToken ct)
    {
        if (await AgainAsync(db.Outbox.Where(o => o.Door == door && o.PersonId == null && (channel == null || o.Channel == channel) && o.Parked == Parking.Channel), now, ct) > 0)
        {
            db.Wake(now);
        }
    }

    /// <summary>There is a way to this person now: what was kept for them leaves, asks after one more look.</summary>
    public static async Task PrivateOpenedAsync(BotDb db, string door, long personId, DateTimeOffset now, CancellationToken ct)
    {
        if (await AgainAsync(db.Outbox.Where(o => o.Door == door && o.PersonId == personId && o.SentAt == null && o.Parked == Parking.Private), now, ct) > 0)
        {
            db.Wake(now);
        }
    }

    /// <summary>There is no way to this person at this door any more: what they were asked and never saw is taken back (rule 3), all that waits is kept for them.</summary>
    internal static async Task CloseAsync(BotDb db, string door, long personId, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var account in await db.Accounts.Where(a => a.Door == door && a.PersonId == personId).ToListAsync(ct))
        {
            account.IsReachable = false;
        }

        foreach (var row in await db.Outbox.Where(o => o.Door == door && o.PersonId == personId && o.SentAt == null && o.Parked == null).ToListAsync(ct))
        {
            // The network refused it: it did not arrive.
            (row.Parked, row.TriedAt) = (Parking.Private, null);
            if (row.AskId is { } ask)
            {
                await Departure.TakeBackAsync(db, ask, now, ct);
            }
        }
    }

    private static Task<int> AgainAsync(IQueryable<OutboxRow> rows, DateTimeOffset now, CancellationToken ct)
        => rows.ExecuteUpdateAsync(u => u.SetProperty(o => o.Parked, (string?)null).SetProperty(o => o.Attempts, 0).SetProperty(o => o.NotBefore, now), ct);
}

/// <summary>What is shown to somebody for whom messages waited.</summary>
/// <param name="RowId">Of the message in the outbox; null for the sentence that says why.</param>
public sealed record Waited(long? RowId, Reply Reply);
