using Unisson.Bot.Files;

namespace Unisson.Bot.Terminal;

/// <summary>A file that is no text: it is put into the folder <c>files</c> beside the data, because a terminal shows words only.</summary>
internal static class SavedFile
{
    /// <summary>Writes it for its owner alone, and gives its path, or says why not. One of that name may have been worked on since: the new one gets a number.</summary>
    /// <param name="data">The path of the data file.</param>
    public static async Task<string> WriteAsync(ReplyFile file, string data, Say say, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(data))!, "files");
        try
        {
            Directory.CreateDirectory(folder);
            var path = Free(Path.Combine(folder, Path.GetFileName(file.Name)));
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            await using var stream = new FileStream(path, options);
            await stream.WriteAsync(file.ToBytes(), ct);
            return path;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return say["terminal.not-saved", folder, error.Message];
        }
    }

    private static string Free(string path)
    {
        var (free, number) = (path, 1);
        while (File.Exists(free))
        {
            number++;
            free = Path.ChangeExtension(path, null) + string.Create(System.Globalization.CultureInfo.InvariantCulture, $"-{number}") + Path.GetExtension(path);
        }

        return free;
    }
}
