using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>What became of a delivery; stored in groups (<see cref="Pump.SettleAsync"/>).</summary>
public abstract record Outcome(Delivery Of)
{
    internal abstract Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct);

    // A newer state of a card takes away the row of one that is still under way.
    private protected Task<OutboxRow?> RowAsync(BotDb db, CancellationToken ct) => db.Outbox.FirstOrDefaultAsync(o => o.Id == Of.RowId, ct);
}

/// <summary>It arrived.</summary>
/// <param name="Channel">The network's id of the channel, private ones included.</param>
/// <param name="MessageId">The network's id of the message that it is or changed.</param>
public sealed record Sent(Delivery Of, string Channel, string MessageId) : Outcome(Of)
{
    internal override async Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct)
    {
        if (await RowAsync(db, ct) is { } row)
        {
            (row.SentAt, row.Parked) = (now, null);
        }

        if (Of.Reply.Card is { } card)
        {
            await PostAsync(db, door, card, now, ct);
        }
    }

    private async Task PostAsync(BotDb db, string door, string card, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Posted.FindAsync([door, Channel, card], ct) is not { } posted)
        {
            db.Posted.Add(new Posted { Door = door, Channel = Channel, Card = card, MessageId = MessageId, PostedAt = now });
        }
        else if (posted.MessageId == MessageId)
        {
            posted.EditedAt = now;
        }
        else
        {
            (posted.MessageId, posted.PostedAt, posted.EditedAt) = (MessageId, now, null);
        }
    }
}

/// <summary>It waits: the network asked for that, or failed.</summary>
/// <param name="Failed">Counts as a try.</param>
public sealed record Later(Delivery Of, DateTimeOffset At, bool Failed) : Outcome(Of)
{
    internal override async Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct)
    {
        if (await RowAsync(db, ct) is { } row)
        {
            (row.NotBefore, row.Attempts) = (At, row.Attempts + (Failed ? 1 : 0));
            db.Wake(At);
        }
    }
}

/// <summary>It is set aside (<see cref="Parking"/>).</summary>
public sealed record Parked(Delivery Of, string Why) : Outcome(Of)
{
    internal override async Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct)
    {
        if (await RowAsync(db, ct) is { } row)
        {
            row.Parked = Why;
        }
    }
}

/// <summary>The person's private channel is closed: nothing more is sent there, and all that waits is shown at their own next command.</summary>
public sealed record Closed(Delivery Of) : Outcome(Of)
{
    internal override Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct) => Waiting.CloseAsync(db, door, Of.PersonId!.Value, now, ct);
}

/// <summary>The network lets no private conversation begin for now; admins hear it once.</summary>
public sealed record NoNewPrivate(Delivery Of) : Outcome(Of)
{
    internal override async Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct)
    {
        var until = await Waiting.NoNewPrivateAsync(db, door, Of.CommunityId, now, ct);
        if (await RowAsync(db, ct) is { } row)
        {
            row.NotBefore = until;
            db.Wake(until);
        }
    }
}

/// <summary>The person is no longer in the community's place: nothing is asked of them, and nobody is told.</summary>
public sealed record Left(Delivery Of) : Outcome(Of)
{
    internal override Task StoreAsync(BotDb db, string door, DateTimeOffset now, CancellationToken ct) => Departure.LeftAsync(db, Of.CommunityId, Of.PersonId!.Value, now, ct);
}
