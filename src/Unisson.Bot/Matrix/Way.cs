namespace Unisson.Bot.Matrix;

/// <summary>How an answer finds its place, as the inbox keeps it for a restart.</summary>
/// <param name="About">The event that it answers.</param>
/// <param name="Thread">The root of the thread that it stands in.</param>
/// <param name="Path">The command; null where it was none.</param>
internal sealed record Way(string RoomId, string About, string? Thread, string? Path)
{
    public static Way? Read(string kept)
        => kept.Split(' ', 4) is [var room, var about, var thread, var path] ? new Way(room, about, thread.Length == 0 ? null : thread, path.Length == 0 ? null : path) : null;

    public override string ToString() => $"{RoomId} {About} {Thread} {Path}";
}
