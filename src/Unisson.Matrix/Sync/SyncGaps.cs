using Microsoft.Extensions.Logging;

namespace Unisson.Matrix;

/// <summary>Fetches what limited timelines left out.</summary>
internal sealed partial class SyncGaps(MatrixClient client, ILogger logger)
{
    /// <summary>Events of a gap that are fetched; older ones are left out, and logged.</summary>
    public const int Most = Pages * PageSize;

    private const int Pages = 50, PageSize = 100;

    /// <summary>Puts before each timeline what was left out between the batch before and this one.</summary>
    public async Task FillAsync(SyncBatch batch, CancellationToken ct)
    {
        if (batch.Since is not { } since)
        {
            return;
        }

        foreach (var room in batch.Joined.Where(r => r is { IsLimited: true, PrevBatch: not null }))
        {
            var missed = new List<MatrixEvent>();
            try
            {
                await FetchAsync(batch, room, since, missed, ct);
            }
            catch (MatrixException error) when ((int)error.Status is >= 400 and < 500 && error is not (MatrixUnauthorizedException or MatrixRateLimitException))
            {
                // It will be refused the next time too, and the other rooms cannot wait for that.
                LogUnseen(room.RoomId, (int)error.Status, error.Code);
            }

            var there = room.Timeline.Select(e => e.EventId).OfType<string>().ToHashSet(StringComparer.Ordinal);
            missed.Reverse();
            room.Timeline = [.. missed.Where(e => e.EventId is not { } id || there.Add(id)), .. room.Timeline];
        }
    }

    /// <summary>What was left out before a timeline, newest first.</summary>
    private async Task FetchAsync(SyncBatch batch, JoinedRoom room, string since, List<MatrixEvent> missed, CancellationToken ct)
    {
        var from = room.PrevBatch;
        for (var pages = 0; from is not null; pages++)
        {
            if (pages == Pages)
            {
                LogTooFar(room.RoomId);
                return;
            }

            var page = await client.GetMessagesAsync(room.RoomId, from, since, backwards: true, PageSize, ct);
            batch.Keep(page);
            missed.AddRange(page.Events);
            from = page.Events.Count == 0 || page.Next == from ? null : page.Next;
        }
    }

    [LoggerMessage(LogLevel.Warning, "More was missed in {Room} than can be fetched; older events are left out")]
    private partial void LogTooFar(string room);

    [LoggerMessage(LogLevel.Warning, "What was missed in {Room} may not be fetched (status {Status} {Code}); it is left out")]
    private partial void LogUnseen(string room, int status, string code);
}
