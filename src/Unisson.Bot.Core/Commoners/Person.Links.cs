using Unisson.Bot.Links;

namespace Unisson.Bot.Commoners;

/// <summary>Accounts of one person that find together.</summary>
public sealed partial class Person
{
    private const int MostWrongCodes = 3;

    /// <summary>From when on a code is read again; null where it is read now.</summary>
    public DateTimeOffset? MayTryCodeFrom(DateTimeOffset now)
        => WrongCodes >= MostWrongCodes && WrongCodesSince + LinkCode.Life is { } again && again > now ? again : null;

    public void TriedWrongCode(DateTimeOffset now)
    {
        if (WrongCodesSince is not { } since || since + LinkCode.Life <= now)
        {
            (WrongCodes, WrongCodesSince) = (0, now);
        }

        WrongCodes++;
    }

    /// <summary>
    /// What the other account said and did counts as this person's own. Of two limits the stricter holds, a pause stays a pause, and who was
    /// asked in either place was asked.
    /// </summary>
    public void TakeOver(Person other)
    {
        // Who was told apart from nobody but themselves is called as they call themselves.
        Name = Name.StartsWith($"{other.Name} (@", StringComparison.Ordinal) ? other.Name : Name;
        Language ??= other.Language;
        LanguageGuess ??= other.LanguageGuess;
        Zone ??= other.Zone;
        Near ??= other.Near;
        Door ??= other.Door;
        if (Capacity == 0)
        {
            (Capacity, Days, QuietFrom, QuietTo, Terms) = (other.Capacity, other.Days, other.QuietFrom, other.QuietTo, other.Terms);
        }
        else if (other.Capacity > 0)
        {
            Capacity = Math.Min(Capacity, other.Capacity);
        }

        if (PausedAt is null)
        {
            (PausedAt, PauseEndsAt) = (other.PausedAt, other.PauseEndsAt);
        }

        Fatigue += other.Fatigue;
        Exposure += other.Exposure;
        Yeses += other.Yeses;
        Replies += other.Replies;
        ReplyMinutes += other.ReplyMinutes;
        Unanswered += other.Unanswered;
        LastAskedAt = LastAskedAt > other.LastAskedAt || other.LastAskedAt is null ? LastAskedAt : other.LastAskedAt;

        // Nothing is due for who is no more.
        (other.PausedAt, other.PauseEndsAt) = (null, null);
    }
}
