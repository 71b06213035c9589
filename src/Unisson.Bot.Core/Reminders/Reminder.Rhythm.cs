using Unisson.Bot.Dates;
using Unisson.Bot.Languages;

namespace Unisson.Bot.Reminders;

/// <summary>A reminder that comes again by a rhythm, on the local time of its zone across clock changes.</summary>
public sealed partial class Reminder
{
    /// <summary>The RFC 5545 rule as <see cref="Repeat.Rule"/> writes it; null when it comes once.</summary>
    public string? Rule { get; private set; }

    /// <summary>The first time of the rhythm, which anchors its intervals.</summary>
    public DateTimeOffset? Since { get; private set; }

    /// <summary>The next time by the rhythm; <see cref="DueAt"/> is this one or <see cref="PutOffTo"/>, whichever is sooner.</summary>
    public DateTimeOffset? NextAt { get; private set; }

    /// <summary>Where one time of the rhythm was moved to; the others stay.</summary>
    public DateTimeOffset? PutOffTo { get; private set; }

    public bool IsRepeated => Rule is not null;

    /// <summary>It came before at this time and was put off: it comes to whoever put it off alone.</summary>
    public bool IsAgain => SentAt is not null && (Rule is null || DueAt != NextAt);

    /// <summary>The rhythm, to be said; null when it comes once.</summary>
    public Repeat? Rhythm => Rule is null ? null : Repeat.Stored(Rule, Since!.Value);

    /// <summary>Of times that were missed only the last is told.</summary>
    public void CatchUp(DateTimeOffset now)
    {
        Follow();
        if (NextAt <= now)
        {
            DueAt = Rhythm!.LastUntil(now, NextAt.Value, Zones.Get(Zone));
            NextAt = DueAt;
        }
    }

    private void Repeats(Repeat? rhythm) => (Rule, Since, NextAt) = (rhythm?.Rule, rhythm?.First, rhythm is null ? null : DueAt);

    /// <summary>Moves the time that came last, or the one that waits when none came or that one is done.</summary>
    private Reminder ThatMoves(DateTimeOffset at)
    {
        if (SentAt is null && PutOffTo is null)
        {
            NextAt = Rhythm!.Next(NextAt!.Value, Zones.Get(Zone));
        }

        PutOffTo = at.ToUniversalTime();
        return ThatWaits();
    }

    private void IsDoneOnce()
    {
        if (SentAt is not null)
        {
            (SentAt, PutOffTo) = (null, null);
            ThatWaits();
        }
    }

    private void GoOn(DateTimeOffset after)
    {
        PutOffTo = PutOffTo <= after ? null : PutOffTo;
        NextAt = NextAt <= after ? Rhythm!.Next(after, Zones.Get(Zone)) : NextAt;
        ThatWaits();
    }

    /// <summary>Waits for whichever is sooner. A rhythm that reached the end of the calendar is over.</summary>
    private Reminder ThatWaits() => (NextAt < PutOffTo ? NextAt : PutOffTo ?? NextAt) is { } next ? ThatComes(next, Zones.Get(Zone)) : this;

    private void EndRhythm() => (Rule, Since, NextAt, PutOffTo) = (null, null, null, null);
}
