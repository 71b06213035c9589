using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unisson.Discord.Json;

namespace Unisson.Discord.Rest;

/// <summary>Discord's answer, read to its end; <see cref="Body"/> is pooled.</summary>
internal sealed class RestAnswer(HttpStatusCode status, PooledBuffer? body, LimitHeaders limits) : IDisposable
{
    private const int LargestBody = 16 << 20;

    public HttpStatusCode Status { get; } = status;

    public LimitHeaders Limits { get; } = limits;

    public bool Success => (int)Status is >= 200 and < 300;

    private PooledBuffer? Body { get; } = body;

    public static async Task<RestAnswer> ReadAsync(HttpResponseMessage response, bool limited, CancellationToken ct)
    {
        var limits = limited || response.StatusCode == HttpStatusCode.TooManyRequests ? LimitHeaders.Of(response.Headers) : default;
        if (response.StatusCode == HttpStatusCode.NoContent)
        {
            return new(response.StatusCode, null, limits);
        }

        var body = new PooledBuffer((int)Math.Clamp(response.Content.Headers.ContentLength ?? 4096, 256, LargestBody));
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            while (await stream.ReadAsync(body.GetMemory(), ct) is > 0 and var count)
            {
                body.Advance(count);
                if (body.Length > LargestBody)
                {
                    throw new HttpRequestException("The answer is larger than 16 MB.");
                }
            }

            return new(response.StatusCode, body, limits);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public T? Read<T>(JsonTypeInfo<T> type) => Body is null ? default : JsonSerializer.Deserialize(Body.Span, type);

    /// <summary>Discord's words of refusal; something else than JSON, as proxies send it, has none.</summary>
    public ErrorBody Error()
    {
        try
        {
            return Read(DiscordJson.Default.ErrorBody) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    public void Dispose() => Body?.Dispose();
}

/// <summary>What a refusal says (<c>code</c>, <c>message</c>, <c>errors</c>), and for 429 how long to wait.</summary>
internal sealed class ErrorBody
{
    public int Code { get; init; }

    public string? Message { get; init; }

    /// <summary>Seconds.</summary>
    public double? RetryAfter { get; init; }

    public bool Global { get; init; }

    public JsonElement? Errors { get; init; }
}

/// <summary>The limit headers of an answer; times in seconds on the wire.</summary>
internal readonly record struct LimitHeaders(string? Bucket, int Limit, int Remaining, TimeSpan ResetAfter, TimeSpan? RetryAfter, bool Global, bool Shared)
{
    public static LimitHeaders Of(HttpResponseHeaders headers)
    {
        var all = headers.NonValidated;
        return new(
            Text("X-RateLimit-Bucket"),
            (int)(Number("X-RateLimit-Limit") ?? 0),
            (int)(Number("X-RateLimit-Remaining") ?? 0),
            Seconds("X-RateLimit-Reset-After") ?? default,
            Seconds("Retry-After"),
            Text("X-RateLimit-Global") is not null || Text("X-RateLimit-Scope") == "global",
            Text("X-RateLimit-Scope") == "shared");

        string? Text(string name) => all.TryGetValues(name, out var values) ? values.ToString() : null;

        double? Number(string name) =>
            double.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? Math.Clamp(value, 0, int.MaxValue) : null;

        TimeSpan? Seconds(string name) => Number(name) is { } seconds ? TimeSpan.FromSeconds(seconds) : null;
    }
}

internal sealed record DmCreate(Snowflake RecipientId);
