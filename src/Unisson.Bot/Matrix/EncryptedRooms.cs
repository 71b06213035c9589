using System.Collections.Concurrent;
using Unisson.Bot.Kernel;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Rooms that the bot cannot read: one sentence, ever, and to who wrote to it alone a room that it can read.</summary>
internal sealed class EncryptedRooms(MatrixParts parts)
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    public async Task AnswerAsync(Room room, string userId, CancellationToken ct)
    {
        if (!_told.TryAdd(room.Id, true))
        {
            return;
        }

        var isPrivate = room.IsPrivateWith(parts.Me);
        var say = await parts.SayInAsync(null, ct);

        // The same transaction id at each start: the homeserver makes one message of it.
        var sentence = parts.Messages.Of(new Reply(say[isPrivate ? "matrix.encrypted.private" : "matrix.encrypted"]));
        await parts.Order.SendAsync(Awaited.Now, () => parts.Client.SendMessageAsync(room.Id, $"encrypted{room.Id}", sentence, ct), ct);
        if (isPrivate && await parts.Places.OfPrivateAsync(userId, ct) is { } community && await parts.Private.OfAsync(userId, ct) is null)
        {
            await parts.Consent.OpenAsync(userId, community, ct);
        }
    }
}
