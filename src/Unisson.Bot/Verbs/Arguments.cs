namespace Unisson.Bot.Verbs;

/// <summary>What the program can be asked to do.</summary>
public enum Verb
{
    Run,
    Check,
    Backup,
    Restore,
}

/// <summary>The command line, read.</summary>
/// <param name="At">The clock of a practice file that is to be made.</param>
/// <param name="Strict">End with 1 if a line was refused.</param>
/// <param name="Terminal">Open the terminal door beside a network door.</param>
/// <param name="Overrides">Settings that were given as <c>--Section:Key=value</c>, <c>--data</c> among them.</param>
public sealed record Arguments(Verb Verb, DateTimeOffset? At, bool Strict, bool Terminal, IReadOnlyList<KeyValuePair<string, string?>> Overrides)
{
    /// <summary>The backup to make, or to put back.</summary>
    public string? File { get; init; }
}
