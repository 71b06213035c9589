namespace Unisson.Bot.Concerns;

/// <summary>A private word to a guarantor about a mission. The fact is journalled, never the content.</summary>
public sealed class Concern
{
    /// <summary>In which the guarantor answers.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long MissionId { get; init; }

    /// <summary>Who says it.</summary>
    public long PersonId { get; init; }

    /// <summary>Whom it is told.</summary>
    public long GuarantorId { get; init; }

    /// <summary>User text; gone once it is answered.</summary>
    public string? What { get; set; }

    public DateTimeOffset At { get; init; }

    /// <summary>When the guarantor is reminded, and the other told that nothing came; null once that was done, or it was answered.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? AnsweredAt { get; set; }
}
