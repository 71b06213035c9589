using System.Runtime.InteropServices;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>A message on its way: to a person in private, or to a channel.</summary>
public sealed record Delivery(long RowId, long? PersonId, string? Channel, Reply Reply)
{
    public long CommunityId { get; init; }

    public required string Subject { get; init; }

    /// <summary>The ask that it carries; it leaves only after <see cref="Pump.DepartsAsync"/>.</summary>
    public long? AskId { get; init; }

    /// <summary>Tries that failed before.</summary>
    public int Attempts { get; init; }

    /// <summary>An earlier try, after which it may have arrived although nobody heard so.</summary>
    public DateTimeOffset? TriedBefore { get; init; }

    /// <summary>The network's ids of the person and of the private channel with them; null for a channel.</summary>
    public (string Account, string Channel)? Private { get; init; }

    /// <summary>Where the card that this is a state of stands already.</summary>
    public Posted? Posted { get; init; }

    /// <summary>The network's ids of those it rings.</summary>
    public IReadOnlyList<string> Rings { get; init; } = [];

    public Lane Lane => new(PersonId, Channel, Subject);

    internal static Delivery Of(OutboxRow row, Reply reply) => new(row.Id, row.PersonId, row.Channel, reply)
    {
        CommunityId = row.CommunityId,
        Subject = row.Subject,
        AskId = row.AskId,
        Attempts = row.Attempts,
        TriedBefore = row.TriedAt,
    };
}

/// <summary>One destination and subject: within it messages leave one after the other.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Lane(long? PersonId, string? Channel, string Subject);

/// <summary>Why a message was set aside.</summary>
public static class Parking
{
    /// <summary>The network lets nothing into this channel; it is left in peace until something changed.</summary>
    public const string Channel = "channel";

    /// <summary>There is no private channel with the person, or it is closed: they see it at their own next command.</summary>
    public const string Private = "private";

    /// <summary>The network takes no such message.</summary>
    public const string Message = "message";

    /// <summary>The network failed at it for more than a day.</summary>
    public const string Time = "time";
}
