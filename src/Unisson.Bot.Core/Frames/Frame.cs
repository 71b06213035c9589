using Unisson.Bot.Commoners;
using Unisson.Bot.Missions;

namespace Unisson.Bot.Frames;

/// <summary>
/// What a holder of a role will do in a mission and will not, in how many hours and on which terms (rule 8): agreed by both sides, the holder and
/// somebody else of the team. A change is a new one, which counts from the second yes on.
/// </summary>
public sealed class Frame
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    /// <summary>The holder.</summary>
    public long PersonId { get; init; }

    public RoleKind Role { get; init; }

    /// <summary>What they will do, and will not: user text.</summary>
    public required string Scope { get; init; }

    public int? Minutes { get; init; }

    /// <summary>One of them; none where nothing was said yet.</summary>
    public Terms Terms { get; init; }

    /// <summary>How the terms are met, and under which status: user text.</summary>
    public string? How { get; init; }

    public long ProposedBy { get; init; }

    public DateTimeOffset ProposedAt { get; init; }

    /// <summary>When the holder said yes to it.</summary>
    public DateTimeOffset? HolderAt { get; set; }

    /// <summary>Who said yes to it for the team.</summary>
    public long? TeamBy { get; set; }

    public DateTimeOffset? TeamAt { get; set; }

    /// <summary>Another took its place, or the role was given back.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    public bool IsAgreed => HolderAt is not null && TeamAt is not null;

    /// <summary>Counts today, or waits for a yes.</summary>
    public bool IsCurrent => EndedAt is null;
}
