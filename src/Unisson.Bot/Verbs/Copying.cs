using System.Globalization;
using Unisson.Bot.Forgetting;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Verbs;

/// <summary>
/// <c>backup FILE</c> and <c>restore FILE</c>: a copy of the data file that is whole, also beside the program that writes it, and its way back.
/// Both prove what they made before they say that it is there.
/// </summary>
/// <param name="path">The data file.</param>
internal sealed class Copying(string path, TimeProvider time, TextWriter output)
{
    /// <returns>0; trouble is thrown.</returns>
    /// <exception cref="StorageException">No copy was made; the message says why.</exception>
    public async Task<int> BackupAsync(string file, CancellationToken ct)
    {
        Existing(path);
        if (File.Exists(file))
        {
            throw new StorageException($"There is a file {file} already, and a backup never overwrites one. Nothing was changed. Name another file.");
        }

        var part = file + ".part";
        DataCopy.Make(path, part);
        await WholeAsync(part, ct);
        try
        {
            File.Move(part, file);
        }
        catch (IOException error)
        {
            File.Delete(part);
            throw new StorageException($"The backup {file} cannot be put in its place: {error.Message} Nothing was changed.", error);
        }

        Say($"the backup {file} is whole: all that was answered before it began is in it");
        return 0;
    }

    /// <returns>0; trouble is thrown.</returns>
    /// <exception cref="StorageException">Nothing was changed; the message says why.</exception>
    public async Task<int> RestoreAsync(string file, CancellationToken ct)
    {
        Existing(file);
        if (Path.GetFullPath(file) == Path.GetFullPath(path))
        {
            throw new StorageException($"The file {file} is the data file itself. Nothing was changed. Name the backup.");
        }

        var made = path + ".restoring";
        DataCopy.Make(file, made);
        await WholeAsync(made, ct);
        var kept = string.Create(CultureInfo.InvariantCulture, $"{path}.replaced-{time.GetUtcNow():yyyyMMdd'T'HHmmss.fff'Z'}");
        try
        {
            DataCopy.Place(made, path, kept);
        }
        finally
        {
            File.Delete(made);
        }

        Say($"the data file {path} is the backup {file} again");
        if (File.Exists(kept))
        {
            Say($"what was there is kept as {kept}: delete it once all is well, within 30 days");
        }

        await ForgetAgainAsync(ct);
        return 0;
    }

    /// <summary>Whoever asked to be forgotten after the backup was made came back with it.</summary>
    private async Task ForgetAgainAsync(CancellationToken ct)
    {
        if (ForgottenList.Read(path).Count == 0)
        {
            return;
        }

        await using var store = Store.Open(path);
        var again = await Forgetter.AgainAsync(store, time.GetUtcNow(), ct);
        Say(string.Create(CultureInfo.InvariantCulture, $"people who had asked to be forgotten since the backup, and are forgotten again: {again}"));
    }

    private static void Existing(string file)
    {
        if (!File.Exists(file))
        {
            throw new StorageException($"There is no file {file}. Nothing was changed.");
        }
    }

    /// <summary>Reads every page of what was made, and proves its ledgers; one that is not whole is deleted.</summary>
    private async Task WholeAsync(string made, CancellationToken ct)
    {
        try
        {
            await using var checkup = Checkup.Open(made);
            checkup.Whole();
            if (checkup.Waiting() > 0)
            {
                Say("its schema is that of an older version: the next start brings it up, and check proves the ledgers then");
                return;
            }

            await using var db = checkup.Read();
            foreach (var (said, holds) in await Chains.ProveAsync(db, ct))
            {
                if (!holds)
                {
                    throw new StorageException($"{said} No copy was kept.");
                }

                Say(said);
            }
        }
        catch (Exception)
        {
            File.Delete(made);
            throw;
        }
    }

    private void Say(string what) => output.WriteLine($"OK       {what}");
}
