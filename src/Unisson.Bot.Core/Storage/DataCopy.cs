using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>
/// Copies of the data file, for <c>backup</c> and <c>restore</c>. SQLite writes them itself (<c>VACUUM INTO</c>), out of one view of the file:
/// what was committed before it began is in it whole, also beside a program that writes; and of what was deleted before, nothing is.
/// </summary>
public static class DataCopy
{
    private const string Log = "-wal", Shared = "-shm";

    private static readonly string[] Parts = ["", Log, Shared];

    /// <summary>Makes a new file that only its owner can read, and is on the disk when it returns.</summary>
    /// <exception cref="StorageException">There is such a file already, or it cannot be read or written; then none is left.</exception>
    public static void Make(string path, string copy)
    {
        Create(copy);
        try
        {
            using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, DefaultTimeout = 5, Pooling = false }.ToString()))
            {
                connection.Open();
                using var command = connection.CreateCommand();
                command.CommandText = "VACUUM INTO $copy";
                command.Parameters.AddWithValue("$copy", copy);
                command.ExecuteNonQuery();
            }

            Sync(copy);
        }
        catch (Exception error)
        {
            File.Delete(copy);
            if (IsOf(error, path))
            {
                throw StorageException.From(error, path)!;
            }

            throw;
        }
    }

    /// <summary>Puts a copy in the place of a data file that no program uses, and keeps what was there.</summary>
    /// <param name="copy">It is gone afterwards.</param>
    /// <param name="kept">Where the file that was there is kept, with what belongs to it.</param>
    /// <exception cref="StorageException">Another program holds the file, or it cannot be written.</exception>
    public static void Place(string copy, string path, string kept)
    {
        try
        {
            using var held = Store.Hold(path);
            Fold(path);
            foreach (var part in Parts.Where(part => File.Exists(path + part)))
            {
                Keep(path + part, kept + part);
            }

            // A log that belongs to another file would be read into this one.
            File.Delete(path + Log);
            File.Delete(path + Shared);
            File.Move(copy, path, overwrite: true);
        }
        catch (Exception error) when (IsOf(error, path))
        {
            throw StorageException.From(error, path)!;
        }
    }

    private static bool IsOf(Exception error, string path) => error is not StorageException && StorageException.From(error, path) is not null;

    private static void Create(string file)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using var made = new FileStream(file, Options(FileMode.CreateNew));
        }
        catch (IOException error) when (File.Exists(file))
        {
            throw new StorageException($"There is a file {file} already, and no copy is ever written over one. Nothing was changed. Name another file, or move that one away.", error);
        }
        catch (Exception error) when (IsOf(error, file))
        {
            throw StorageException.From(error, file)!;
        }
    }

    /// <summary>Brings the log of a program that was killed into the file; a file that is damaged is kept with its log as it is.</summary>
    private static void Fold(string path)
    {
        if (!File.Exists(path + Log))
        {
            return;
        }

        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            connection.Open();
            Store.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE);");
        }
        catch (SqliteException)
        {
            // All its parts are kept beside each other.
        }
    }

    // A copy, and not the file itself under another name: until the new one is in its place, a start finds the old one whole.
    private static void Keep(string file, string kept)
    {
        using (var from = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            using var into = new FileStream(kept, Options(FileMode.CreateNew));
            from.CopyTo(into);
        }

        Sync(kept);
    }

    private static void Sync(string file)
    {
        using var written = new FileStream(file, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static FileStreamOptions Options(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
