using System.Globalization;

namespace Unisson.Bot.Pledges;

public enum PledgeKind
{
    Time,
    Money,
    Share,
    Documentation,
    Other,
}

public enum PledgeState
{
    Promised,
    Kept,
    Changed,
    Carried,
    NotKept,
}

/// <summary>What a mission promises to a common that it leans on, and what has come of it (rule 12).</summary>
public sealed class Pledge
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    /// <summary>P1, P2, … in the community; of a mission numbered apart four random digits.</summary>
    public int Number { get; init; }

    public bool IsApart { get; init; }

    public long MissionId { get; init; }

    public long CommonId { get; init; }

    public PledgeKind Kind { get; init; }

    /// <summary>User text.</summary>
    public required string What { get; set; }

    /// <summary>The amount as typed.</summary>
    public string? Amount { get; set; }

    public int? Minutes { get; set; }

    /// <summary>Euro cents.</summary>
    public long? Cents { get; set; }

    /// <summary>Of a share of the budget: hundredths of a percent.</summary>
    public int? Share { get; set; }

    /// <summary>The day by which it is to be kept.</summary>
    public DateOnly? By { get; set; }

    public PledgeState State { get; set; }

    public DateTimeOffset? StateAt { get; set; }

    /// <summary>Why it was changed, carried over or not kept: user text.</summary>
    public string? Reason { get; set; }

    public long PromisedBy { get; init; }

    public DateTimeOffset PromisedAt { get; init; }

    /// <summary>The mission came to nothing, and nothing is owed any more.</summary>
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>P1, or PP0042 of a mission numbered apart.</summary>
    public string Label => IsApart ? string.Create(CultureInfo.InvariantCulture, $"PP{Number:0000}") : string.Create(CultureInfo.InvariantCulture, $"P{Number}");
}
