namespace Unisson.Bot.Experiences;

/// <summary>The bond of one commoner with one common, from using it to having founded it with others.</summary>
public enum Level
{
    Used = 1,
    Contributed = 2,
    Maintained = 3,
    Founded = 4,
}

/// <summary>Who may see that somebody has this experience.</summary>
public enum SeenBy
{
    Community,
    Private,
    Guarantors,
    Public,
}

/// <summary>A commoner's first-hand experience of a common, as they declared it.</summary>
public sealed partial class Experience
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public long CommonId { get; init; }

    public Level Level { get; private set; }

    /// <summary>Year it began, if they said.</summary>
    public int? Since { get; set; }

    public string? Note { get; set; }

    public SeenBy SeenBy { get; set; }

    /// <summary>When they said it last or, asked whether it is still true, let it stand: a silence is an answer, and is not asked again for a year.</summary>
    public DateTimeOffset DeclaredAt { get; private set; }

    /// <summary>
    /// May be asked about this common now: consents here, has hours, is not paused, did not mute it. Kept by <c>Turns</c> so that the longest
    /// rested are read from an index.
    /// </summary>
    public bool IsAskable { get; set; }

    /// <summary>When they were last asked anything; the default is never. A copy of the person's, for the same index.</summary>
    public DateTimeOffset RestedSince { get; set; }

    /// <summary>The level that a colleague or steward confirmed; null where none did.</summary>
    public Level? Confirmed { get; private set; }

    public long? ConfirmedBy { get; set; }

    /// <summary>The level that calls go by: above contributed it is what was confirmed (rule 18). Stored, because an index holds it.</summary>
    public Level Counted { get; private set; } = Level.Used;

    /// <summary>All that they say is confirmed; what is no more than contributed needs no confirmation.</summary>
    public bool IsConfirmed => Level > Level.Contributed && Confirmed >= Level;

    /// <summary>What the person says of it. What was confirmed before stays confirmed up to that level.</summary>
    public Experience Declare(Level level, DateTimeOffset now)
    {
        (Level, DeclaredAt) = (level, now);
        Count();
        return this;
    }

    /// <summary>Takes in the same bond of the same person, told by another account: the higher level of each.</summary>
    public void TakeOver(Experience other)
    {
        Level = other.Level > Level ? other.Level : Level;
        if (other.Confirmed is not null && !(Confirmed >= other.Confirmed))
        {
            (Confirmed, ConfirmedBy) = (other.Confirmed, other.ConfirmedBy);
        }

        Count();
    }

    /// <summary>Somebody who knows the common too says that it is so.</summary>
    public void Confirm(long by)
    {
        (Confirmed, ConfirmedBy) = (Level, by);
        Count();
    }

    /// <summary>Who confirmed it turned out to be the person themselves: nobody confirms their own (rule 18).</summary>
    public void Unconfirm()
    {
        (Confirmed, ConfirmedBy) = (null, null);
        Count();
    }

    /// <summary>They were asked whether it is still true.</summary>
    public void Stand(DateTimeOffset now) => DeclaredAt = now;

    private void Count()
    {
        var certain = Confirmed > Level.Contributed ? Confirmed.Value : Level.Contributed;
        Counted = Level < certain ? Level : certain;
    }
}
