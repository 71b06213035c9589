using System.Collections.Concurrent;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>The rooms that the bot is in: asked for once, then kept as the sync tells.</summary>
internal sealed class Rooms(MatrixClient client)
{
    private readonly ConcurrentDictionary<string, Room> _known = new(StringComparer.Ordinal);

    /// <summary>Null where the bot may not look.</summary>
    public async ValueTask<Room?> OfAsync(string roomId, CancellationToken ct)
    {
        if (_known.TryGetValue(roomId, out var known))
        {
            return known;
        }

        try
        {
            var room = new Room(roomId);
            foreach (var state in await client.GetAllStateAsync(roomId, ct))
            {
                room.Take(new MatrixEvent(state));
            }

            if (!room.IsEncrypted && room.Predecessor is { } old && old != roomId && await OfAsync(old, ct) is { IsEncrypted: true })
            {
                // Once encrypted, always: the room that takes its place as well.
                room.BecomeEncrypted();
            }

            return _known.GetOrAdd(roomId, room);
        }
        catch (MatrixException error) when (error.Code is MatrixErrors.Forbidden or MatrixErrors.NotFound)
        {
            return null;
        }
    }

    /// <summary>Takes over what a batch says of a room that is known; one that is not is asked for when somebody speaks there.</summary>
    public void Take(JoinedRoom batch)
    {
        if (_known.TryGetValue(batch.RoomId, out var room))
        {
            foreach (var state in batch.StateNow)
            {
                room.Take(state);
            }
        }
    }

    /// <summary>The room of this name that the bot and this person are in, whatever its capitals and accents; null where there is none, or more than one.</summary>
    public async Task<string?> NamedAsync(string name, string userId, CancellationToken ct)
    {
        var folded = Fold.Of(name);
        var found = new List<string>();
        foreach (var id in await client.GetJoinedRoomsAsync(ct))
        {
            if (await OfAsync(id, ct) is { Name: { } called } room && room.Members.ContainsKey(userId) && Fold.Of(called.TrimStart('#')) == folded)
            {
                found.Add(id);
            }
        }

        return found is [var only] ? only : null;
    }

    public async Task<bool> IsInAsync(string userId, string roomId, CancellationToken ct) => await OfAsync(roomId, ct) is { } room && room.Members.ContainsKey(userId);

    /// <summary>The name of a room that is known; null where it has none.</summary>
    public string? NameOf(string roomId) => _known.TryGetValue(roomId, out var room) ? room.Name : null;

    public void Forget(string roomId) => _known.TryRemove(roomId, out _);
}
