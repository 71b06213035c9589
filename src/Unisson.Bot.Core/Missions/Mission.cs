using System.Globalization;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Missions;

public enum MissionKind
{
    Consulting,
    ProjectCall,
    Tender,
    Accompaniment,
    Replication,
}

public enum MissionState
{
    Open,
    Answered,
    Won,
    Lost,
    Running,
    Delivered,
    Closed,
    Abandoned,
}

public enum Visibility
{
    Community,
    Public,
    Private,
}

public enum RoleKind
{
    GuarantorConnector,
    HelpingCommoner,
    Coordinator,
    Provider,
    Sponsor,
}

/// <summary>How somebody holds a role.</summary>
public enum Holding
{
    Candidate,
    Selected,
    Active,
    Shadow,
    HandedBack,
    Done,
}

/// <summary>A piece of paid work that will lean on commons and give back to them.</summary>
public sealed partial class Mission
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    /// <summary>M1, M2, … in the community; a private mission has four random digits outside that row, so that no gap betrays it.</summary>
    public int Number { get; init; }

    /// <summary>Numbered outside the row: private when it was opened, and its number stays when it is opened up.</summary>
    public bool IsApart { get; init; }

    public required string Title
    {
        get;
        set
        {
            field = value;
            FoldedTitle = Fold.Of(value);
        }
    }

    /// <summary>The title as it is compared: completion reads it from an index.</summary>
    public string FoldedTitle { get; private set; } = "";

    public MissionKind Kind { get; set; }

    public MissionState State { get; set; }

    public Visibility Visibility { get; set; }

    public string? Sponsor { get; set; }

    /// <summary>Day on which the answer is due, in the community's zone.</summary>
    public DateOnly? Deadline { get; set; }

    /// <summary>The hour on that day, if one was said.</summary>
    public TimeOnly? DeadlineHour { get; set; }

    public string? Needs { get; set; }

    public DateOnly? Starts { get; set; }

    public DateOnly? Ends { get; set; }

    public string? Place { get; set; }

    public string? Budget { get; set; }

    public string? Reference { get; set; }

    public string? Licence { get; set; }

    public string? Deliverables { get; set; }

    /// <summary>The state before the last step, which a guarantor can take back; null where there is none, or it was taken back.</summary>
    public MissionState? Before { get; private set; }

    /// <summary>When the last step was taken.</summary>
    public DateTimeOffset? SteppedAt { get; private set; }

    public long OpenedBy { get; init; }

    public DateTimeOffset OpenedAt { get; init; }

    public List<MissionCommon> Commons { get; init; } = [];

    public List<RoleHolder> Holders { get; init; } = [];

    /// <summary>Those without an account.</summary>
    public List<NamedHolder> Named { get; init; } = [];

    /// <summary>M1, or MP0042 for one numbered apart.</summary>
    public string Label => IsApart ? string.Create(CultureInfo.InvariantCulture, $"MP{Number:0000}") : string.Create(CultureInfo.InvariantCulture, $"M{Number}");

    /// <summary>At most 40 characters, for sentences that must fit a lock screen.</summary>
    public string ShortTitle => Title.Cut(40);

    /// <summary>Its team: who opened it, and who holds or held a role. Whoever stepped forward alone, to be chosen or to look on, has no say yet. Needs <see cref="Holders"/>.</summary>
    public bool HasInTeam(long personId) => OpenedBy == personId || Holders.Exists(h => h.PersonId == personId && h.Holding is (Holding.Selected or Holding.Active or Holding.Done));

    /// <summary>Only its team sees a private mission. Needs <see cref="Holders"/>.</summary>
    public bool IsSeenBy(long personId) => Visibility != Visibility.Private || OpenedBy == personId || Holders.Exists(h => h.PersonId == personId && h.Holding != Holding.HandedBack);
}

/// <summary>A mission leans on a common.</summary>
public sealed class MissionCommon
{
    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public long CommonId { get; init; }
}

/// <summary>A person in a role of a mission. Roles are not persons: one can be shared, and one person can hold several.</summary>
public sealed class RoleHolder
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public long PersonId { get; init; }

    public RoleKind Role { get; init; }

    public Holding Holding { get; set; }

    public DateTimeOffset Since { get; set; }

    /// <summary>Neither handed back nor done.</summary>
    public bool IsCurrent => Holding is Holding.Candidate or Holding.Selected or Holding.Active or Holding.Shadow;

    /// <summary>Takes part in the work; a candidate does not yet.</summary>
    public bool IsHeld => IsCurrent && Holding != Holding.Candidate;
}

/// <summary>A dated line of a mission's journal.</summary>
public sealed class JournalEntry
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public DateTimeOffset At { get; init; }

    public long PersonId { get; init; }

    /// <summary>What happened; its sentence is the text <c>journal.WHAT</c>.</summary>
    public required string What { get; init; }

    /// <summary>The reason that was given: user text. Names of options where something was edited, of roles where somebody came or went.</summary>
    public string? Note { get; init; }
}
