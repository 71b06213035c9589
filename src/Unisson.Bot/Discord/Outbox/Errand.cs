using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>Brings one message to Discord: once for people, however often it is tried.</summary>
internal sealed partial class Errand(Store store, Pump pump, DiscordRest rest, TimeProvider time, ILogger logger)
{
    /// <summary>Within it Discord itself makes no second message of the same nonce ("the past few minutes").</summary>
    private static readonly TimeSpan NonceHolds = TimeSpan.FromMinutes(2);

    /// <summary>Between two looks at a server that does not let the bot in.</summary>
    private static readonly TimeSpan Absent = TimeSpan.FromHours(1);

    private readonly OwnMessages _own = new(rest);

    /// <summary>What became of it; null when nothing did, because it was held, dropped or interrupted.</summary>
    public async Task<Outcome?> RunAsync(Delivery delivery, CancellationToken ct)
    {
        try
        {
            if (delivery.AskId is not null)
            {
                if (await IsMemberAsync(delivery, ct) is not true and var member)
                {
                    return member is null ? new Later(delivery, time.GetUtcNow() + Absent, Failed: false) : new Left(delivery);
                }

                if (!await pump.DepartsAsync(delivery, time.GetUtcNow(), CancellationToken.None))
                {
                    return null;
                }
            }

            return await DeliverAsync(delivery, ct);
        }
        catch (DiscordException error)
        {
            return SendRefusals.Of(delivery, error, time.GetUtcNow());
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

    /// <summary>No event tells of a member who left: it is asked before each ask. Null where the bot itself is not let in.</summary>
    private async Task<bool?> IsMemberAsync(Delivery delivery, CancellationToken ct)
    {
        await using var db = store.Read();
        var guilds = await db.Installations.Where(i => i.CommunityId == delivery.CommunityId && i.Door == DiscordDoor.Name && i.RemovedAt == null).Select(i => i.ExternalId).ToListAsync(ct);
        var left = false;
        foreach (var guild in guilds)
        {
            try
            {
                await rest.GetMemberAsync(Snowflake.Parse(guild), Snowflake.Parse(delivery.Private!.Value.Account), ct);
                return true;
            }
            catch (DiscordException error) when (error.Code is DiscordErrors.UnknownMember or DiscordErrors.UnknownUser)
            {
                left = true;
            }
            catch (DiscordException error) when (error.Code is DiscordErrors.UnknownGuild or DiscordErrors.MissingAccess)
            {
                // Taken out of the server a moment ago: nothing can be told about its members.
            }
        }

        return left ? false : null;
    }

    private async Task<Outcome> DeliverAsync(Delivery delivery, CancellationToken ct)
    {
        var channel = Snowflake.Parse(delivery.Private?.Channel ?? delivery.Channel);
        var message = MessageOf(delivery);
        if (delivery.Posted is not { } posted)
        {
            return await PostAsync(delivery, channel, message, ct);
        }

        var old = Snowflake.Parse(posted.MessageId);
        try
        {
            await rest.EditMessageAsync(channel, old, MessageEdit.To(message), ct);
            return new Sent(delivery, $"{channel}", posted.MessageId);
        }
        catch (DiscordException error) when (error.Code == DiscordErrors.UnknownMessage)
        {
            return await PostAsync(delivery, channel, message, ct);
        }
        catch (DiscordException error) when (error.Code == DiscordErrors.ThreadArchived)
        {
            // Sending wakes the thread; the old state goes, because there is one card.
            var sent = await PostAsync(delivery, channel, message, ct);
            await ForgetAsync(channel, old, ct);
            return sent;
        }
    }

    private async Task<Outcome> PostAsync(Delivery delivery, Snowflake channel, MessageCreate message, CancellationToken ct)
    {
        var id = delivery.TriedBefore is { } since && time.GetUtcNow() - since > NonceHolds ? await _own.FindAsync(channel, message, since, ct) : null;
        return new Sent(delivery, $"{channel}", $"{id ?? (await rest.CreateMessageAsync(channel, message, ct)).Id}");
    }

    private async Task ForgetAsync(Snowflake channel, Snowflake message, CancellationToken ct)
    {
        try
        {
            await rest.DeleteMessageAsync(channel, message, ct);
        }
        catch (DiscordException error)
        {
            LogLeft(error.Code);
        }
    }

    private static MessageCreate MessageOf(Delivery delivery)
    {
        var isPrivate = delivery.Private is not null;
        var message = Messages.Of(delivery.Reply, isPrivate ? null : [.. delivery.Rings.Select(id => Snowflake.Parse(id))], isPrivate ? delivery.CommunityId : null);
        return message with
        {
            Nonce = delivery.RowId.ToString(CultureInfo.InvariantCulture),
            Flags = isPrivate && delivery.Reply.Loudness == Kernel.Loudness.Quiet ? (message.Flags ?? MessageFlags.None) | MessageFlags.SuppressNotifications : message.Flags,
        };
    }

    [LoggerMessage(LogLevel.Error, "Message {RowId} of the outbox cannot be made; it is set aside")]
    private partial void LogUnexpected(Exception error, long rowId);

    [LoggerMessage(LogLevel.Warning, "A card that was posted anew still stands in its old place: Discord's code {Code}")]
    private partial void LogLeft(int code);
}
