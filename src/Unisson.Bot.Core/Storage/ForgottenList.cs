using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>Somebody who asked to be forgotten.</summary>
/// <param name="Joined">When they were first seen: with the number, it tells them from somebody who got that number after an older file was put back.</param>
public sealed record ForgottenOne(long PersonId, DateTimeOffset Joined);

/// <summary>
/// The list beside the data file of who asked to be forgotten: numbers and instants, no names. It outlives the file, so that what comes back
/// with an older copy is forgotten again.
/// </summary>
public static class ForgottenList
{
    public static string PathOf(string path) => path + ".forgotten";

    public static IReadOnlyList<ForgottenOne> Read(string path)
        => !File.Exists(PathOf(path)) ? [] : [.. File.ReadLines(PathOf(path)).Select(line => line.Split(' ')).Where(parts => parts.Length == 2).Select(Parsed)];

    /// <summary>Adds to it, and is on the disk when it returns: before the commit, so that nobody is forgotten whom it does not name.</summary>
    internal static void Add(string path, List<ForgottenOne> forgotten)
    {
        if (forgotten.Count == 0)
        {
            return;
        }

        using var file = new FileStream(PathOf(path), FileMode.Append, FileAccess.Write);
        foreach (var one in forgotten)
        {
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.PersonId} {one.Joined.UtcTicks}\n")));
        }

        file.Flush(flushToDisk: true);
    }

    /// <summary>
    /// Leaves no byte of who was forgotten: <c>secure_delete</c> writes zeros over what was deleted, the log of the file is brought in and cut,
    /// and copies from before go, which migrations kept.
    /// </summary>
    internal static void Wipe(SqliteConnection connection, string path)
    {
        if (!File.Exists(PathOf(path)))
        {
            return;
        }

        Store.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        var last = File.GetLastWriteTimeUtc(PathOf(path));
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        foreach (var copy in Directory.EnumerateFiles(folder, Path.GetFileName(path) + ".*.copy").Where(copy => File.GetLastWriteTimeUtc(copy) <= last).ToList())
        {
            File.Delete(copy);
        }
    }

    private static ForgottenOne Parsed(string[] parts)
        => new(long.Parse(parts[0], CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
}
