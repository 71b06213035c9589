using Unisson.Bot.Languages;

namespace Unisson.Bot.Commoners;

/// <summary>What is left of somebody who asked to be forgotten.</summary>
public sealed partial class Person
{
    /// <summary>An id, under which lines of ledgers and roles of missions stand, and nothing that says who it was.</summary>
    public void Forget(DateTimeOffset now)
    {
        (Name, ForgottenAt) = (Say.Nobody, now);
        (Language, LanguageGuess, Zone, Near, Door, LastCommunityId) = (null, null, null, null, null, null);
        (Capacity, Days, Terms, QuietFrom, QuietTo, Digest) = (0, Moments.None, Terms.None, DefaultQuietFrom, DefaultQuietTo, Digest.Never);
        (PausedAt, PauseEndsAt) = (null, null);
        (Fatigue, Exposure, Yeses, Replies, ReplyMinutes, Unanswered, LastAskedAt) = (0, 0, 0, 0, 0, 0, null);
        (WrongCodes, WrongCodesSince) = (0, null);
    }
}
