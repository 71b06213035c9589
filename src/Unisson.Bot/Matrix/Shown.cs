using System.Collections.Concurrent;
using System.Text.Json;
using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>Messages of the bot that offer gestures. They hold their codes themselves, so that nothing of them is stored here.</summary>
internal sealed class Shown(MatrixClient client, Func<string> me)
{
    private const int Recent = 30;

    private readonly ConcurrentDictionary<string, string> _last = new(StringComparer.Ordinal);

    /// <summary>A message with gestures was shown in a room.</summary>
    public void Is(string roomId, string eventId) => _last[roomId] = eventId;

    /// <summary>The last message with gestures in a room; null where the last ones have none.</summary>
    public async Task<string?> LastAsync(string roomId, CancellationToken ct)
    {
        if (_last.TryGetValue(roomId, out var known))
        {
            return known;
        }

        using var page = await client.GetMessagesAsync(roomId, null, null, backwards: true, Recent, ct);
        var last = page.Events.FirstOrDefault(e => e.Sender == me() && e.RelationType != RelationTypes.Replace && e.Content.Texts(Messages.Codes).Any()).EventId;
        return last is null ? null : _last.GetOrAdd(roomId, last);
    }

    /// <summary>The codes that a message offers as it stands now, its newest edit included; none where it is not the bot's.</summary>
    public async Task<IReadOnlyList<string>> CodesAsync(string roomId, string eventId, CancellationToken ct)
    {
        if (await client.GetEventAsync(roomId, eventId, ct) is not { } json || new MatrixEvent(json) is var shown && shown.Sender != me())
        {
            return [];
        }

        using var edits = await client.GetRelationsAsync(roomId, eventId, RelationTypes.Replace, null, ct);
        var newest = edits.Events.FirstOrDefault(e => e.Sender == me());
        return [.. (newest.EventId is null ? new MatrixEvent(json).Content : newest.Content.Part("m.new_content")).Texts(Messages.Codes)];
    }
}
