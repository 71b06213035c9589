using System.Net;
using Microsoft.Extensions.Logging;

namespace Unisson.Discord.Rest;

/// <summary>Sends calls: waits for limits, repeats what failed where a repeat is safe, and turns refusals into exceptions.</summary>
internal sealed partial class RestSender(HttpMessageInvoker http, DiscordOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private const int MostFailures = 5;

    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(10);

    // Paths are made of numbers and escaped text: there is nothing to normalise.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _base = options.ApiBaseUrl.AbsoluteUri.TrimEnd('/');
    private readonly string _authorization = "Bot " + options.Token;
    private readonly RateLimits _limits = new(time, options.GlobalLimit);
    private readonly InvalidRequests _invalid = new(time);

    private readonly CancellationTokenSource _refused = new();

    /// <summary>Cancelled when the token was refused: nothing is sent any more.</summary>
    public CancellationToken Refused => _refused.Token;

    public void Dispose()
    {
        http.Dispose();
        _refused.Dispose();
    }

    /// <summary>The answer to a call that succeeded; null when an earlier try of it had.</summary>
    public async Task<RestAnswer?> SendAsync(RestCall call, CancellationToken ct)
    {
        using var owned = call;
        var deadline = time.GetUtcNow() + (call.Within ?? options.LongestWait);
        var progress = new Progress();
        while (true)
        {
            RefuseIfClosed(call);
            var answer = await TryAsync(call, progress, deadline, ct);
            if (answer is { Success: true })
            {
                return answer;
            }

            using (answer)
            {
                var wait = answer is null ? AfterSilence(call, progress) : AfterRefusal(call, answer, progress);
                if (wait is null)
                {
                    return null;
                }

                if (time.GetUtcNow() + wait > deadline)
                {
                    throw progress.Failure!;
                }

                await Task.Delay(wait.Value, time, ct);
            }
        }
    }

    private void RefuseIfClosed(RestCall call)
    {
        if (_refused.IsCancellationRequested)
        {
            throw new DiscordUnauthorizedException(call.Route.Name);
        }

        if (_invalid.Closed() is { Ticks: > 0 } wait)
        {
            throw new DiscordRateLimitException(HttpStatusCode.TooManyRequests, 0, "Too many requests were refused; Discord would ban this address.", call.Route.Name, wait);
        }
    }

    /// <summary>One try; null when no answer came.</summary>
    private async Task<RestAnswer?> TryAsync(RestCall call, Progress progress, DateTimeOffset deadline, CancellationToken ct)
    {
        var bucket = call.Route.Bot ? await _limits.EnterAsync(call, deadline, ct) : null;
        var started = time.GetTimestamp();
        RestAnswer? answer = null;
        DateTimeOffset? date = null;
        progress.Attempt++;
        try
        {
            using var end = new CancellationTokenSource(call.Within ?? OneTry, time);
            await using var stopping = ct.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), end);
            using var request = Request(call);
            using var response = await http.SendAsync(request, end.Token);
            date = options.Sent is null ? null : response.Headers.Date;
            answer = await RestAnswer.ReadAsync(response, call.Route.Bot, end.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            progress.Unsent = e is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };
            // Its message may hold the address, and the address a secret.
            LogNoAnswer(call.Route.Method.Method, call.Route.Template, e.GetType().Name);
        }
        finally
        {
            if (bucket is not null)
            {
                _limits.Told(call, bucket, answer);
            }

            Report(call, answer is null ? 0 : (int)answer.Status, time.GetElapsedTime(started), progress.Attempt, date);
        }

        return answer;
    }

    private HttpRequestMessage Request(RestCall call)
    {
        var request = new HttpRequestMessage(call.Route.Method, new Uri(_base + call.Path, AsWritten))
        {
            Content = call.Content(),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (call.Route.Bot)
        {
            request.Headers.TryAddWithoutValidation("Authorization", _authorization);
        }

        return request;
    }

    private void Report(RestCall call, int status, TimeSpan duration, int attempt, DateTimeOffset? date)
    {
        options.Sent?.Invoke(new(call.Route.Method.Method, call.Route.Template, status, duration, attempt) { Date = date });
        LogSent(call.Route.Method.Method, call.Route.Template, status, duration.TotalMilliseconds, attempt);
    }

    [LoggerMessage(LogLevel.Debug, "{Method} {Route}: {Status} in {Milliseconds} ms, try {Attempt}")]
    private partial void LogSent(string method, string route, int status, double milliseconds, int attempt);

    [LoggerMessage(LogLevel.Warning, "{Method} {Route}: no answer ({Failure})")]
    private partial void LogNoAnswer(string method, string route, string failure);

    /// <summary>What the tries of one call have come to.</summary>
    private sealed class Progress
    {
        public int Attempt { get; set; }

        public int Failures { get; set; }

        /// <summary>The last try never reached Discord.</summary>
        public bool Unsent { get; set; }

        /// <summary>A try may have come through unseen.</summary>
        public bool Uncertain { get; set; }

        public DiscordException? Failure { get; set; }
    }
}
