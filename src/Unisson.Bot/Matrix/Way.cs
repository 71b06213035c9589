namespace Unisson.Bot.Matrix;

/// <summary>How an answer finds its place, as the inbox keeps it for a restart.</summary>
/// <param name="About">The event that it answers.</param>
/// <param name="Thread">The root of the thread that it stands in.</param>
/// <param name="Code">Of the action that a gesture stood for; null where a line was typed.</param>
/// <param name="Path">The command; null where it was none.</param>
internal sealed record Way(string RoomId, string About, string? Thread, string? Code, string? Path)
{
    public static Way? Read(string kept)
        => kept.Split(' ', 5) is [var room, var about, var thread, var code, var path] ? new Way(room, about, Some(thread), Some(code), Some(path)) : null;

    public override string ToString() => $"{RoomId} {About} {Thread} {Code} {Path}";

    private static string? Some(string part) => part.Length == 0 ? null : part;
}
