using System.Net;
using Microsoft.Extensions.Logging;

namespace Unisson.Matrix;

/// <summary>
/// The loop of syncs: goes on where it stopped, fills gaps, survives a homeserver that is away, loses nothing, because a batch that was not
/// handled is asked for again, and doubles nothing, because it remembers the events that were handled last.
/// </summary>
/// <param name="handle">
/// Does something about a batch, and stores its <see cref="SyncBatch.NextBatch"/> together with that. The next one comes when this is done; one
/// whose handling threw comes again.
/// </param>
public sealed partial class MatrixSync(MatrixClient client, Func<SyncBatch, CancellationToken, Task> handle, ILogger<MatrixSync> logger, TimeProvider? time = null)
{
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(30), FirstPause = TimeSpan.FromMilliseconds(250), LongestPause = TimeSpan.FromSeconds(30), LongestLimit = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly HandledEvents _handled = new(SyncGaps.Most);
    private readonly SyncGaps _gaps = new(client, logger);

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
            TimeSpan? told = null;
            try
            {
                stateAfter |= filter is null && (await client.GetVersionsAsync(ct)).Speaks(1, 16);
                filter ??= await client.CreateFilterAsync(new SyncFilter(), ct);
                using var batch = await client.SyncAsync(since, filter, stateAfter, Wait, ct);
                if (batch.NextBatch != since || batch.IsEmpty)
                {
                    await _gaps.FillAsync(batch, ct);
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
                if (error.Code == MatrixErrors.Unknown && since is not null)
                {
                    LogForgotten();
                    since = null;
                }
                else
                {
                    LogAway((int)error.Status, error.Route);
                }
            }
            catch (MatrixRateLimitException limit) when (limit.Route == MatrixClient.SyncRoute.Name)
            {
                told = limit.RetryAfter < LongestLimit ? limit.RetryAfter : LongestLimit;
            }
            catch (MatrixException error) when (error is not MatrixUnauthorizedException)
            {
                LogAway((int)error.Status, error.Route);
            }
            catch (Exception error) when (error is not MatrixException && !(error is OperationCanceledException && ct.IsCancellationRequested))
            {
                LogUnhandled(error);
            }

            await Task.Delay((told ?? pause) * (1 + (Random.Shared.NextDouble() / 4)), _time, ct);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The homeserver does not know where the sync stopped; it begins anew")]
    private partial void LogForgotten();

    [LoggerMessage(LogLevel.Warning, "The homeserver does not answer (status {Status}, {Route}); it is asked again")]
    private partial void LogAway(int status, string route);

    [LoggerMessage(LogLevel.Error, "A batch could not be handled; it is asked for again")]
    private partial void LogUnhandled(Exception error);

    [LoggerMessage(LogLevel.Warning, "The homeserver repeated an answer; it is passed over")]
    private partial void LogRepeated();
}
