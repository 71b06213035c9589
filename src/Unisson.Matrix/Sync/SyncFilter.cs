namespace Unisson.Matrix;

/// <summary>What a sync brings (client-server API, "Filtering").</summary>
public sealed record SyncFilter
{
    public RoomFilter Room { get; init; } = new();

    public EventFilter Presence { get; init; } = EventFilter.Nothing;

    public EventFilter AccountData { get; init; } = EventFilter.Nothing;
}

public sealed record RoomFilter
{
    public EventFilter Timeline { get; init; } = new() { Limit = 100 };

    public EventFilter State { get; init; } = new() { LazyLoadMembers = true };

    public EventFilter Ephemeral { get; init; } = EventFilter.Nothing;

    public EventFilter AccountData { get; init; } = EventFilter.Nothing;
}

public sealed record EventFilter
{
    public static EventFilter Nothing { get; } = new() { NotTypes = ["*"] };

    /// <summary>Most events of a kind and room; what is older is a gap.</summary>
    public int? Limit { get; init; }

    public IReadOnlyList<string>? NotTypes { get; init; }

    /// <summary>State of members only of those who speak.</summary>
    public bool? LazyLoadMembers { get; init; }
}
