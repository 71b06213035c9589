using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Due;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>Puts messages to others into the outbox, in the transaction that made them necessary.</summary>
public static class Outbox
{
    // A newer state of a card goes where the card is, and all else where they like to be written to.
    private static readonly Func<BotDb, long, string?, CancellationToken, Task<Account?>> AccountOf = EF.CompileAsyncQuery((BotDb db, long personId, string? card, CancellationToken ct) =>
        db.Accounts.AsTracking().Where(a => a.PersonId == personId)
            .OrderByDescending(a => card != null && db.Posted.Any(p => p.Door == a.Door && p.Channel == a.PrivateChannel && p.Card == card))
            .ThenByDescending(a => a.IsReachable)
            .ThenByDescending(a => db.People.Any(p => p.Id == personId && p.Door == a.Door))
            .ThenBy(a => a.Id).FirstOrDefault());

    private static readonly Func<BotDb, string, long, IAsyncEnumerable<OutboxRow>> PrivateStates = EF.CompileAsyncQuery((BotDb db, string card, long personId) =>
        db.Outbox.AsTracking().Where(o => o.Card == card && o.PersonId == personId && o.SentAt == null && (o.TriedAt == null || o.Parked != null)));

    private static readonly Func<BotDb, string, string, string, IAsyncEnumerable<OutboxRow>> ChannelStates = EF.CompileAsyncQuery((BotDb db, string card, string channel, string door) =>
        db.Outbox.AsTracking().Where(o => o.Card == card && o.Channel == channel && o.Door == door && o.SentAt == null && (o.TriedAt == null || o.Parked != null)));

    /// <summary>Messages that wait for their hour: the doors let them leave, the clock only has to wake them.</summary>
    public static DueKind Due { get; } = new(
        "outbox",
        (db, ct) => db.Outbox.Where(o => o.SentAt == null && o.Parked == null).MinAsync(o => (DateTimeOffset?)o.NotBefore, ct),
        (_, _, _) => Task.FromResult(false));

    /// <summary>To one person in private, at the door where they can be reached. Null when there is none: it waits for their own next command (<see cref="Waiting.OfAsync"/>), but for an ask, which is not made then.</summary>
    /// <param name="subject">What it is about, <c>call:12</c>: order holds among messages of one subject.</param>
    /// <param name="notBefore">When it may leave, where the caller has a rule of its own. Else nothing comes in the person's night, and what does not ring waits for a working day, but for the change of a message that is there.</param>
    public static async Task<OutboxRow?> ToPersonAsync(
        BotDb db, long communityId, long personId, string subject, Reply reply, DateTimeOffset now, DateTimeOffset? notBefore, long? askId, CancellationToken ct)
    {
        var account = await AccountOf(db, personId, reply.Card, ct);
        if (account is null || (!account.IsReachable && askId is not null))
        {
            return null;
        }

        if (reply.Card is { } card)
        {
            (_, reply) = await OvertakeAsync(db, PrivateStates(db, card, personId), reply, ct);
        }

        var row = Add(db, new OutboxRow
        {
            CommunityId = communityId,
            Door = account.Door,
            Parked = account.IsReachable ? null : Parking.Private,
            PersonId = personId,
            Subject = subject,
            Card = reply.Card,
            Loudness = reply.Loudness,
            CreatedAt = now,
            NotBefore = notBefore ?? (await IsEditAsync(db, account, reply, ct) ? now : await WakesAsync(db, communityId, personId, reply.Loudness, now, ct)),
            AskId = askId,
            Body = JsonSerializer.Serialize(reply, KernelJson.Default.Reply),
        });
        return account.IsReachable ? row : null;
    }

