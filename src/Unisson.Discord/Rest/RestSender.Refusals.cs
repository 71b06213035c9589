using System.Net;

namespace Unisson.Discord.Rest;

/// <summary>What follows when a try did not succeed: a wait before the next one, or the end.</summary>
internal sealed partial class RestSender
{
    /// <summary>No answer came: unless it never left, the request may have been carried out or not.</summary>
    private static TimeSpan? AfterSilence(RestCall call, Progress progress)
    {
        progress.Failure = new DiscordException("Discord gave no answer.", call.Route.Name, null);
        return AfterFailure(call, progress);
    }

    private TimeSpan? AfterRefusal(RestCall call, RestAnswer answer, Progress progress)
    {
        progress.Unsent = false;
        var error = answer.Error();
        var status = (int)answer.Status;
        if (status == 429)
        {
            return AfterLimit(call, answer, error, progress);
        }

        if (progress.Uncertain && ((call.DoneCode != 0 && error.Code == call.DoneCode) || (status == 404 && call.Route.Method == HttpMethod.Delete)))
        {
            return null;
        }

        progress.Failure = new DiscordException(answer.Status, error.Code, error.Message ?? $"Discord answered {status}.", call.Route.Name, error.Errors?.GetRawText());
        if (status is 401 or 403)
        {
            _invalid.Add();
        }

        if (status == 401 && call.Route.Bot)
        {
            _refused.Cancel();
            throw new DiscordUnauthorizedException(call.Route.Name);
        }

        return status >= 500 ? AfterFailure(call, progress) : throw progress.Failure;
    }

    /// <summary>Back-off from a quarter of a second, doubled each time, with half of it left to chance.</summary>
    private static TimeSpan AfterFailure(RestCall call, Progress progress)
    {
        progress.Uncertain |= !progress.Unsent;
        if ((!call.Repeatable && !progress.Unsent) || ++progress.Failures >= MostFailures)
        {
            throw progress.Failure!;
        }

        return TimeSpan.FromMilliseconds(250 * (1 << (progress.Failures - 1)) * (0.5 + (Random.Shared.NextDouble() / 2)));
    }

    private TimeSpan AfterLimit(RestCall call, RestAnswer answer, ErrorBody error, Progress progress)
    {
        var wait = error.RetryAfter is > 0 and < 1e7 and var seconds ? TimeSpan.FromSeconds(seconds) : answer.Limits.RetryAfter ?? TimeSpan.FromSeconds(1);
        if (!answer.Limits.Shared)
        {
            _invalid.Add();
        }

        var global = error.Global || answer.Limits.Global;
        if (call.Route.Bot)
        {
            _limits.Block(call, global, wait);
        }

        LogLimited(call.Route.Method.Method, call.Route.Template, wait.TotalSeconds, global);
        progress.Failure = new DiscordRateLimitException(HttpStatusCode.TooManyRequests, error.Code, error.Message ?? "Discord asks to wait.", call.Route.Name, wait);
        return wait;
    }

    [Microsoft.Extensions.Logging.LoggerMessage(Microsoft.Extensions.Logging.LogLevel.Warning, "{Method} {Route}: 429, {Seconds} s, global: {Global}")]
    private partial void LogLimited(string method, string route, double seconds, bool global);
}
