using Unisson.Bot.Kernel;

namespace Unisson.Bot.Storage;

/// <summary>The one row about this instance.</summary>
public sealed class Instance
{
    /// <summary>The key of that row.</summary>
    public const long TheOne = 1;

    public long Id { get; init; }

    /// <summary>The stopped clock of a practice file; null in a real one.</summary>
    public DateTimeOffset? PracticeNow { get; set; }

    /// <summary>When the program was last seen at work, to within a minute: what fell due after it waited through an outage.</summary>
    public DateTimeOffset? LastSeenAt { get; set; }

    /// <summary>When the daily housekeeping last ended.</summary>
    public DateTimeOffset? HousekeptAt { get; set; }

    /// <summary>Stored answers that came in by then are empty.</summary>
    public DateTimeOffset? RepliesEmptiedTo { get; set; }

    /// <summary>Messages that left by then are empty.</summary>
    public DateTimeOffset? BodiesEmptiedTo { get; set; }
}

/// <summary>The last number given out: of missions, calls, … in a community, or of reminders of a person. Numbers are never reused.</summary>
public sealed class Counter
{
    /// <summary><c>mission</c>, <c>call</c> or <c>reminder</c>.</summary>
    public required string Of { get; init; }

    /// <summary>The community or person they are counted in.</summary>
    public long OwnerId { get; init; }

    public int Last { get; set; }
}

/// <summary>
/// A delivery that was handled, with its answer (rule 16): the same key again changes nothing and answers the same.
/// </summary>
public sealed class InboxRow
{
    public required string Door { get; init; }

    /// <summary>The door's key of this delivery.</summary>
    public required string Key { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The <see cref="Kernel.Reply"/>, as JSON; emptied after 24 hours.</summary>
    public string? Reply { get; set; }

    /// <summary>When the answer was seen to leave; until then it is shown with the person's next line.</summary>
    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>How the door can still give the answer after a restart: a secret of the network, emptied with the reply.</summary>
    public string? Way { get; set; }
}

/// <summary>A message to somebody else, waiting to leave: at least once to the wire, once for people.</summary>
public sealed class OutboxRow
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public required string Door { get; init; }

    /// <summary>The person it goes to in private; null for a channel.</summary>
    public long? PersonId { get; init; }

    /// <summary>The door's id of the channel it goes to; null in private.</summary>
    public string? Channel { get; init; }

    /// <summary>Order holds among the rows of one destination and subject: <c>call:12</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The card it is the newest state of; a newer state drops it before it left.</summary>
    public string? Card { get; init; }

    public Loudness Loudness { get; init; }

    /// <summary>It does not leave before.</summary>
    public DateTimeOffset NotBefore { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>When it was first handed to the network: from then on it may have arrived although nobody heard so.</summary>
    public DateTimeOffset? TriedAt { get; set; }

    /// <summary>Why it was set aside, when its destination stays broken.</summary>
    public string? Parked { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The ask it carries: caps, pause and quiet hours are checked again when it leaves.</summary>
    public long? AskId { get; init; }

    /// <summary>The <see cref="Kernel.Reply"/>, as JSON; emptied 7 days after sending.</summary>
    public string? Body { get; set; }
}

/// <summary>Where the newest state of a card stands, so that it is edited instead of repeated (rule 14).</summary>
public sealed class Posted
{
    public required string Door { get; init; }

    /// <summary>The network's id of the channel, private ones included.</summary>
    public required string Channel { get; init; }

    public required string Card { get; init; }

    /// <summary>The network's id of the message.</summary>
    public required string MessageId { get; set; }

    public DateTimeOffset PostedAt { get; set; }

    /// <summary>When it was last edited; edits of one card keep a distance.</summary>
    public DateTimeOffset? EditedAt { get; set; }
}

/// <summary>What a network door remembers of its network.</summary>
public sealed class DoorState
{
    public required string Door { get; init; }

    /// <summary>Of the commands as they were last registered there.</summary>
    public string? CommandsHash { get; set; }

    /// <summary>The network refused new private conversations: none is begun before.</summary>
    public DateTimeOffset? NoNewPrivateUntil { get; set; }

    /// <summary>The network encrypts every private conversation, which the bot cannot read: asks wait there.</summary>
    public bool IsPrivateClosed { get; set; }

    /// <summary>Up to where its events were handled; null where it keeps no place.</summary>
    public string? Since { get; set; }

    /// <summary>The session there, as its wire keeps it: a secret.</summary>
    public string? Session { get; set; }
}

/// <summary>A command line kept for a gesture: a preview to send, a mending line. Good for 15 minutes.</summary>
public sealed class Draft
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long CommunityId { get; init; }

    /// <summary>The <see cref="Kernel.CommandLine"/>, as JSON.</summary>
    public required string Line { get; init; }

    public DateTimeOffset Until { get; init; }
}

/// <summary>What was done to the community's space, by whom: ids and the command, never its values.</summary>
public sealed class AuditRow
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    public required string Command { get; init; }
}
