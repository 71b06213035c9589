using Microsoft.EntityFrameworkCore;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Rooms that nobody used: where the bot was invited and not set up within a week, it leaves.</summary>
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
        foreach (var roomId in await parts.Client.GetJoinedRoomsAsync(ct))
        {
            if (!await IsUsedAsync(roomId, ct) && await CameAsync(roomId, ct) is { } came && parts.Bot.Time.GetUtcNow() - came > Week)
            {
                await parts.Client.LeaveAsync(roomId, ct);
            }
        }
    }

    /// <summary>Of a community that is set up, or somebody's own.</summary>
    private async Task<bool> IsUsedAsync(string roomId, CancellationToken ct)
    {
        await using var db = parts.Bot.Store.Read();
        return await db.Installations.AnyAsync(i => i.Door == MatrixDoor.Name && i.ExternalId == roomId && db.Communities.Any(c => c.Id == i.CommunityId && c.StartedAt != null), ct)
            || await db.Accounts.AnyAsync(a => a.Door == MatrixDoor.Name && a.PrivateChannel == roomId, ct)
            || await db.Channels.AnyAsync(c => c.Door == MatrixDoor.Name && c.ExternalId == roomId, ct);
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
