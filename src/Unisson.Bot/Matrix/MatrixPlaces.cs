using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Doors;
using Unisson.Bot.Settings;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Matrix;

/// <summary>The community that a room belongs to.</summary>
/// <param name="Home">The space, or the room, that it began in: whoever looks after that looks after the community.</param>
/// <param name="IsSetUp">Whether somebody set it up; until then only that is done there.</param>
internal sealed record MatrixPlace(long CommunityId, string Home, bool IsSetUp);

/// <summary>Which community a room is: that of the space it is in, else its own.</summary>
internal sealed class MatrixPlaces(Store store, Rooms rooms, CommunitySettings defaults)
{
    private readonly Remembered<string, MatrixPlace> _known = new(store.Writer);

    /// <summary>The place of a room, made where it was never seen.</summary>
    public async ValueTask<MatrixPlace> OfAsync(Room room, CancellationToken ct)
        => _known.TryGet(room.Id, out var place) && place.IsSetUp ? place : await _known.LookAsync(room.Id, () => LookAsync(room, ct));

    /// <summary>The community last spoken of with somebody in private, else the one they came to last; null for somebody who is in none.</summary>
    public async Task<long?> OfPrivateAsync(string userId, CancellationToken ct)
    {
        await using var db = store.Read();
        var person = await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.ExternalId == userId).Select(a => new { a.PersonId, a.CommunityId }).FirstOrDefaultAsync(ct);
        return person?.CommunityId
            ?? (person is null ? null : await db.Memberships.Where(m => m.PersonId == person.PersonId && m.LeftAt == null).OrderByDescending(m => m.JoinedAt).Select(m => (long?)m.CommunityId).FirstOrDefaultAsync(ct));
    }

    /// <summary>Whether an account was ever seen in a community.</summary>
    public async Task<bool> KnowsAsync(string userId, CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Accounts.AnyAsync(a => a.Door == MatrixDoor.Name && a.ExternalId == userId, ct);
    }

    /// <summary>The bot is no longer in a room.</summary>
    public Task GoneAsync(string roomId, DateTimeOffset now, CancellationToken ct)
    {
        _known.Forget(roomId);
        return store.Writer.WriteAsync(scope => scope.Db.Installations.Where(i => i.Door == MatrixDoor.Name && i.ExternalId == roomId)
            .ExecuteUpdateAsync(u => u.SetProperty(i => i.RemovedAt, now), ct));
    }

    /// <summary>The community of a room, or of the person who speaks there alone; null where there is none.</summary>
    public async Task<long?> KnownAsync(string roomId, CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Installations.Where(i => i.Door == MatrixDoor.Name && i.ExternalId == roomId).Select(i => (long?)i.CommunityId).FirstOrDefaultAsync(ct)
            ?? await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.PrivateChannel == roomId).Select(a => a.CommunityId).FirstOrDefaultAsync(ct);
    }

    /// <summary>Moves what was in the room that this one takes the place of, where both say so; false where they do not.</summary>
    public async Task<bool> UpgradedAsync(Room room, CancellationToken ct)
    {
        if (room.Predecessor is not { } old || await rooms.OfAsync(old, ct) is not { ReplacedBy: { } next } || next != room.Id)
        {
            return false;
        }

        return await store.Writer.WriteAsync(async scope =>
        {
            var db = scope.Db;
            var moved = await db.Installations.Where(i => i.Door == MatrixDoor.Name && i.ExternalId == old).ExecuteUpdateAsync(u => u.SetProperty(i => i.ExternalId, room.Id), ct)
                + await db.Accounts.Where(a => a.Door == MatrixDoor.Name && a.PrivateChannel == old).ExecuteUpdateAsync(u => u.SetProperty(a => a.PrivateChannel, room.Id), ct);
            await db.Channels.Where(c => c.Door == MatrixDoor.Name && c.ExternalId == old).ExecuteUpdateAsync(u => u.SetProperty(c => c.ExternalId, room.Id), ct);
            await db.Reminders.Where(r => r.Door == MatrixDoor.Name && r.Channel == old).ExecuteUpdateAsync(u => u.SetProperty(r => r.Channel, room.Id), ct);
            await db.Outbox.Where(o => o.Door == MatrixDoor.Name && o.Channel == old && o.SentAt == null).ExecuteUpdateAsync(u => u.SetProperty(o => o.Channel, room.Id), ct);
            db.PlacesMoved = true;
            return moved > 0;
        });
    }

    private async Task<MatrixPlace> LookAsync(Room room, CancellationToken ct)
    {
        await using (var db = store.Read())
        {
            if (await FindAsync(db, room.Id, ct) is { } found)
            {
                return found;
            }
        }

        if (await UpgradedAsync(room, ct))
        {
            await using var moved = store.Read();
            return (await FindAsync(moved, room.Id, ct))!;
        }

        var space = await SpaceOfAsync(room.Id, ct);
        return await store.Writer.WriteAsync(async scope => await FindAsync(scope.Db, room.Id, ct) ?? await MakeAsync(scope.Db, room, space, ct));
    }

    /// <summary>A space of a known community that itself says that this room is in it; what the room says of spaces may be a lie.</summary>
    public async Task<string?> SpaceOfAsync(string roomId, CancellationToken ct)
    {
        List<string> known;
        await using (var db = store.Read())
        {
            known = await db.Installations.Where(i => i.Door == MatrixDoor.Name && i.RemovedAt == null).OrderBy(i => i.Id).Select(i => i.ExternalId).ToListAsync(ct);
        }

        foreach (var id in known)
        {
            if (await rooms.OfAsync(id, ct) is { } space && space.Children.Contains(roomId))
            {
                return id;
            }
        }

        return null;
    }

    private async Task<MatrixPlace> MakeAsync(BotDb db, Room room, string? space, CancellationToken ct)
    {
        var communityId = space is null ? 0 : await db.Installations.Where(i => i.Door == MatrixDoor.Name && i.ExternalId == space).Select(i => i.CommunityId).FirstAsync(ct);
        if (space is null)
        {
            var community = db.Communities.Add(new Community { Name = (room.Name ?? "Unisson").Cut(100), Language = defaults.Language, Zone = defaults.Zone }).Entity;
            await db.SaveChangesAsync(ct);
            communityId = community.Id;
        }

        db.Installations.Add(new Installation { Door = MatrixDoor.Name, ExternalId = room.Id, CommunityId = communityId });
        await db.SaveChangesAsync(ct);
        return (await FindAsync(db, room.Id, ct))!;
    }

    private static async Task<MatrixPlace?> FindAsync(BotDb db, string roomId, CancellationToken ct) => await (
        from i in db.Installations
        join c in db.Communities on i.CommunityId equals c.Id
        where i.Door == MatrixDoor.Name && i.ExternalId == roomId
        select new MatrixPlace(
            c.Id,
            db.Installations.Where(h => h.Door == MatrixDoor.Name && h.CommunityId == c.Id).OrderBy(h => h.Id).Select(h => h.ExternalId).First(),
            c.StartedAt != null)).FirstOrDefaultAsync(ct);
}
