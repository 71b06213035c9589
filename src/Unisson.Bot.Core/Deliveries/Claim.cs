using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>One group of rows that are about to leave through a network door, with all that their way needs, in a query each.</summary>
internal sealed class Claim(BotDb db, Catalogue catalogue, string door, DateTimeOffset now)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1), BetweenEdits = TimeSpan.FromMinutes(1), BetweenOldEdits = TimeSpan.FromHours(1);

    private Dictionary<long, Account> _accounts = [];
    private HashSet<string> _closed = [];
    private ILookup<string, Posted> _posted = Enumerable.Empty<Posted>().ToLookup(p => p.Card, StringComparer.Ordinal);

    /// <summary>Those of these rows that leave now.</summary>
    public async Task<List<Delivery>> TakeAsync(List<long> ids, CancellationToken ct)
    {
        var rows = await db.Outbox.Where(o => ids.Contains(o.Id) && o.SentAt == null && o.Parked == null).OrderBy(o => o.NotBefore).ThenBy(o => o.Id).ToListAsync(ct);
        var replies = Read(rows);
        await LoadAsync(rows, replies.Values, ct);
        var leaving = new List<Delivery>();
        foreach (var row in rows)
        {
            if (row.Parked is null && await WayAsync(row, replies[row.Id], ct) is { } delivery)
            {
                leaving.Add(delivery);
                row.TriedAt = row.AskId is null ? row.TriedAt ?? now : row.TriedAt;
            }
        }

        await db.SaveChangesAsync(ct);
        return leaving;
    }

    /// <summary>What the rows say; one that cannot be read is set aside and holds up none of the others.</summary>
    private Dictionary<long, Reply> Read(List<OutboxRow> rows)
    {
        var replies = new Dictionary<long, Reply>();
        foreach (var row in rows)
        {
            try
            {
                replies[row.Id] = catalogue.Shown(JsonSerializer.Deserialize(row.Body!, KernelJson.Default.Reply)!);
            }
            catch (JsonException)
            {
                row.Parked = Parking.Message;
            }
        }

        return replies;
    }

    private async Task LoadAsync(List<OutboxRow> rows, IEnumerable<Reply> replies, CancellationToken ct)
    {
        var people = rows.Where(r => r.PersonId is not null).Select(r => r.PersonId!.Value).Concat(replies.SelectMany(r => r.Mentions)).Distinct().ToList();
        var accounts = await db.Accounts.Where(a => a.Door == door && people.Contains(a.PersonId)).OrderByDescending(a => a.IsReachable).ThenBy(a => a.Id).ToListAsync(ct);
        _accounts = accounts.GroupBy(a => a.PersonId).ToDictionary(g => g.Key, g => g.First());
        var channels = rows.Where(r => r.Channel is not null).Select(r => r.Channel!).ToHashSet(StringComparer.Ordinal);
        _closed = [.. await db.Outbox.Where(o => o.Door == door && o.PersonId == null && channels.Contains(o.Channel!) && o.Parked == Parking.Channel).Select(o => o.Channel!).ToListAsync(ct)];
        channels.UnionWith(accounts.Where(a => a.PrivateChannel is not null).Select(a => a.PrivateChannel!));
        var cards = rows.Where(r => r.Card is not null).Select(r => r.Card!).ToHashSet(StringComparer.Ordinal);
        if (cards.Count > 0)
        {
            _posted = (await db.Posted.Where(p => p.Door == door && channels.Contains(p.Channel) && cards.Contains(p.Card)).ToListAsync(ct)).ToLookup(p => p.Card, StringComparer.Ordinal);
        }
    }

    private async Task<Delivery?> WayAsync(OutboxRow row, Reply reply, CancellationToken ct)
    {
        var account = row.PersonId is { } person ? _accounts.GetValueOrDefault(person) : null;
        if (row.PersonId is not null && account is not { IsReachable: true, PrivateChannel: not null })
        {
            // Conversations are begun at the person's own wish only.
            await Waiting.CloseAsync(db, door, row.PersonId.Value, now, ct);
            return null;
        }

        if (row.PersonId is null && _closed.Contains(row.Channel!))
        {
            row.Parked = Parking.Channel;
            return null;
        }

        var channel = account?.PrivateChannel ?? row.Channel;
        var posted = row.Card is null ? null : _posted[row.Card].FirstOrDefault(p => p.Channel == channel);
        if (posted is not null && MayChangeAt(posted) is var at && at > now)
        {
            row.NotBefore = at;
            db.Wake(at);
            return null;
        }

        return Delivery.Of(row, reply) with
        {
            Private = account is null ? null : (account.ExternalId, account.PrivateChannel!),
            Posted = posted,
            Rings = reply.Loudness == Loudness.Ping ? [.. reply.Mentions.Where(_accounts.ContainsKey).Select(m => _accounts[m].ExternalId)] : [],
        };
    }

    private DateTimeOffset MayChangeAt(Posted posted)
        => posted.EditedAt is not { } edited ? now : edited + (now - posted.PostedAt > Fresh ? BetweenOldEdits : BetweenEdits);
}
