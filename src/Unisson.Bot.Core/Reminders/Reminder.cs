namespace Unisson.Bot.Reminders;

public enum ReminderKind
{
    /// <summary>Set by hand, for oneself.</summary>
    Own,

    /// <summary>A mission's deadline, rung by rung, for one person of its team.</summary>
    Deadline,
}

public enum ReminderState
{
    /// <summary>Waits for its instant.</summary>
    Active,

    /// <summary>Was sent and can still be done or snoozed.</summary>
    Sent,
    Done,
    Cancelled,

    /// <summary>"Stop this kind": for this subject nothing comes any more.</summary>
    Stopped,
}

/// <summary>Something that comes back to one person at its time. Numbered per person.</summary>
public sealed partial class Reminder
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public int Number { get; init; }

    /// <summary>The community it belongs to, whose zone and language stand in where the person chose none.</summary>
    public long CommunityId { get; init; }

    public ReminderKind Kind { get; init; }

    public long? MissionId { get; init; }

    public string? What { get; set; }

    public ReminderState State { get; set; }

    /// <summary>The next instant it comes; meaningful while active.</summary>
    public DateTimeOffset DueAt { get; set; }

    /// <summary>The wish as local time on the wall, which the instant follows when zone rules change.</summary>
    public DateTime Local { get; set; }

    /// <summary>IANA zone of the wish.</summary>
    public required string Zone { get; set; }

    /// <summary>Days before the deadline at which it comes next, for the ladder.</summary>
    public int? Rung { get; set; }

    public DateTimeOffset? SentAt { get; set; }
}
