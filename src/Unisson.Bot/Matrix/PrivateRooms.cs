using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Storage;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Rooms with one person: where answers that are theirs alone go, and asks.</summary>
internal sealed class PrivateRooms(Store store, MatrixClient client, TimeProvider time)
{
    /// <summary>The room where a person of this account reads what is for them alone; null when there is none.</summary>
    public async Task<string?> OfAsync(string userId, CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.ExternalId == userId && a.IsReachable).Select(a => a.PrivateChannel).FirstOrDefaultAsync(ct);
    }

    /// <summary>Somebody speaks with the bot alone: what is for them goes there from now on. Gives the person if that is new.</summary>
    public async Task<long?> HeardInAsync(string userId, string roomId, CancellationToken ct)
    {
        if (await OfAsync(userId, ct) == roomId)
        {
            return null;
        }

        var person = await store.Writer.WriteAsync(async scope =>
        {
            if (await scope.Db.Accounts.FirstOrDefaultAsync(a => a.Door == MatrixDoor.Name && a.ExternalId == userId, ct) is { } account)
            {
                (account.PrivateChannel, account.IsReachable) = (roomId, true);
                await scope.Db.SaveChangesAsync(ct);
                await Waiting.PrivateOpenedAsync(scope.Db, MatrixDoor.Name, account.PersonId, time.GetUtcNow(), ct);
                return account.PersonId;
            }

            return (long?)null;
        });
        await client.AddDirectAsync(userId, roomId, ct);
        return person;
    }

    /// <summary>
    /// Makes a room for two at the person's own gesture, without encryption, which the bot cannot read, and invites them; false where their
    /// server or they themselves let nobody invite them.
    /// </summary>
    /// <param name="first">Puts the first message into the outbox, in the transaction that keeps the room.</param>
    public async Task<bool> OpenAsync(string userId, long communityId, Func<BotDb, Task> first, CancellationToken ct)
    {
        if (await RestsAsync(ct))
        {
            return false;
        }

        try
        {
            // Not a "trusted" one, in which a slip of the finger could encrypt it for good, and an invite could not be taken back.
            var room = await client.CreateRoomAsync(new RoomCreate { Preset = RoomCreate.PrivateChat, IsDirect = true, Invite = [userId] }, ct);
            var isEncrypted = await client.GetStateAsync(room, EventTypes.Encryption, "", ct) is not null;
            await store.Writer.WriteAsync(scope => scope.Db.Doors.Where(d => d.Door == MatrixDoor.Name && d.IsPrivateClosed != isEncrypted)
                .ExecuteUpdateAsync(u => u.SetProperty(d => d.IsPrivateClosed, isEncrypted), ct));
            if (isEncrypted)
            {
                // The server makes every room an encrypted one: nothing can be said there, and nobody is to come into an empty room.
                await client.KickAsync(room, userId, ct);
                await client.LeaveAsync(room, ct);
                await RestAsync(communityId, ct);
                return false;
            }

            await client.AddDirectAsync(userId, room, ct);
            await store.Writer.WriteAsync(async scope =>
            {
                await scope.Db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.ExternalId == userId)
                    .ExecuteUpdateAsync(u => u.SetProperty(a => a.PrivateChannel, room).SetProperty(a => a.IsReachable, true), ct);
                await first(scope.Db);
                await scope.Db.SaveChangesAsync(ct);
            });
            return true;
        }
        catch (MatrixRateLimitException)
        {
            await RestAsync(communityId, ct);
            return false;
        }
        catch (MatrixException error) when (error.Code is MatrixErrors.Forbidden or MatrixErrors.InviteBlocked)
        {
            return false;
        }
    }

    private async Task<bool> RestsAsync(CancellationToken ct)
    {
        await using var db = store.Read();
        var now = time.GetUtcNow();
        return await db.Doors.AnyAsync(d => d.Door == MatrixDoor.Name && d.NoNewPrivateUntil > now, ct);
    }

    /// <summary>Makes no more rooms for a day, and tells who looks after the community once.</summary>
    private Task RestAsync(long communityId, CancellationToken ct) => store.Writer.WriteAsync(async scope =>
    {
        await Waiting.NoNewPrivateAsync(scope.Db, MatrixDoor.Name, communityId, time.GetUtcNow(), ct);
        await scope.Db.SaveChangesAsync(ct);
    });
}
