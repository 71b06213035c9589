using System.Text.Json;

namespace Unisson.Matrix.Homeservers;

/// <summary>What a person sees.</summary>
public sealed partial class MatrixPerson
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The highest limit that Synapse allows by default.</summary>
    private static readonly string Filter = Uri.EscapeDataString("""{"room":{"timeline":{"limit":100}}}""");

    private static readonly string[] Parts = ["invite_state", "timeline", "ephemeral"];

    private readonly List<MatrixEvent> _seen = [];
    private string? _since;

    /// <summary>
    /// Waits for an event, by <c>/sync</c>. Each event is given once: the oldest one that fits and was not yet given.
    /// Events come from timelines, invitations and typing notices; at most 100 of a room between two waits.
    /// Not for two waits at once.
    /// </summary>
    /// <param name="patience">20 s unless told.</param>
    /// <exception cref="TimeoutException">No such event came; those seen instead are told.</exception>
    public async Task<MatrixEvent> WaitForAsync(Func<MatrixEvent, bool> fits, TimeSpan? patience = null)
    {
        var time = patience ?? Patience;
        var start = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (_seen.FirstOrDefault(fits) is { } found)
            {
                _seen.Remove(found);
                return found;
            }

            var left = time - TimeProvider.System.GetElapsedTime(start);
            if (left <= TimeSpan.Zero)
            {
                throw new TimeoutException($"{UserId} waited {time.TotalSeconds} s in vain. Seen:\n{string.Join('\n', _seen.TakeLast(20).Select(seen => seen.Json.ToString()))}");
            }

            await SyncAsync(left);
        }
    }

    /// <summary>A message with this text in this room, from somebody else.</summary>
    public Task<MatrixEvent> WaitForTextAsync(string roomId, string body)
        => WaitForAsync(seen => seen.RoomId == roomId && seen.Type is "m.room.message" && seen.Sender != UserId && seen.Body == body);

    /// <summary>An invitation from this user.</summary>
    /// <returns>The room id.</returns>
    public async Task<string> WaitForInviteAsync(string fromUserId)
        => (await WaitForAsync(seen => seen.Membership is "invite" && seen.Type is "m.room.member" && seen.StateKey == UserId && seen.Sender == fromUserId)).RoomId;

    /// <summary>What came up to now and was not given yet; waits for nothing. To show that something did not happen, let something later happen first.</summary>
    public async Task<IReadOnlyList<MatrixEvent>> SeenAsync()
    {
        await SyncAsync(TimeSpan.Zero);
        return [.. _seen];
    }

    private async Task SyncAsync(TimeSpan timeout)
    {
        var since = _since is null ? "" : $"&since={Uri.EscapeDataString(_since)}";
        var answer = await AskAsync(HttpMethod.Get, $"v3/sync?timeout={(int)timeout.TotalMilliseconds}&filter={Filter}{since}");
        _since = answer.Text("next_batch");
        if (!answer.Json.TryGetProperty("rooms", out var rooms))
        {
            return;
        }

        _seen.AddRange(
            from membership in rooms.EnumerateObject()
            from room in membership.Value.EnumerateObject()
            from part in Parts
            where room.Value.TryGetProperty(part, out _)
            from json in room.Value.GetProperty(part).GetProperty("events").EnumerateArray()
            select new MatrixEvent(room.Name, membership.Name, json));
    }
}
