namespace Unisson.Bot.Missions;

/// <summary>A person or an organisation without an account in a role, most often who orders the work. What only a person can say, they cannot say here.</summary>
public sealed class NamedHolder
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public RoleKind Role { get; init; }

    /// <summary>User text.</summary>
    public required string Name { get; init; }

    public long AddedBy { get; init; }

    public DateTimeOffset Since { get; init; }
}
