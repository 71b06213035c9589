using NodaTime;
using NodaTime.Extensions;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commoners;

/// <summary>Parts of the day and week in which somebody may give time; none named means any.</summary>
[Flags]
public enum Moments
{
    None = 0,
    Morning = 1,
    Afternoon = 2,
    Evening = 4,
    Weekend = 8,
}

/// <summary>What somebody gets for their time, by their own choice.</summary>
[Flags]
public enum Terms
{
    None = 0,
    Paid = 1,
    Expenses = 2,
    Exchanged = 4,
    Voluntary = 8,
}

/// <summary>Who may read somebody's name in what leaves a community.</summary>
public enum NameSeenBy
{
    Community,
    Public,
}

/// <summary>How often what is not urgent comes together in one message.</summary>
public enum Digest
{
    /// <summary>Nothing was chosen: each week, but only when something happened that concerns them.</summary>
    OwnWeekly,
    Daily,
    Weekly,
    Never,
}

/// <summary>
/// A person, one for the whole instance: how they like to be spoken to, what they can give, and the sums that put them in fair turn.
/// Standing and consent are per community (<see cref="Communities.Membership"/>).
/// </summary>
public sealed partial class Person
{
    private const int DefaultQuietFrom = 21 * 60;
    private const int DefaultQuietTo = 8 * 60;

    public long Id { get; init; }

    /// <summary>As they call themselves: user text. With their account behind it where it looks like the name of somebody else.</summary>
    public required string Name
    {
        get;
        set
        {
            field = value;
            Looks = Languages.Looks.Of(value);
        }
    }

    /// <summary>What the name looks like.</summary>
    public string Looks { get; private set; } = "";

    /// <summary>Chosen by them.</summary>
    public Language? Language { get; set; }

    /// <summary>Told by how they write; used where nothing was chosen.</summary>
    public Language? LanguageGuess { get; set; }

    /// <summary>IANA zone chosen by them; else the community's.</summary>
    public string? Zone { get; set; }

    public Digest Digest { get; set; }

    /// <summary>Minutes a month they can give, over all communities.</summary>
    public int Capacity { get; set; }

    public Moments Days { get; set; }

    /// <summary>Start of quiet hours, minutes after local midnight.</summary>
    public int QuietFrom { get; set; } = DefaultQuietFrom;

    /// <summary>End of quiet hours, minutes after local midnight.</summary>
    public int QuietTo { get; set; } = DefaultQuietTo;

    /// <summary>Terms on which they may be asked; none named means any.</summary>
    public Terms Terms { get; set; }

    public string? Near { get; set; }

    /// <summary>Set while they pause; only their own "I am here" ends it.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    /// <summary>When the one soft line about the end of the pause is due; null once it was said, or when no end was named.</summary>
    public DateTimeOffset? PauseEndsAt { get; set; }

    /// <summary>F of the fair-call policy at <see cref="LastAskedAt"/>.</summary>
    public double Fatigue { get; set; }

    public double Exposure { get; set; }

    public int Yeses { get; set; }

    public int Replies { get; set; }

    /// <summary>Sum of the delays of their replies, in waking minutes.</summary>
    public long ReplyMinutes { get; set; }

    /// <summary>Asks since their last reply of any kind.</summary>
    public int Unanswered { get; set; }

    public DateTimeOffset? LastAskedAt { get; set; }

    /// <summary>The community last spoken of in private.</summary>
    public long? LastCommunityId { get; set; }

    /// <summary>The door where they like to be written to; null leaves it to the bot.</summary>
    public string? Door { get; set; }

    /// <summary>Who this turned out to be, once two accounts were linked; nothing but lines of ledgers stands under it any more.</summary>
    public long? Became { get; set; }

    /// <summary>When they asked to be forgotten; nothing but an id without a name stands here since.</summary>
    public DateTimeOffset? ForgottenAt { get; private set; }

    /// <summary>Wrong codes typed since <see cref="WrongCodesSince"/>.</summary>
    public int WrongCodes { get; set; }

    public DateTimeOffset? WrongCodesSince { get; set; }

    /// <summary>
    /// Nothing is asked from now on. With an end, one soft line is due on that day at 9:00 or in the first waking hour after it; without, none is.
    /// </summary>
    public void Pause(DateTimeOffset now, DateOnly? until, DateTimeZone zone, Holidays holidays)
    {
        PausedAt ??= now;
        PauseEndsAt = until is { } day
            ? QuietHours.NextWake(this, zone, holidays, zone.AtLeniently(day.ToLocalDate() + new LocalTime(9, 0)).ToDateTimeOffset().ToUniversalTime(), isUrgent: false)
            : null;
    }

    /// <summary>"I am here"; false when there was no pause.</summary>
    public bool Resume()
    {
        var paused = PausedAt is not null;
        (PausedAt, PauseEndsAt) = (null, null);
        return paused;
    }
}

/// <summary>An account of a person on one network.</summary>
public sealed class Account
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public required string Door { get; init; }

    /// <summary>The network's id of it; at the terminal the folded name.</summary>
    public required string ExternalId { get; init; }

    /// <summary>As the network shows it: user text.</summary>
    public required string Name { get; set; }

    /// <summary>Private messages reach this account; asks go only where this is so (rule 3).</summary>
    public bool IsReachable { get; set; }

    /// <summary>The network's id of the private channel with this account, once there is one.</summary>
    public string? PrivateChannel { get; set; }

    /// <summary>The community last spoken of in private.</summary>
    public long? CommunityId { get; set; }
}

/// <summary>"Not this subject": nothing about this common is asked of this person.</summary>
public sealed class Mute
{
    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public long CommonId { get; init; }
}

/// <summary>"I could take something this week" or "not now", by one tap; ends by itself.</summary>
public sealed class Offer
{
    public long Id { get; init; }

    public long PersonId { get; init; }

    public long CommunityId { get; init; }

    /// <summary>For this common only; null for any.</summary>
    public long? CommonId { get; init; }

    /// <summary>True for "could", false for "not now".</summary>
    public bool Could { get; init; }

    public DateTimeOffset Until { get; init; }
}
