using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>
/// Rooms that another one takes the place of (client-server API, "Room upgrades"). The bot follows where the old room says so; the community
/// moves only where the new room says the same of the old one, because either alone may lie.
/// </summary>
internal sealed class Upgrades(MatrixParts parts)
{
    public async Task FollowAsync(string roomId, CancellationToken ct)
    {
        if (await parts.Rooms.OfAsync(roomId, ct) is not { ReplacedBy: { } next, ReplacedBySender: { } by } || await parts.Places.KnownAsync(roomId, ct) is not { } community)
        {
            return;
        }

        try
        {
            await parts.Client.JoinAsync(next, Invites.ServerOf(by) is { } server ? [server] : [], ct);
            if (await parts.Rooms.OfAsync(next, ct) is { } room && !await parts.Places.UpgradedAsync(room, ct))
            {
                await parts.Client.LeaveAsync(next, ct);
            }
        }
        catch (MatrixException error) when (error.Code is MatrixErrors.Forbidden or MatrixErrors.NotFound)
        {
            await TellAsync(community, next, ct);
        }
    }

    /// <summary>The bot may not come in: those who look after the community hear it once.</summary>
    private Task TellAsync(long community, string next, CancellationToken ct) => parts.Bot.Store.Writer.WriteAsync(async scope =>
    {
        // A card: when the same is heard again, it takes the place of what was said.
        var (now, card) = (parts.Bot.Time.GetUtcNow(), $"upgrade:{next}");
        foreach (var admin in await scope.Db.Memberships.Where(m => m.CommunityId == community && m.IsAdmin && m.LeftAt == null).Select(m => m.PersonId).ToListAsync(ct))
        {
            var say = await Deliveries.Outbox.SayToAsync(scope.Db, admin, community, now, ct);
            await Deliveries.Outbox.ToPersonAsync(scope.Db, community, admin, card, new Reply(say["matrix.upgrade-closed"]) { Card = card }, now, notBefore: null, askId: null, ct);
        }

        await scope.Db.SaveChangesAsync(ct);
    });
}
