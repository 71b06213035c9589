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
    private readonly HandledEvents _handled = new(Pages * PageSize);

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
                if (batch.NextBatch != since || batch.IsEmpty)
                {
                    await FillAsync(batch, ct);
                    _handled.LeaveOut(batch);
                    await handle(batch, ct);
                    _handled.Add(batch);
                    (since, pause) = (batch.NextBatch, FirstPause);
                    continue;
                }

                // Where the stream did not move nothing can be new; a homeserver that goes on so is not asked without a pause.
                LogRepeated();
            }
            catch (MatrixException error) when (error.Status == HttpStatusCode.BadRequest && error.Route == MatrixClient.SyncRoute.Name)
            {
                // The homeserver has forgotten what was stored there, after a restore for example: the filter, or where the sync stopped, and
                // then it begins with what each room is now.
                filter = null;
                if (error.Code == MatrixErrors.Unknown)
                {
                    LogForgotten();
                    since = null;
                }
                else
                {
                    LogAway((int)error.Status, error.Route);
                }
            }
            catch (MatrixRateLimitException limit)
            {
                pause = limit.RetryAfter < LongestPause ? limit.RetryAfter : LongestPause;
            }
            catch (MatrixException error) when (error is not MatrixUnauthorizedException)
            {
                LogAway((int)error.Status, error.Route);
            }
            catch (Exception error) when (error is not MatrixException && !(error is OperationCanceledException && ct.IsCancellationRequested))
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

    [LoggerMessage(LogLevel.Warning, "The homeserver does not know where the sync stopped; it begins anew")]
    private partial void LogForgotten();

    [LoggerMessage(LogLevel.Warning, "The homeserver does not answer (status {Status}, {Route}); it is asked again")]
    private partial void LogAway(int status, string route);

    [LoggerMessage(LogLevel.Error, "A batch could not be handled; it is asked for again")]
    private partial void LogUnhandled(Exception error);

    [LoggerMessage(LogLevel.Warning, "More was missed in {Room} than can be fetched; older events are left out")]
    private partial void LogTooFar(string room);

    [LoggerMessage(LogLevel.Warning, "What was missed in {Room} may not be fetched (status {Status} {Code}); it is left out")]
    private partial void LogUnseen(string room, int status, string code);

    [LoggerMessage(LogLevel.Warning, "The homeserver repeated an answer; it is passed over")]
    private partial void LogRepeated();
}
