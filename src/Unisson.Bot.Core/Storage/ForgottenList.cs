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

    public static IReadOnlyList<ForgottenOne> Read(string path) => Read(path, parts: 2);

    /// <summary>Who was announced and not added: whether they were forgotten, the data file says.</summary>
    public static IReadOnlyList<ForgottenOne> ReadAnnounced(string path) => [.. Read(path, parts: 3).Except(Read(path))];

    /// <summary>Adds to it, and is on the disk when it returns.</summary>
    public static void Add(string path, IReadOnlyList<ForgottenOne> forgotten) => Append(path, forgotten, "");

    /// <summary>Before the commit, so that a crash right after it leaves nobody out, and one right before it makes nobody forgotten.</summary>
    internal static void Announce(string path, IReadOnlyList<ForgottenOne> forgotten) => Append(path, forgotten, " ?");

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

    private static IReadOnlyList<ForgottenOne> Read(string path, int parts)
        => !File.Exists(PathOf(path)) ? [] : [.. File.ReadLines(PathOf(path)).Select(line => line.Split(' ')).Where(line => line.Length == parts).Select(Parsed).Distinct()];

    private static void Append(string path, IReadOnlyList<ForgottenOne> forgotten, string mark)
    {
        if (forgotten.Count == 0)
        {
            return;
        }

        using var file = new FileStream(PathOf(path), FileMode.Append, FileAccess.Write);
        foreach (var one in forgotten)
        {
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{one.PersonId} {one.Joined.UtcTicks}{mark}\n")));
        }

        file.Flush(flushToDisk: true);
    }

    private static ForgottenOne Parsed(string[] parts)
        => new(long.Parse(parts[0], CultureInfo.InvariantCulture), new DateTimeOffset(long.Parse(parts[1], CultureInfo.InvariantCulture), TimeSpan.Zero));
}
