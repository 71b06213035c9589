namespace Unisson.Bot;

/// <summary>How the program ends; 74 and 78 are those of sysexits.h. Starting again does not help with these two.</summary>
public static class ExitCodes
{
    public const int Refused = 1;

    public const int Storage = Unisson.Bot.Storage.StorageException.ExitCode;

    public const int BadSettings = 78;
}
