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

    public Level Level { get; set; }

    /// <summary>Year it began, if they said.</summary>
    public int? Since { get; set; }

    public string? Note { get; set; }

    public SeenBy SeenBy { get; set; }

    public DateTimeOffset DeclaredAt { get; set; }

    /// <summary>
    /// May be asked about this common now: consents here, has hours, is not paused, did not mute it. Kept by <c>Turns</c> so that the longest
    /// rested are read from an index.
    /// </summary>
    public bool IsAskable { get; set; }

    /// <summary>When they were last asked anything; the default is never. A copy of the person's, for the same index.</summary>
    public DateTimeOffset RestedSince { get; set; }

    /// <summary>The level that calls go by: above contributed it waits for the word of a colleague or steward (rule 18).</summary>
    public Level Counted => Level > Level.Contributed ? Level.Contributed : Level;
}
