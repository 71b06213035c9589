using System.Net;
using Microsoft.Extensions.Logging;

namespace Unisson.Matrix;

/// <summary>
/// The loop of syncs: goes on where it stopped, fills gaps, survives a homeserver that is away, and loses nothing, because a batch that was not
/// handled is asked for again.
/// </summary>
/// <param name="handle">
/// Does something about a batch, and stores its <see cref="SyncBatch.NextBatch"/> together with that. The next one comes when this is done; one
/// whose handling threw comes again.
/// </param>
public sealed partial class MatrixSync(MatrixClient client, Func<SyncBatch, CancellationToken, Task> handle, ILogger<MatrixSync> logger, TimeProvider? time = null)
{
    /// <summary>Of a gap; older events of it are left out, and logged.</summary>
    private const int Pages = 50, PageSize = 100;

    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30), FirstPause = TimeSpan.FromMilliseconds(250), LongestPause = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time ?? TimeProvider.System;

    /// <summary>Runs until it is told to stop.</summary>
    /// <param name="since">Where it stopped; null begins anew.</param>
    /// <exception cref="MatrixUnauthorizedException">The session is over.</exception>
    public async Task RunAsync(string? since, CancellationToken ct)
    {
        string? filter = null;
        var stateAfter = false;
        var pause = FirstPause;
        while (true)
        {
            try
            {
                stateAfter |= filter is null && (await client.GetVersionsAsync(ct)).Speaks(1, 16);
                filter ??= await client.CreateFilterAsync(new SyncFilter(), ct);
                using var batch = await client.SyncAsync(since, filter, stateAfter, Wait, ct);
                await FillAsync(batch, ct);
                await handle(batch, ct);
                (since, pause) = (batch.NextBatch, FirstPause);
                continue;
            }
            catch (MatrixException error) when (since is not null && error is { Status: HttpStatusCode.BadRequest, Code: MatrixErrors.Unknown })
            {
                // The homeserver knows the token no more, after a restore for example: what each room is now, and no harm done.
                LogForgotten();
                (since, filter) = (null, null);
            }
            catch (MatrixRateLimitException limit)
            {
                pause = limit.RetryAfter < LongestPause ? limit.RetryAfter : LongestPause;
            }
            catch (MatrixException error) when (error is not MatrixUnauthorizedException)
            {
                LogAway((int)error.Status, error.Route);
            }
            catch (Exception error) when (error is not (OperationCanceledException or MatrixException))
            {
                LogUnhandled(error);
            }

            await Task.Delay(pause * (0.75 + (Random.Shared.NextDouble() / 2)), _time, ct);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Puts before each timeline what was left out between the batch before and this one.</summary>
    private async Task FillAsync(SyncBatch batch, CancellationToken ct)
    {
        if (batch.Since is not { } since)
        {
            return;
        }

        foreach (var room in batch.Joined.Where(r => r is { IsLimited: true, PrevBatch: not null }))
        {
            var missed = new List<MatrixEvent>();
            var from = room.PrevBatch;
            for (var pages = 0; from is not null; pages++)
            {
                if (pages == Pages)
                {
                    LogTooFar(room.RoomId);
                    break;
                }

                var page = await client.GetMessagesAsync(room.RoomId, from, since, backwards: true, PageSize, ct);
                batch.Keep(page);
                missed.AddRange(page.Events);
                from = page.Events.Count == 0 || page.Next == from ? null : page.Next;
            }

            var there = room.Timeline.Select(e => e.EventId).ToHashSet(StringComparer.Ordinal);
            missed.Reverse();
            room.Timeline = [.. missed.Where(e => !there.Contains(e.EventId)), .. room.Timeline];
        }
    }

    [LoggerMessage(LogLevel.Warning, "The homeserver does not know where the sync stopped; it begins anew")]
    private partial void LogForgotten();

    [LoggerMessage(LogLevel.Warning, "The homeserver does not answer (status {Status}, {Route}); it is asked again")]
    private partial void LogAway(int status, string route);

    [LoggerMessage(LogLevel.Error, "A batch could not be handled; it is asked for again")]
    private partial void LogUnhandled(Exception error);

    [LoggerMessage(LogLevel.Warning, "More was missed in {Room} than can be fetched; older events are left out")]
    private partial void LogTooFar(string room);
}
