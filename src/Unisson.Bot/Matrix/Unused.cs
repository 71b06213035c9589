using Microsoft.EntityFrameworkCore;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Rooms that nobody used: where the bot was invited and not set up within a week, it leaves. It stays in rooms of a space that it knows.</summary>
internal sealed class Unused(MatrixParts parts)
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Day = TimeSpan.FromDays(1), AfterStart = TimeSpan.FromMinutes(10);

    /// <summary>Looks once the start is over, and then once a day, until it is told to stop.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Delay(AfterStart, parts.Bot.Time, ct);
        using var daily = new PeriodicTimer(Day, parts.Bot.Time);
        do
        {
            try
            {
                await LeaveAsync(ct);
            }
            catch (MatrixException)
            {
                // Tomorrow is another day.
            }
        }
        while (await daily.WaitForNextTickAsync(ct));
    }

    private async Task LeaveAsync(CancellationToken ct)
    {
        var used = await UsedAsync(ct);
        foreach (var roomId in await parts.Client.GetJoinedRoomsAsync(ct))
        {
            if (!used.Contains(roomId) && await parts.Places.SpaceOfAsync(roomId, ct) is null && await CameAsync(roomId, ct) is { } came && parts.Bot.Time.GetUtcNow() - came > Week)
            {
                await parts.Client.LeaveAsync(roomId, ct);
            }
        }
    }

    /// <summary>Rooms of communities that are set up, and those that are somebody's own.</summary>
    private async Task<HashSet<string>> UsedAsync(CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        var installed = await db.Installations.Where(i => i.Door == MatrixDoor.Name && db.Communities.Any(c => c.Id == i.CommunityId && c.StartedAt != null)).Select(i => i.ExternalId).ToListAsync(ct);
        var alone = await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.PrivateChannel != null).Select(a => a.PrivateChannel!).ToListAsync(ct);
        var bound = await db.Channels.Where(c => c.Door == MatrixDoor.Name).Select(c => c.ExternalId).ToListAsync(ct);
        return [.. installed, .. alone, .. bound];
    }

    private async Task<DateTimeOffset?> CameAsync(string roomId, CancellationToken ct)
    {
        foreach (var json in await parts.Client.GetAllStateAsync(roomId, ct))
        {
            if (new MatrixEvent(json) is { Type: EventTypes.Member } member && member.StateKey == parts.Me)
            {
                return member.SentAt;
            }
        }

        return null;
    }
}
