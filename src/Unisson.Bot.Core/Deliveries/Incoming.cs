using Unisson.Bot.Kernel;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// What a door hands over, once a person did something: exactly one of a typed text, a command that the network read itself, or the code of
/// an action.
/// </summary>
/// <param name="Key">The door's key of this delivery: the same again is answered the same.</param>
/// <param name="Account">The network's id of who did it.</param>
/// <param name="Name">What the network calls them: user text.</param>
/// <param name="Channel">Where; null in private.</param>
public sealed record Incoming(string Door, string Key, string Account, string Name, string? Channel)
{
    public string? Text { get; init; }

    public CommandLine? Command { get; init; }

    public string? Action { get; init; }
}

/// <summary>An answer and the one it is for.</summary>
/// <param name="PersonId">Null where nobody is known by that account yet.</param>
public sealed record Answer(Reply Reply, long? PersonId);
