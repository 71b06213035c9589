using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Verbs;

/// <summary><c>check</c>: looks at the data file, the ledgers' chains, the clock and the network doors, and changes nothing. One line each, with its cure.</summary>
/// <param name="discord">Null where no token is given.</param>
/// <param name="matrix">Null where no homeserver is given.</param>
internal sealed class Check(StorageSettings storage, DiscordSettings? discord, MatrixSettings? matrix, TimeProvider time, TextWriter output)
{
    private static readonly DateTimeOffset Written = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private int _exitCode;

    /// <returns>
    /// The code of the first problem: 74 when it is the data file or a chain, 78 the clock or a token, 69 a network that gives no answer; else 0.
    /// </returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        Good("the settings can be used");
        await DataAsync(ct);
        if (discord is not null)
        {
            foreach (var (what, exitCode) in await new DiscordCheck(discord, time).RunAsync(ct))
            {
                Tell(what, exitCode);
            }
        }

        if (matrix is not null)
        {
            foreach (var (what, exitCode) in await new MatrixCheck(matrix, time).RunAsync(ct))
            {
                Tell(what, exitCode);
            }
        }

        return _exitCode;
    }

    private async Task DataAsync(CancellationToken ct)
    {
        if (!File.Exists(storage.Path))
        {
            Good($"there is no data file {storage.Path} yet: the first start makes it");
            Clock(null);
            return;
        }

        try
        {
            await using var checkup = Checkup.Open(storage.Path);
            checkup.Whole();
            var waiting = checkup.Waiting();
            Good(waiting == 0
                ? $"the data file {storage.Path} is whole and has this version's schema"
                : string.Create(CultureInfo.InvariantCulture, $"the data file {storage.Path} is whole; its schema is {waiting} steps behind, the next start makes a copy and brings it up"));
            if (waiting == 0)
            {
                await using var db = checkup.Read();
                foreach (var (said, holds) in await Chains.ProveAsync(db, ct))
                {
                    Tell(said, holds ? 0 : ExitCodes.Storage);
                }

                Clock(await db.Instances.AnyAsync(i => i.PracticeNow != null, ct) ? null : await db.Inbox.MaxAsync(i => (DateTimeOffset?)i.At, ct));
            }
        }
        catch (Exception error) when (StorageException.From(error, storage.Path) is { } trouble)
        {
            Tell(trouble.Message, ExitCodes.Storage);
        }
    }

    private void Clock(DateTimeOffset? last)
    {
        var now = time.GetUtcNow();
        var said = now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        if (now < Written || now < last - Tolerance)
        {
            var than = (last ?? Written).ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            Tell($"the clock says {said}, and what was stored last is of {than}: set the machine's clock (NTP), reminders and calls go by it", ExitCodes.BadSettings);
        }
        else
        {
            Good($"the clock says {said}");
        }
    }

    private void Good(string what) => Tell(what, 0);

    /// <param name="exitCode">0 is no problem.</param>
    private void Tell(string what, int exitCode)
    {
        output.WriteLine(exitCode == 0 ? $"OK       {what}" : $"PROBLEM  {what}");
        _exitCode = _exitCode == 0 ? exitCode : _exitCode;
    }
}
