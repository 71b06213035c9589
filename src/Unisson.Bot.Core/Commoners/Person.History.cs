namespace Unisson.Bot.Commoners;

/// <summary>The sums of the fair-call policy, on the clock of a community.</summary>
public sealed partial class Person
{
    public AskHistory History(WakingTime clock) => new()
    {
        LastAsk = LastAskedAt is { } at ? clock.MinutesAt(at) : null,
        Fatigue = Fatigue,
        Exposure = Exposure,
        Unanswered = Unanswered,
        Replies = Replies,
        Yeses = Yeses,
        ReplyMinutes = ReplyMinutes,
    };

    /// <summary>Remembers an ask that leaves now, for something where they have this level (1 to 3).</summary>
    public void WasAsked(WakingTime clock, int level, DateTimeOffset now)
    {
        Keep(History(clock).Asked(clock.MinutesAt(now), level));
        LastAskedAt = now;
    }

    /// <summary>Remembers the first reply to an ask, of any kind, even a late one.</summary>
    public void Replied(WakingTime clock, DateTimeOffset asked, bool yes, DateTimeOffset now)
        => Keep(History(clock).Answered(clock.MinutesAt(now) - clock.MinutesAt(asked), yes));

    /// <summary>Remembers that a reply became a yes.</summary>
    public void CameRound() => Yeses++;

    private void Keep(AskHistory sums)
        => (Fatigue, Exposure, Unanswered, Replies, Yeses, ReplyMinutes) = (sums.Fatigue, sums.Exposure, sums.Unanswered, sums.Replies, sums.Yeses, sums.ReplyMinutes);
}
