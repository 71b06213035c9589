namespace Unisson.Bot;

/// <summary>How the program ends; 69, 74 and 78 are those of sysexits.h. Starting again does not help with the last two.</summary>
public static class ExitCodes
{
    public const int Refused = 1;

    /// <summary>A chat network could not be reached.</summary>
    public const int Unreachable = 69;

    public const int Storage = Unisson.Bot.Storage.StorageException.ExitCode;

    public const int BadSettings = 78;
}
