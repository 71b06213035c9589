using System.Globalization;
using NodaTime;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;

namespace Unisson.Bot.Reminders;

public enum ReminderKind
{
    /// <summary>Set by hand, for oneself.</summary>
    Own,

    /// <summary>A mission's deadline, rung by rung, for one person of its team.</summary>
    Deadline,

    /// <summary>Set by hand by one of a mission's team, for all who hold a role there.</summary>
    Team,

    /// <summary>Set by hand, for the channel where it was typed.</summary>
    Channel,
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

/// <summary>Something that comes back at its time, to one person or to those they set it for. Numbered per person.</summary>
public sealed partial class Reminder
{
    /// <summary>Most that one person set by hand and that still wait.</summary>
    public const int Most = 20;

    private const int YearsAhead = 5;

    public long Id { get; init; }

    public long PersonId { get; init; }

    public int Number { get; init; }

    /// <summary>The community it belongs to, whose zone and language stand in where the person chose none.</summary>
    public long CommunityId { get; init; }

    public ReminderKind Kind { get; init; }

    /// <summary>The mission whose deadline it is, or whose team it is for.</summary>
    public long? MissionId { get; init; }

    /// <summary>The network of <see cref="Channel"/>.</summary>
    public string? Door { get; init; }

    /// <summary>The network's id of the channel that it is for.</summary>
    public string? Channel { get; init; }

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

    public string Label => string.Create(CultureInfo.InvariantCulture, $"R{Number}");

    /// <summary>Set by hand, for whomever; it counts towards <see cref="Most"/>.</summary>
    public bool IsOwn => Kind != ReminderKind.Deadline;

    /// <summary>
    /// One set by hand, made but for its time. Refusals: <c>reminder.full</c> (<see cref="Most"/>), <c>reminder.far</c> (5 years),
    /// <c>reminder.hourly</c> (more than once a day, for others).
    /// </summary>
    /// <param name="last">Of those that wait, the one that comes last.</param>
    public Result<Reminder> Set(Wish wish, DateTimeZone zone, int waiting, Reminder? last, DateTimeOffset now)
    {
        if ((Full(waiting, last) ?? TooFar(wish.At, now)) is { } refusal)
        {
            return refusal;
        }

        if (Kind != ReminderKind.Own && wish.Rhythm is { IsHourly: true })
        {
            return new Refusal("reminder.hourly");
        }

        ThatComes(wish.At, zone);
        Repeats(wish.Rhythm);
        return this;
    }

    /// <summary>Refuses one more: <c>reminder.full</c> names the one that comes last, to be cancelled.</summary>
    public static Refusal? Full(int waiting, Reminder? last) => waiting >= Most ? new Refusal("reminder.full", Most, last!.Label, last.What!.Cut(60)) : null;

    /// <summary>
    /// Puts it off; one that is over comes back that way. Refusals: <c>reminder.after-deadline</c>, <c>reminder.far</c>.
    /// </summary>
    /// <param name="ladder">For a deadline: after its end it would be of no use.</param>
    public Result<Reminder> PutOff(Delay delay, DateTimeZone zone, Ladder? ladder, DateTimeOffset now)
    {
        // "Two hours later" of what did not come yet counts from its hour, and of what came from now.
        var at = delay.From(State == ReminderState.Active && SentAt is null && IsOwn ? DueAt : now, zone);
        if (ladder is not null && at >= ladder.End)
        {
            return new Refusal("reminder.after-deadline", at, ladder.Deadline);
        }

        return TooFar(at, now) is { } refusal ? refusal : IsRepeated ? ThatMoves(at) : ThatComes(at, zone);
    }

    /// <summary>Whether it waits at an hour that the person put it off to after it had come.</summary>
    public bool IsPutOff(Ladder? ladder, DateTimeOffset now)
        => State == ReminderState.Active && SentAt is not null && (IsRepeated ? PutOffTo is not null : ladder is null || DueAt != ladder.Next(now)?.At);

    /// <summary>
    /// Done, cancelled or stopped. A deadline that is cancelled is stopped: the mission would plan it anew. Of a rhythm only the time that came
    /// is done, and it goes on.
    /// </summary>
    public void End(Change change)
    {
        if (change == Change.Done && IsRepeated && State == ReminderState.Active)
        {
            IsDoneOnce();
            return;
        }

        EndRhythm();
        State = change switch
        {
            Change.Done => ReminderState.Done,
            Change.Cancel when IsOwn => ReminderState.Cancelled,
            _ => ReminderState.Stopped,
        };
    }

    /// <summary>It came; a deadline then waits on its next rung, a rhythm on its next time.</summary>
    public void Came(DateTimeOffset at, Rung? next, DateTimeZone zone)
    {
        (State, SentAt) = (ReminderState.Sent, at);
        if (IsRepeated)
        {
            GoOn(at);
        }
        else if (next is { } rung)
        {
            Rung = rung.Days;
            ComeAt(rung.At, zone);
        }
    }

    /// <summary>
    /// The instant that its clock hands mean there by today's rules of the zone: <see cref="DueAt"/>, unless the rules changed since. An hour
    /// left out moves forward, the first of two counts.
    /// </summary>
    public DateTimeOffset Resolved()
    {
        var zone = Zones.Get(Zone);
        return Instant.FromDateTimeOffset(DueAt).InZone(zone).ToDateTimeUnspecified() == Local
            ? DueAt
            : zone.AtLeniently(LocalDateTime.FromDateTime(Local)).ToInstant().ToDateTimeOffset();
    }

    /// <summary>Brings the instant to what the hands of its clock mean now.</summary>
    public void Follow()
    {
        var at = Resolved();
        (NextAt, PutOffTo, DueAt) = (NextAt == DueAt ? at : NextAt, PutOffTo == DueAt ? at : PutOffTo, at);
    }

    /// <summary>Could not be worked on: it is tried again a day later.</summary>
    public void SetAside(DateTimeOffset now) => DueAt = now.AddDays(1);

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
    public void CallOff()
    {
        EndRhythm();
        State = State == ReminderState.Stopped ? State : ReminderState.Cancelled;
    }

    private static Refusal? TooFar(DateTimeOffset at, DateTimeOffset now) => at > now.AddYears(YearsAhead) ? new Refusal("reminder.far", at, YearsAhead) : null;

    private Reminder ThatComes(DateTimeOffset at, DateTimeZone zone)
    {
        ComeAt(at, zone);
        return this;
    }

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
