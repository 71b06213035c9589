using Unisson.Bot.Kernel;

namespace Unisson.Bot.Digests;

/// <summary>Gestures about one's own digest. The row is the person, so nobody presses for somebody else.</summary>
public static class DigestActions
{
    /// <summary>« Régler le récap »: how it is, with a button for each other way.</summary>
    public static ActionSpec Change { get; } = Of("digest-change", new CommandLine("my settings"));

    public static ActionSpec Daily { get; } = Of("digest-daily", new CommandLine("my settings", ("digest", "daily")));

    public static ActionSpec Weekly { get; } = Of("digest-weekly", new CommandLine("my settings", ("digest", "weekly")));

    public static ActionSpec Never { get; } = Of("digest-never", new CommandLine("my settings", ("digest", "never")));

    public static IReadOnlyList<ActionSpec> All { get; } = [Change, Daily, Weekly, Never];

    private static ActionSpec Of(string name, CommandLine line)
        => new(name, line.Path, (_, caller, row, _) => Task.FromResult(row == caller.PersonId ? line : null));
}
