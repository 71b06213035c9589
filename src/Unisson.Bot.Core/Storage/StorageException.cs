using Microsoft.Data.Sqlite;

namespace Unisson.Bot.Storage;

/// <summary>
/// The data file cannot be used. The message is for the operator: what is wrong, what was kept, what to do. The program ends with
/// <see cref="ExitCode"/>.
/// </summary>
public sealed class StorageException : Exception
{
    /// <summary>EX_IOERR of sysexits.h.</summary>
    public const int ExitCode = 74;

    internal const string DamagedCure = "is damaged or is not a database. Nothing was changed. Put the last backup in its place (keep the damaged file aside), then start again.";

    private const string InUseCure = "is in use by another process: is another copy of the bot running? Nothing was changed. Stop the other copy, or give this one its own file, then start again.";

    public StorageException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Says it in words where the error is of the file and not of the program; null for any other error.</summary>
    public static StorageException? From(Exception error, string path) => error switch
    {
        StorageException trouble => trouble,
        SqliteException sqlite when Cure(sqlite) is { } cure => new StorageException($"The database {path} {cure}", error),
        IOException or UnauthorizedAccessException => new StorageException($"The database {path} cannot be written: {error.Message} Nothing was changed. Give the bot a folder it may write to (--data DIR), then start again.", error),
        { InnerException: { } inner } => From(inner, path),
        _ => null,
    };

    /// <summary>Another program holds the file.</summary>
    internal static StorageException InUse(string path, Exception error) => new($"The database {path} {InUseCure}", error);

    private static string? Cure(SqliteException error) => error.SqliteErrorCode switch
    {
        5 or 6 => InUseCure,
        8 => "is read-only. Nothing was changed. Give the bot's user the right to write to the file and its folder, then start again.",
        10 => $"cannot be read or written ({error.Message}). What was answered is stored. Look at the disk, then start again.",
        11 or 26 => DamagedCure,
        13 => "cannot grow: the disk is full. What was answered is stored, the last command was not. Free some space, then start again.",
        14 => "cannot be opened: does its folder exist, and may the bot write there? Nothing was changed. Give the bot a folder it may write to (--data DIR), then start again.",
        _ => null,
    };
}
