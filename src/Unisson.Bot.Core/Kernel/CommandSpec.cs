namespace Unisson.Bot.Kernel;

/// <summary>Does the work of a command inside its transaction.</summary>
public delegate Task<Result<Reply>> Run(Request request, CancellationToken ct);

/// <summary>Who may run a command. Checked by the catalogue before the command, and nowhere else; null means allowed.</summary>
/// <param name="Standing">Value of the list of standings, for help.</param>
public sealed record Allow(string Standing, Func<Request, CancellationToken, ValueTask<Refusal?>> Check)
{
    public static Allow Anyone { get; } = new("anyone", (_, _) => default);

    public static Allow Member { get; } = new("member", (r, _) => new(r.Caller.IsMember ? null : new Refusal("standing.member")));

    public static Allow Guarantor { get; } = new("guarantor", (r, _) => new(r.Caller.IsGuarantor ? null : new Refusal("standing.guarantor")));

    public static Allow Admin { get; } = new("admin", (r, _) => new(r.Caller.IsAdmin ? null : new Refusal("standing.admin")));
}

/// <summary>Another word for a command that gives one of its options as well: <c>/call decline</c> is <c>/call answer</c> with <c>no</c>.</summary>
public sealed record Shortcut(Name Verb, Option Option, string Value);

/// <summary>
/// A command, declared once: every door, the help, the completion and the tests read this value.
/// Names are those of the community's both languages; descriptions are the texts <c>command.PATH</c>, at most 60 characters.
/// </summary>
public sealed class CommandSpec(Name? group, Name verb)
{
    public Name? Group { get; } = group;

    public Name Verb { get; } = verb;

    /// <summary>The English path, <c>mission open</c>: unique, and what is stored.</summary>
    public string Path { get; } = group is null ? verb.English : $"{group.English} {verb.English}";

    public required Allow Allow { get; init; }

    public required Run Run { get; init; }

    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>
    /// Only looks: runs beside the writer, on its own connection, and leaves no inbox row. Where it turns out to have something to keep, it
    /// runs again as one that writes.
    /// </summary>
    public bool Reads { get; init; }

    /// <summary>What a form asks when it was left out; typed doors list it with the line to complete.</summary>
    public IReadOnlyList<Option> Form { get; init; } = [];

    public IReadOnlyList<Shortcut> Shortcuts { get; init; } = [];

    /// <summary>Whole other paths that mean this command: <c>call open</c>.</summary>
    public IReadOnlyList<string> AlsoPaths { get; init; } = [];

    /// <summary>Which options the words without a name fill, when it is not simply the needed ones in order.</summary>
    public Func<IReadOnlyList<string>, Reading, IReadOnlyList<Option>>? Positions { get; init; }

    public string PathIn(Language language) => Group is null ? Verb.In(language) : $"{Group.In(language)} {Verb.In(language)}";

    /// <summary>What an option is called in forms and help: the text <c>option.NAME</c>, or <c>option.PATH.NAME</c> where a command means it otherwise.</summary>
    public string Label(Option option, Say say)
        => say.Has($"option.{Path}.{option.Name.English}") ? say[$"option.{Path}.{option.Name.English}"] : say[$"option.{option.Name.English}"];
}

/// <summary>
/// A gesture that stands for a command line (<c>v1:NAME:ROW</c>): the row gives the values and says who may press, so it works after a restart
/// and after a year. Its label is the text <c>action.NAME</c>.
/// </summary>
/// <param name="Path">The command it stands for; an action is only shown where the catalogue has that command. Null when the row names the command itself.</param>
/// <param name="Line">The line, or null when the row is gone or not this person's.</param>
public sealed record ActionSpec(string Name, string? Path, Func<Storage.BotDb, Caller, long, CancellationToken, Task<CommandLine?>> Line)
{
    /// <summary>Gives the line back to be changed, and does not run it.</summary>
    public bool Edits { get; init; }

    /// <summary>Looked at before anything else: why it cannot be pressed any more, with what to type instead.</summary>
    public Func<Storage.BotDb, Caller, long, DateTimeOffset, CancellationToken, Task<Refusal?>>? Over { get; init; }

    public ReplyAction On(long row, Say say) => On(row, say[$"action.{Name}"]);

    /// <summary>With a label of its own.</summary>
    public ReplyAction On(long row, string label) => new($"v1:{Name}:{row}", label);
}
