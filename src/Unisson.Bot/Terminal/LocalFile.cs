using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Terminal;

/// <summary>A file that a line names by its path: whoever types at the terminal can read it themselves.</summary>
internal static class LocalFile
{
    /// <summary>Null where no path was said. Refusal <c>file.unknown</c>, also for what is no plain file or cannot be read; <c>file.too-large</c>.</summary>
    public static async Task<Result<GivenFile>?> FetchAsync(string? path, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return null;
        }

        try
        {
            // What has no length may be a device or a pipe, and would never end.
            var file = new FileInfo(path.StartsWith("~/", StringComparison.Ordinal) ? Path.Join(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), path[2..]) : path);
            return !file.Exists || file.Length == 0 ? new Refusal("file.unknown", path.Cut(80))
                : file.Length > GivenFile.Largest ? new Refusal("file.too-large", file.Name.Cut(60))
                : new GivenFile(file.Name, await File.ReadAllBytesAsync(file.FullName, ct));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return new Refusal("file.unknown", path.Cut(80));
        }
    }
}
