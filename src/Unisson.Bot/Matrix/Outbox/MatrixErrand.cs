using System.Globalization;
using System.Net;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Brings one message to Matrix: once for people, however often it is tried, because the row's id is its transaction id, which a homeserver
/// remembers for the device.
/// </summary>
internal sealed partial class MatrixErrand(Pump pump, MatrixParts parts, ILogger logger)
{
    /// <summary>About a day of tries; silence of the network alone sets nothing aside.</summary>
    private const int MostTries = 30;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    /// <summary>What became of it; null when nothing did, because it was held, dropped or interrupted.</summary>
    public async Task<Outcome?> RunAsync(Delivery delivery, CancellationToken ct)
    {
        try
        {
            return await parts.Order.SendAsync(Awaited.Soon, () => TryAsync(delivery, ct), ct);
        }
        catch (MatrixException error)
        {
            return Of(delivery, error, parts.Bot.Time.GetUtcNow());
        }
        catch (Exception error) when (error is OperationCanceledException or StorageException)
        {
            return null;
        }
        catch (Exception error)
        {
            LogUnexpected(error, delivery.RowId);
            return new Parked(delivery, Parking.Message);
        }
    }

    private async Task<Outcome?> TryAsync(Delivery delivery, CancellationToken ct)
    {
        var roomId = delivery.Private?.Channel ?? delivery.Channel!;
        if (await parts.Rooms.OfAsync(roomId, ct) is not { IsEncrypted: false } room)
        {
            return NoEntry(delivery);
        }

        if (delivery.AskId is not null)
        {
            if (delivery.Private is { } to && !room.Members.ContainsKey(to.Account))
            {
                return new Closed(delivery);
            }

            if (!await pump.DepartsAsync(delivery, parts.Bot.Time.GetUtcNow(), CancellationToken.None))
            {
                return null;
            }
        }

        return await DeliverAsync(delivery, roomId, ct);
    }

    private async Task<Outcome> DeliverAsync(Delivery delivery, string roomId, CancellationToken ct)
    {
        var key = delivery.RowId.ToString(CultureInfo.InvariantCulture);
        var content = parts.Messages.Of(delivery.Reply, delivery.Private is null ? delivery.Rings : [], isLoud: delivery.Reply.Loudness == Loudness.Ping);
        if (delivery.Posted is not { } posted)
        {
            var sent = await parts.Client.SendMessageAsync(roomId, key, content, ct);
            if (delivery.Private is not null && delivery.Reply.Actions.Count > 0)
            {
                // A number that is typed next means this.
                parts.Shown.Is(roomId, sent);
                _ = parts.Seeds.PutAsync(roomId, sent, delivery.Reply, ct);
            }

            return new Sent(delivery, roomId, sent);
        }

        if (delivery.Reply.Erases)
        {
            // An edit leaves what it replaces readable.
            var anew = await parts.Client.SendMessageAsync(roomId, key, content, ct);
            await EraseAsync(roomId, posted.MessageId, ct);
            return new Sent(delivery, roomId, anew);
        }

        await parts.Client.SendMessageAsync(roomId, key, content.Replacing(posted.MessageId), ct);
        return new Sent(delivery, roomId, posted.MessageId);
    }

    /// <summary>Takes a message back, and each of its edits, which a redaction of the message itself leaves alone.</summary>
    private async Task EraseAsync(string roomId, string messageId, CancellationToken ct)
    {
        var edits = new List<string>();
        string? from = null;
        do
        {
            using var page = await parts.Client.GetRelationsAsync(roomId, messageId, RelationTypes.Replace, from, ct);
            edits.AddRange(page.Events.Select(e => e.EventId!));
            from = page.Next;
        }
        while (from is not null);

        foreach (var gone in edits.Append(messageId))
        {
            await parts.Client.RedactAsync(roomId, gone, $"e{gone}", null, ct);
        }
    }

    private static Outcome Of(Delivery delivery, MatrixException error, DateTimeOffset now) => error switch
    {
        MatrixUnauthorizedException => new Later(delivery, now, Failed: false),
        MatrixRateLimitException limited => new Later(delivery, now + limited.RetryAfter + Chance(TimeSpan.FromSeconds(1)), Failed: false),
        { Code: MatrixErrors.Forbidden or MatrixErrors.NotFound } => NoEntry(delivery),
        { Status: default(HttpStatusCode) } => Again(delivery, now),
        { Status: >= HttpStatusCode.InternalServerError } => delivery.Attempts < MostTries ? Again(delivery, now) : new Parked(delivery, Parking.Time),
        _ => new Parked(delivery, Parking.Message),
    };

    private static Outcome NoEntry(Delivery delivery) => delivery.Private is null ? new Parked(delivery, Parking.Channel) : new Closed(delivery);

    /// <summary>5 seconds, doubled each time up to an hour, with half of it left to chance.</summary>
    private static Later Again(Delivery delivery, DateTimeOffset now)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, delivery.Attempts)));
        return new Later(delivery, now + (wait / 2) + Chance(wait / 2), Failed: true);
    }

    private static TimeSpan Chance(TimeSpan most) => most * Random.Shared.NextDouble();

    [LoggerMessage(LogLevel.Error, "Message {RowId} of the outbox cannot be made; it is set aside")]
    private partial void LogUnexpected(Exception error, long rowId);
}
