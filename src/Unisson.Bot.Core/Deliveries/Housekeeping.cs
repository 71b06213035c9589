using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Due;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// What is kept no longer than it is needed (design, retention): stored answers 24 hours, the keys of deliveries 30 days, the words of messages
/// 7 days after they left, drafts until they expire, the words of a concern, who was asked or written to and when 12 months. Once a day at 04:00 UTC, along indexes, in
/// batches.
/// </summary>
public static class Housekeeping
{
    private const int Batch = 5000;
    private const int Months = 12;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(4);
    private static readonly TimeSpan Replies = TimeSpan.FromHours(24);
    private static readonly TimeSpan Keys = TimeSpan.FromDays(30);
    private static readonly TimeSpan Bodies = TimeSpan.FromDays(7);

    /// <summary>A yes stays: it is a role in a mission, and hours that were promised.</summary>
    private static readonly AskState[] WithoutYes = [AskState.Declined, AskState.Later, AskState.Reserve, AskState.Silent, AskState.Released];

    public static DueKind Due { get; } = new("housekeeping", NextAsync, RunAsync);

    /// <summary>The next 04:00 after it was last done; before that, after the first delivery.</summary>
    private static async Task<DateTimeOffset?> NextAsync(BotDb db, CancellationToken ct)
    {
        var last = await db.Instances.Where(i => i.Id == Instance.TheOne).Select(i => i.HousekeptAt).FirstOrDefaultAsync(ct)
            ?? await db.Inbox.MinAsync(i => (DateTimeOffset?)i.At, ct);
        if (last is not { } since)
        {
            return null;
        }

        var four = new DateTimeOffset(since.UtcDateTime.Date, TimeSpan.Zero) + Hour;
        return four > since ? four : four.AddDays(1);
    }

    private static async Task<bool> RunAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var instance = await db.InstanceAsync(ct);
        var more = await EmptyRepliesAsync(db, instance, now - Replies, ct)
            | await EmptyBodiesAsync(db, instance, now - Bodies, ct)
            | await RemoveKeysAsync(db, now - Keys, ct)
            | await RemoveDraftsAsync(db, now, ct)
            | await RemoveSentAsync(db, now.AddMonths(-Months), ct)
            | await RemoveAsksAsync(db, now, ct);
        if (!more)
        {
            // What nobody answered in all that time is read by nobody any more.
            var old = now.AddMonths(-Months);
            await db.Concerns.Where(c => c.At <= old && c.What != null).ExecuteUpdateAsync(u => u.SetProperty(c => c.What, (string?)null), ct);
            await FollowingZones.FollowAsync(db, now, ct);
            instance.HousekeptAt = now;
        }

        return more;
    }

    private static async Task<bool> EmptyRepliesAsync(BotDb db, Instance instance, DateTimeOffset until, CancellationToken ct)
    {
        var from = Earlier(instance.RepliesEmptiedTo, until);
        var stretch = db.Inbox.Where(i => i.At > from && i.At <= until);
        var end = await EndAsync(stretch.OrderBy(i => i.At).Select(i => (DateTimeOffset?)i.At), ct) ?? until;
        await db.Inbox.Where(i => i.At > from && i.At <= end).ExecuteUpdateAsync(u => u.SetProperty(i => i.Reply, (string?)null).SetProperty(i => i.Way, (string?)null), ct);
        instance.RepliesEmptiedTo = end;
        return end < until;
    }

    private static async Task<bool> EmptyBodiesAsync(BotDb db, Instance instance, DateTimeOffset until, CancellationToken ct)
    {
        var from = Earlier(instance.BodiesEmptiedTo, until);
        var stretch = db.Outbox.Where(o => o.SentAt > from && o.SentAt <= until);
        var end = await EndAsync(stretch.OrderBy(o => o.SentAt).Select(o => o.SentAt), ct) ?? until;
        await db.Outbox.Where(o => o.SentAt > from && o.SentAt <= end).ExecuteUpdateAsync(u => u.SetProperty(o => o.Body, (string?)null), ct);
        instance.BodiesEmptiedTo = end;
        return end < until;
    }

    private static async Task<bool> RemoveKeysAsync(BotDb db, DateTimeOffset until, CancellationToken ct)
    {
        var end = await EndAsync(db.Inbox.Where(i => i.At <= until).OrderBy(i => i.At).Select(i => (DateTimeOffset?)i.At), ct) ?? until;
        await db.Inbox.Where(i => i.At <= end).ExecuteDeleteAsync(ct);
        return end < until;
    }

    private static async Task<bool> RemoveDraftsAsync(BotDb db, DateTimeOffset until, CancellationToken ct)
    {
        var end = await EndAsync(db.Drafts.Where(d => d.Until <= until).OrderBy(d => d.Until).Select(d => (DateTimeOffset?)d.Until), ct) ?? until;
        await db.Drafts.Where(d => d.Until <= end).ExecuteDeleteAsync(ct);
        return end < until;
    }

    private static async Task<bool> RemoveSentAsync(BotDb db, DateTimeOffset until, CancellationToken ct)
    {
        var end = await EndAsync(db.Outbox.Where(o => o.SentAt <= until).OrderBy(o => o.SentAt).Select(o => o.SentAt), ct) ?? until;
        await db.Outbox.Where(o => o.SentAt <= end).ExecuteDeleteAsync(ct);
        return end < until;
    }

    /// <summary>Of calls whose deadline is past; what somebody never saw of them goes as well.</summary>
    private static async Task<bool> RemoveAsksAsync(BotDb db, DateTimeOffset now, CancellationToken ct)
    {
        var until = now.AddMonths(-Months);
        var old = db.Asks.Where(a => EF.Constant(WithoutYes).Contains(a.State) && a.PlannedAt <= until && db.Calls.Any(c => c.Id == a.CallId && c.Deadline <= now));
        var end = await EndAsync(old.OrderBy(a => a.PlannedAt).Select(a => (DateTimeOffset?)a.PlannedAt), ct) ?? until;
        var going = old.Where(a => a.PlannedAt <= end);
        await db.Outbox.Where(o => o.SentAt == null && o.AskId != null && going.Any(a => a.Id == o.AskId)).ExecuteDeleteAsync(ct);
        await going.ExecuteDeleteAsync(ct);
        await db.Posted.Where(p => p.PostedAt <= until && p.Card.StartsWith(Ask.Cards)).ExecuteDeleteAsync(ct);
        return end < until;
    }

    /// <summary>Where a batch ends; null when all of it is less than a batch.</summary>
    private static Task<DateTimeOffset?> EndAsync(IQueryable<DateTimeOffset?> instants, CancellationToken ct) => instants.Skip(Batch - 1).FirstOrDefaultAsync(ct);

    // A clock that ran ahead for a while must not leave a stretch out.
    private static DateTimeOffset Earlier(DateTimeOffset? done, DateTimeOffset until) => done is { } to && to < until ? to : done is null ? DateTimeOffset.MinValue : until;
}
