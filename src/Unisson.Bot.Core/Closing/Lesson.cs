namespace Unisson.Bot.Closing;

/// <summary>What a mission taught about a common, where that is written down, and under which licence (rule 12).</summary>
public sealed class Lesson
{
    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public long CommonId { get; init; }

    /// <summary>User text.</summary>
    public required string Learned { get; set; }

    /// <summary>A link or a place in words: user text.</summary>
    public required string Where { get; set; }

    public string? Licence { get; set; }

    public long WrittenBy { get; set; }

    public DateTimeOffset At { get; set; }
}
