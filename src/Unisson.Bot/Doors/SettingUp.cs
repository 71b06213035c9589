namespace Unisson.Bot.Doors;

/// <summary>A place that nobody has set up yet.</summary>
internal static class SettingUp
{
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "setup start", "setup link", "about", "help" };

    /// <summary>Whether this command may be run there.</summary>
    public static bool Allows(string? path) => path is not null && Before.Contains(path);
}
