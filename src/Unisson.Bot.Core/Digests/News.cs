namespace Unisson.Bot.Digests;

/// <summary>Something that happened, concerns a person and rings nobody (rule 14): it waits for their next digest, and goes with it.</summary>
public sealed class News
{
    public long Id { get; init; }

    public long CommunityId { get; init; }

    public long PersonId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>As it is told, in the language they had when it happened.</summary>
    public required string Text { get; init; }
}
