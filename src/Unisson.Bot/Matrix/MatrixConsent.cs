using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Opens the private room with a person at their own gesture, with a first message: when they say that they may be asked, or ask to be reminded.
/// </summary>
internal sealed class MatrixConsent(MatrixParts parts)
{
    private static readonly HashSet<string> Taps = new(StringComparer.Ordinal) { "availability set", "availability resume", "reminder add" };

    /// <summary>True when that opened it: the answer, too, was given there.</summary>
    public async Task<bool> AfterAsync(string? path, Answer answer, string userId, long community, CancellationToken ct)
        => path is not null && Taps.Contains(path) && answer.Reply.Refused is null && answer.PersonId is { } person
            && await WantsAsync(path, person, community, ct) && await OpenAsync(userId, community, ct);

    /// <summary>False where their server or they themselves let nobody invite them. Answers that waited for the room go there.</summary>
    public async Task<bool> OpenAsync(string userId, long community, CancellationToken ct)
    {
        long person = 0;
        if (!await parts.Private.OpenAsync(userId, community, FirstAsync, ct))
        {
            return false;
        }

        await parts.Answered.GiveEarlierAsync(person, ct);
        return true;

        async Task FirstAsync(BotDb db)
        {
            var now = parts.Bot.Time.GetUtcNow();
            person = await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.ExternalId == userId).Select(a => a.PersonId).FirstAsync(ct);
            var to = await Deliveries.Outbox.SayToAsync(db, person, community, now, ct);
            await Deliveries.Outbox.ToPersonAsync(db, community, person, $"private:{person}", new Reply(to["matrix.private"]), now, notBefore: now, askId: null, ct);
        }
    }

    /// <summary>Whether there is something to say to them in private, and no way yet.</summary>
    private async Task<bool> WantsAsync(string path, long person, long community, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.Accounts.AnyAsync(a => a.PersonId == person && a.Door == MatrixDoor.Name && !a.IsReachable, ct)
            && (path == "reminder add" || (await db.Memberships.FindAsync([community, person], ct))?.Asks > 0);
    }
}
