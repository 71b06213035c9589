using System.Collections.ObjectModel;
using System.Globalization;
using Unisson.Bot.Files;
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

    /// <summary>What people read of the account, where its id is a number that nobody knows.</summary>
    public string? Handle { get; init; }

    public CommandLine? Command { get; init; }

    public string? Action { get; init; }

    /// <summary>Values by the option's name that the network knows, for where a typed line says nothing: what the line answers.</summary>
    public IReadOnlyDictionary<string, string> Known { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Where it was typed, when the answer is private all the same.</summary>
    public string? TypedIn { get; init; }

    /// <summary>The language that the network knows of this person, if any.</summary>
    public Language? Locale { get; init; }

    /// <summary>It came over a network, which itself says who looks after the place, and where private messages need a channel first.</summary>
    public bool IsNetwork { get; init; }

    /// <summary>Whether the network lets this person manage the place; null where it does not say.</summary>
    public bool? Manages { get; init; }

    /// <summary>Accounts that the command names and that may never have been seen before.</summary>
    public IReadOnlyList<NamedAccount> Names { get; init; } = [];

    /// <summary>A form was filled in that began with the line of this draft.</summary>
    public long? Draft { get; init; }

    /// <summary>The command was filled in as a form, which is gone once it was sent.</summary>
    public bool IsForm { get; init; }

    /// <summary>The door has buttons and forms: the line that mends a refusal becomes a gesture.</summary>
    public bool HasForms { get; init; }

    /// <summary>
    /// Gets a file that a command wants: by what the line says of it, or, where it says nothing, the one that came with the line. Null where
    /// there is none.
    /// </summary>
    public Func<string?, CancellationToken, Task<Result<GivenFile>?>>? FetchAsync { get; init; }

    /// <summary>How the door can still give the answer after a restart: a secret.</summary>
    public string? Way { get; init; }

    /// <summary>The same, with names that can be seen: no mark of ours, nothing that turns the line around. A name cannot be refused as a line is.</summary>
    public Incoming WithPlainNames() => this with { Name = Plain(Name), Names = [.. Names.Select(n => n with { Name = Plain(n.Name) })] };

    private static string Plain(string name) => name.All(IsSeen) ? name : string.Concat(name.Where(IsSeen));

    private static bool IsSeen(char c)
        => c == '\u200D' || char.GetUnicodeCategory(c) is not (UnicodeCategory.PrivateUse or UnicodeCategory.Control or UnicodeCategory.Format);
}

/// <summary>Somebody that a command names by their account.</summary>
/// <param name="Handle">What people read of the account, where its id is a number that nobody knows.</param>
public sealed record NamedAccount(string Id, string Name, string? Handle = null);

/// <summary>An answer and the one it is for.</summary>
/// <param name="PersonId">Null where nobody is known by that account yet.</param>
public sealed record Answer(Reply Reply, long? PersonId)
{
    /// <summary>It stands in the inbox, so the door says when it was seen to leave.</summary>
    public bool IsStored { get; init; }
}