    /// <summary>To every channel that the community gave this use (calls fall back on the one for missions).</summary>
    public static async Task ToChannelAsync(BotDb db, long communityId, ChannelUse use, string subject, Reply reply, DateTimeOffset now, CancellationToken ct)
    {
        var channels = await db.ChannelsAsync(communityId, use, ct);
        if (channels.Count == 0 && use == ChannelUse.Calls)
        {
            channels = await db.ChannelsAsync(communityId, ChannelUse.Missions, ct);
        }

        await ToChannelsAsync(db, communityId, channels, subject, reply, now, ct);
    }

    /// <summary>To each of these channels.</summary>
    public static async Task ToChannelsAsync(BotDb db, long communityId, IEnumerable<Channel> channels, string subject, Reply reply, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var channel in channels)
        {
            var (parked, state) = reply.Card is { } card
                ? await OvertakeAsync(db, ChannelStates(db, card, channel.ExternalId, channel.Door), reply, ct)
                : (null, reply);
            Add(db, new OutboxRow
            {
                CommunityId = communityId,
                Door = channel.Door,
                Channel = channel.ExternalId,
                Subject = subject,
                Card = reply.Card,
                Loudness = reply.Loudness,
                CreatedAt = now,
                NotBefore = now,
                Parked = parked,
                Body = JsonSerializer.Serialize(state, KernelJson.Default.Reply),
            });
        }
    }

    /// <summary>Speaks to somebody else in their language and zone, the community's where they chose none.</summary>
    public static async Task<Say> SayToAsync(BotDb db, long personId, long communityId, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.PersonAsync(personId, ct);
        var community = await db.CommunityAsync(communityId, ct);
        return new Say(person.Language ?? person.LanguageGuess ?? community.Language, Zones.Get(person.Zone ?? community.Zone), now);
    }

    /// <summary>What has not left yet to somebody about a subject leaves no more.</summary>
    public static Task<int> DropAsync(BotDb db, long personId, string subject, CancellationToken ct)
        => db.Outbox.Where(o => o.SentAt == null && o.TriedAt == null && o.PersonId == personId && o.Subject == subject).ExecuteDeleteAsync(ct);

    /// <summary>
    /// A state of a card that has not left yet gives way to a newer one (rule 14); one that is under way does not, because it may have arrived.
    /// Tells whether the channel was closed to it, and gives the newer one, which erases what the older was to erase.
    /// </summary>
    private static async Task<(string? Parked, Reply State)> OvertakeAsync(BotDb db, IAsyncEnumerable<OutboxRow> states, Reply newer, CancellationToken ct)
    {
        var overtaken = await states.ToListAsync(ct);
        db.Outbox.RemoveRange(overtaken);
        return (overtaken.Exists(o => o.Parked == Parking.Channel) ? Parking.Channel : null, newer with { Erases = newer.Erases || overtaken.Exists(Erases) });
    }

    private static bool Erases(OutboxRow row) => JsonSerializer.Deserialize(row.Body!, KernelJson.Default.Reply)!.Erases;

    /// <summary>What only changes a message that is there rings nobody, and waits for no hour: an ask that is filled says so at once (rule 7).</summary>
    private static async Task<bool> IsEditAsync(BotDb db, Account account, Reply reply, CancellationToken ct)
        => reply is { Card: { } card, Loudness: Loudness.Quiet } && await db.Posted.AnyAsync(p => p.Door == account.Door && p.Channel == account.PrivateChannel && p.Card == card, ct);

    private static async Task<DateTimeOffset> WakesAsync(BotDb db, long communityId, long personId, Loudness loudness, DateTimeOffset now, CancellationToken ct)
    {
        var person = await db.PersonAsync(personId, ct);
        var community = await db.CommunityAsync(communityId, ct);
        return QuietHours.NextWake(person, Zones.Get(person.Zone ?? community.Zone), community.Holidays, now, isUrgent: loudness == Loudness.Ping);
    }

    private static OutboxRow Add(BotDb db, OutboxRow row)
    {
        db.Wake(row.NotBefore);
        return db.Outbox.Add(row).Entity;
    }
}
