using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Unisson.Discord.Stub.Rest;

/// <summary>Discord's rate limits: a bucket for each route and its main variable, and one over all.</summary>
internal sealed class RateLimits(TimeProvider time)
{
    private static readonly string[] Major = ["channel_id", "guild_id", "webhook_id", "webhook_token"];
    private readonly Dictionary<string, Limit> _byRoute = [];
    private readonly Dictionary<string, Window> _windows = [];
    private Limit? _global;
    private DateTimeOffset _closedUntil;

    /// <summary>Requests allowed on one route in a span, for each channel, server or webhook by itself.</summary>
    public void Set(string route, int count, TimeSpan per) => _byRoute[route] = new(count, per);

    /// <summary>Requests allowed over all routes; those of interactions do not count.</summary>
    public void SetGlobal(int count, TimeSpan per) => _global = new(count, per);

    /// <summary>Every request but those of interactions answers 429 with scope global for so long.</summary>
    public void CloseGlobally(TimeSpan span) => _closedUntil = time.GetUtcNow() + span;

    /// <summary>Counts a request and writes the headers; a wait if it was one too many.</summary>
    public (TimeSpan Wait, string Scope)? Take(RestCall call, IHeaderDictionary headers)
    {
        var now = time.GetUtcNow();
        if (!call.Route.Open && GlobalWait(now) is { } globalWait)
        {
            headers["X-RateLimit-Global"] = "true";
            return Refused(headers, globalWait, "global");
        }

        var limit = _byRoute.GetValueOrDefault(call.Route.Name, new Limit(1000, TimeSpan.FromSeconds(1)));
        var key = call.Route.Name + string.Join(',', Major.Select(m => call.PathValues.GetValueOrDefault(m)));
        var window = Count(key, limit, now);
        headers["X-RateLimit-Limit"] = Text(limit.Count);
        headers["X-RateLimit-Remaining"] = Text(Math.Max(0, limit.Count - window.Used));
        headers["X-RateLimit-Reset"] = Text((window.End - DateTimeOffset.UnixEpoch).TotalSeconds);
        headers["X-RateLimit-Reset-After"] = Text((window.End - now).TotalSeconds);
        headers["X-RateLimit-Bucket"] = BucketName(call.Route.Name);
        return window.Used > limit.Count ? Refused(headers, window.End - now, "user") : null;
    }

    private TimeSpan? GlobalWait(DateTimeOffset now)
    {
        if (now < _closedUntil)
        {
            return _closedUntil - now;
        }

        return _global is { } limit && Count("", limit, now) is var window && window.Used > limit.Count ? window.End - now : null;
    }

    private Window Count(string key, Limit limit, DateTimeOffset now)
    {
        var window = _windows.GetValueOrDefault(key);
        window = window.End <= now ? new(now + limit.Per, 1) : window with { Used = window.Used + 1 };
        return _windows[key] = window;
    }

    private static (TimeSpan, string) Refused(IHeaderDictionary headers, TimeSpan wait, string scope)
    {
        headers["X-RateLimit-Scope"] = scope;
        headers.RetryAfter = Text(Math.Ceiling(wait.TotalSeconds));
        return (wait, scope);
    }

    /// <summary>Discord's bucket names are opaque.</summary>
    private static string BucketName(string route) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(route)))[..32];

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private readonly record struct Limit(int Count, TimeSpan Per);

    private readonly record struct Window(DateTimeOffset End, int Used);
}
