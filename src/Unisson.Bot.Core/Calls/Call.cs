using Unisson.Bot.Commoners;
using Unisson.Bot.Experiences;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Calls;

public enum CallState
{
    Open,
    Waiting,
    Frozen,
    Filled,
    Closed,
    Expired,
}

public enum AskState
{
    Planned,
    Sent,
    Accepted,
    Declined,
    Later,
    Reserve,
    Silent,
    Released,
}

/// <summary>A request for commoners with experience of a common, sent to few people at a time.</summary>
public sealed partial class Call
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    /// <summary>C1, C2, …; four random digits for the call of a mission numbered apart.</summary>
    public int Number { get; init; }

    public bool IsApart { get; init; }

    public long MissionId { get; init; }

    /// <summary>The common that people should know; null when the call is for a role only.</summary>
    public long? CommonId { get; init; }

    /// <summary>The role that a yes takes.</summary>
    public RoleKind Role { get; init; }

    public long CallerId { get; init; }

    public int Places { get; set; }

    /// <summary>Minutes that one place takes.</summary>
    public int Minutes { get; init; }

    public Terms Terms { get; init; }

    public Level Level { get; set; }

    public Moments Slot { get; init; }

    public string? Near { get; set; }

    public string? Note { get; set; }

    /// <summary>When it began to ask; a call that waited for a word begins with that word.</summary>
    public DateTimeOffset OpenedAt { get; set; }

    /// <summary>Until when people may answer; the hours count in the month of this instant.</summary>
    public DateTimeOffset Deadline { get; init; }

    /// <summary>The month its hours count in, as year * 12 + month - 1 in the community's zone.</summary>
    public int Month { get; init; }

    public CallState State { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Since when it is on hold because two people reported it; kept when it ends so. Its asks take nothing from the common's budget.</summary>
    public DateTimeOffset? FrozenAt { get; set; }

    /// <summary>When the next look is due: the next wave, or the deadline; null once it ended.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public List<Ask> Asks { get; init; } = [];
}

/// <summary>One person asked, or volunteering, for one call. Only ever shown to that person until the first yes (rule 3).</summary>
public sealed partial class Ask
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long CallId { get; init; }

    public long PersonId { get; init; }

    public AskState State { get; set; }

    /// <summary>Came by the card, unasked: outside caps.</summary>
    public bool IsVolunteer { get; set; }

    /// <summary>Minutes that it reserves while open and commits once accepted.</summary>
    public int Minutes { get; init; }

    /// <summary>The call's month, copied so that a person's hours of a month are read from one index.</summary>
    public int Month { get; init; }

    public DateTimeOffset PlannedAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }

    /// <summary>When somebody who said "later" is shown it again; once it was, since when it is open anew.</summary>
    public DateTimeOffset? LaterAt { get; set; }

    /// <summary>p of the fair-call policy when it was planned.</summary>
    public double Chance { get; set; }

    public Level Level { get; set; }

    /// <summary>How many times it left; being shown again when one asked for that is not counted.</summary>
    public int Times { get; set; }

    /// <summary>Said yes when the last place had just been taken: in reserve, and before everybody else if it frees up.</summary>
    public bool IsNext { get; set; }

    /// <summary>When they reported the call; null again once somebody looked and let it go on.</summary>
    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>When the common's own channel was told that somebody of the common helps (rule 13).</summary>
    public DateTimeOffset? NotedAt { get; set; }
}
