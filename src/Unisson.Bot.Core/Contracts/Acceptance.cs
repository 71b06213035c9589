using Unisson.Bot.Missions;

namespace Unisson.Bot.Contracts;

/// <summary>
/// Somebody accepted a version of the moral contract, as guarantor or as provider, for one mission; without a mission it is a candidacy to
/// guarantee missions in the community, which another confirms.
/// </summary>
public sealed class Acceptance
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public long? MissionId { get; init; }

    public RoleKind Role { get; init; }

    public int Version { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>The day on which it is to be read again.</summary>
    public DateOnly ReviewOn { get; init; }

    /// <summary>Of a candidacy: who confirmed it.</summary>
    public long? ConfirmedBy { get; set; }

    public DateTimeOffset? ConfirmedAt { get; set; }
}
