using NodaTime;

namespace Unisson.Bot.Kernel;

/// <summary>Who speaks, where, and in which language and zone; resolved by the dispatcher within the transaction that the command runs in.</summary>
/// <param name="PersonId">One for the whole instance.</param>
/// <param name="Name">As their account shows it: user text.</param>
/// <param name="Channel">The door's id of the channel it was typed in, or null in private.</param>
public sealed record Caller(long PersonId, string Name, long CommunityId, string Door, string? Channel, Language Language, DateTimeZone Zone)
{
    /// <summary>The channel it was typed in, when the answer is private all the same.</summary>
    public string? TypedIn { get; init; }

    /// <summary>Told by how they wrote before; where they chose no language.</summary>
    public Language? LanguageGuess { get; init; }

    /// <summary>Whoever left is no member, and looks after nothing here any more.</summary>
    public bool IsMember { get; init; }

    /// <summary>Looks after the community's space; adds no sight of missions, asks, terms or absence.</summary>
    public bool IsAdmin { get; init; }

    /// <summary>Keeps the method in this community.</summary>
    public bool IsGuarantor { get; init; }

    /// <summary>The zone of the community, which cards and planning go by.</summary>
    public required DateTimeZone CommunityZone { get; init; }

    public Language CommunityLanguage { get; init; }
}
