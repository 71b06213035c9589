using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace Unisson.Matrix.Rest;

/// <summary>
/// Sends calls: waits as long as the homeserver asks, repeats what failed where a repeat is safe, renews the session once when its token was
/// refused, and turns refusals into exceptions.
/// </summary>
internal sealed partial class MatrixSender(HttpMessageInvoker http, MatrixOptions options, TimeProvider time, ILogger logger) : IDisposable
{
    private const int MostFailures = 5;

    private static readonly TimeSpan OneTry = TimeSpan.FromSeconds(20);

    // Paths are made of escaped text: there is nothing to normalise.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _base = options.Homeserver.AbsoluteUri.TrimEnd('/');
    private readonly CancellationTokenSource _over = new();

    /// <summary>The token that goes along.</summary>
    public string? Token { get; set; }

    /// <summary>Renews the session whose token was refused; false when that is not possible. Told the token, the code, and whether the device stays.</summary>
    public Func<string, bool, CancellationToken, Task<bool>>? Renew { get; set; }

    /// <summary>Cancelled when the session is over for good: nothing is sent any more.</summary>
    public CancellationToken Over => _over.Token;

    /// <summary>Whether a 401 with that code does: not what a proxy says, and not of an account that is locked, as it may be unlocked ("Account locking").</summary>
    public static bool EndsSession(string? code) => code is { Length: > 0 } and not MatrixErrors.UserLocked;

    public void Dispose()
    {
        http.Dispose();
        _over.Dispose();
    }

    /// <summary>The answer to a call that succeeded.</summary>
    /// <exception cref="MatrixException">The homeserver refused it, or none of the tries was answered.</exception>
    public async Task<MatrixAnswer> SendAsync(MatrixCall call, CancellationToken ct)
    {
        var deadline = time.GetUtcNow() + options.LongestWait;
        for (var (attempt, renewed) = (1, false); ; attempt++)
        {
            if (_over.IsCancellationRequested && !call.Route.Open)
            {
                throw new MatrixUnauthorizedException(MatrixErrors.UnknownToken, call.Route.Name);
            }

            var token = Token;
            var (answer, failure) = await TryAsync(call, token, attempt, ct);
            if (answer is { IsSuccess: true })
            {
                return answer;
            }

            var refusal = answer?.Refusal();
            answer?.Dispose();
            if (answer?.Status == HttpStatusCode.Unauthorized && !call.Route.Open && EndsSession(refusal!.Errcode))
            {
                renewed = !renewed && await RenewedAsync(token, refusal!, call, ct) ? true : throw Ended(refusal!, call);
                continue;
            }

            var (wait, error) = answer is null ? AfterSilence(call, attempt, failure!) : AfterRefusal(call, attempt, answer, refusal!, token);
            if (wait is not { } pause || call.Once || (call.LimitedAtOnce && error is MatrixRateLimitException) || time.GetUtcNow() + pause > deadline)
            {
                throw error;
            }

            await Task.Delay(pause, time, ct);
        }
    }

    private async Task<bool> RenewedAsync(string? token, ErrorBody refusal, MatrixCall call, CancellationToken ct)
    {
        if (Token != token)
        {
            return true; // Another call renewed it meanwhile.
        }

        return Renew is { } renew && token is not null && await renew(token, refusal.SoftLogout == true, ct);
    }

    private MatrixUnauthorizedException Ended(ErrorBody refusal, MatrixCall call)
    {
        _over.Cancel();
        return new MatrixUnauthorizedException(refusal.Errcode ?? "", call.Route.Name);
    }

    /// <summary>One try; no answer where none came.</summary>
    private async Task<(MatrixAnswer? Answer, Exception? Failure)> TryAsync(MatrixCall call, string? token, int attempt, CancellationToken ct)
    {
        var started = time.GetTimestamp();
        MatrixAnswer? answer = null;
        Exception? failure = null;
        try
        {
            using var end = new CancellationTokenSource(call.Within ?? OneTry, time);
            await using var stopping = ct.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), end);
            using var request = Request(call, token);
            using var response = await http.SendAsync(request, end.Token);
            answer = await MatrixAnswer.ReadAsync(response, call.MostBytes, end.Token);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(ct);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // Its message may hold the address, and the address an id.
            LogNoAnswer(call.Route.Method.Method, call.Route.Template, e.GetType().Name);
            failure = e;
        }

        var (status, duration) = (answer is null ? 0 : (int)answer.Status, time.GetElapsedTime(started));
        options.Sent?.Invoke(new(call.Route.Method.Method, call.Route.Template, status, duration, attempt));
        LogSent(call.Route.Method.Method, call.Route.Template, status, duration.TotalMilliseconds, attempt);
        return (answer, failure);
    }

    private HttpRequestMessage Request(MatrixCall call, string? token)
    {
        var request = new HttpRequestMessage(call.Route.Method, new Uri(_base + call.Path, AsWritten))
        {
            Content = call.Content(),
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        };
        request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
        if (!call.Route.Open && token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        return request;
    }

    private static (TimeSpan? Wait, MatrixException Error) AfterSilence(MatrixCall call, int attempt, Exception failure)
    {
        var unsent = failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError };
        var tooLong = failure is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
        var error = new MatrixException(default, tooLong ? MatrixErrors.TooLarge : "", tooLong ? "The homeserver's answer is too long." : "The homeserver gave no answer.", call.Route.Name, failure);
        return (!tooLong && (call.Repeatable || unsent) && attempt < MostFailures ? Pause.AfterFailure(attempt) : null, error);
    }

    private (TimeSpan? Wait, MatrixException Error) AfterRefusal(MatrixCall call, int attempt, MatrixAnswer answer, ErrorBody refusal, string? token)
    {
        // What stands before a homeserver may show what it was asked, and logins carry secrets.
        var told = call.Route.Open || (token is not null && refusal.Error?.Contains(token, StringComparison.Ordinal) == true) ? null : refusal.Error;
        if (answer.Status == HttpStatusCode.TooManyRequests)
        {
            var wait = Pause.OfLimit(answer, refusal, time.GetUtcNow());
            return (wait, new MatrixRateLimitException(told ?? "Too many requests.", call.Route.Name, wait));
        }

        var status = (int)answer.Status;
        var error = new MatrixException(answer.Status, refusal.Errcode ?? "", told ?? $"The homeserver answered {status}.", call.Route.Name);
        return (status >= 500 && call.Repeatable && attempt < MostFailures ? Pause.AfterFailure(attempt) : null, error);
    }

    [LoggerMessage(LogLevel.Debug, "{Method} {Route}: {Status} in {Milliseconds} ms, try {Attempt}")]
    private partial void LogSent(string method, string route, int status, double milliseconds, int attempt);

    [LoggerMessage(LogLevel.Warning, "{Method} {Route}: no answer ({Failure})")]
    private partial void LogNoAnswer(string method, string route, string failure);
}
