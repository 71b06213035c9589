namespace Unisson.Bot.Closing;

public enum LinkLives
{
    Yes,
    ALittle,
    No,
}

/// <summary>3 and 12 months after a mission was closed: whether its link with a common still lives (rule 12).</summary>
public sealed class Lookback
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    public long CommonId { get; init; }

    /// <summary>3 or 12.</summary>
    public int Months { get; init; }

    public DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? AskedAt { get; set; }

    public LinkLives? Answer { get; set; }

    /// <summary>User text.</summary>
    public string? Note { get; set; }

    public long? AnsweredBy { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
