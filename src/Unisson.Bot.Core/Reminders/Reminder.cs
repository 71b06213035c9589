using NodaTime;

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

    /// <summary>The day that the ladder counts down to: once it moves, the ladder begins anew.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>When it last came; those that came in one message have the same instant.</summary>
    public DateTimeOffset? SentAt { get; set; }

    /// <summary>Comes next at this instant, which is kept as the hands of the clock there as well.</summary>
    public void ComeAt(DateTimeOffset at, DateTimeZone zone)
    {
        (State, DueAt, Zone) = (ReminderState.Active, at.ToUniversalTime(), zone.Id);
        Local = Instant.FromDateTimeOffset(at).InZone(zone).ToDateTimeUnspecified();
    }

    /// <summary>
    /// Counts down to a deadline. For the same deadline nothing changes: what came, was snoozed or done stays so. A deadline that moved
    /// begins anew; "stop" is for good.
    /// </summary>
    /// <param name="next">The next rung; null when none lies ahead.</param>
    public void CountDown(DateOnly deadline, Rung? next, DateTimeZone zone)
    {
        if (State == ReminderState.Stopped || (Deadline == deadline && State != ReminderState.Cancelled))
        {
            return;
        }

        Deadline = deadline;
        StandOn(next, zone);
    }

    /// <summary>The mission was answered or ended, or the person is not of its team any more.</summary>
    public void CallOff() => State = State == ReminderState.Stopped ? State : ReminderState.Cancelled;

    private void StandOn(Rung? next, DateTimeZone zone)
    {
        if (next is not { } rung)
        {
            State = ReminderState.Cancelled;
            return;
        }

        Rung = rung.Days;
        ComeAt(rung.At, zone);
    }
}
