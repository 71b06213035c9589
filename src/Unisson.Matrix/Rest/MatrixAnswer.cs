using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unisson.Matrix.Json;

namespace Unisson.Matrix.Rest;

/// <summary>What a homeserver answered.</summary>
internal sealed class MatrixAnswer(HttpStatusCode status, byte[] body) : IDisposable
{
    private JsonDocument? _document;

    public HttpStatusCode Status { get; } = status;

    public bool IsSuccess => (int)Status is >= 200 and < 300;

    public ReadOnlyMemory<byte> Body { get; } = body;

    /// <summary>When a limit ends, as HTTP says it; Matrix's own <c>retry_after_ms</c> is in the body.</summary>
    public RetryConditionHeaderValue? RetryAfter { get; private init; }

    /// <exception cref="HttpRequestException">It broke off, or is longer than that.</exception>
    public static async Task<MatrixAnswer> ReadAsync(HttpResponseMessage response, int most, CancellationToken ct)
    {
        await response.Content.LoadIntoBufferAsync(most, ct);
        return new(response.StatusCode, await response.Content.ReadAsByteArrayAsync(ct)) { RetryAfter = response.Headers.RetryAfter };
    }

    /// <summary>As one shape.</summary>
    /// <exception cref="MatrixException">It has another.</exception>
    public T Read<T>(JsonTypeInfo<T> type, Route route)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(Body.Span, type) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw Unreadable(route, error);
        }
    }

    /// <summary>As it is; lives until this answer is disposed of.</summary>
    /// <exception cref="MatrixException">It is no JSON, or of another kind.</exception>
    public JsonElement Root(Route route, JsonValueKind kind = JsonValueKind.Object)
    {
        try
        {
            _document ??= JsonDocument.Parse(Body, MatrixJson.Reading);
            return _document.RootElement.ValueKind == kind ? _document.RootElement : throw new JsonException("another kind");
        }
        catch (JsonException error)
        {
            throw Unreadable(route, error);
        }
    }

    /// <summary>What is said in a refusal; empty where a proxy answered in the homeserver's place.</summary>
    public ErrorBody Refusal()
    {
        try
        {
            using var json = JsonDocument.Parse(Body, MatrixJson.Reading);
            var root = json.RootElement;
            return new ErrorBody(root.Text("errcode"), root.Text("error"), root.Number("retry_after_ms"), root.Truth("soft_logout"));
        }
        catch (JsonException)
        {
            return new ErrorBody(null, null, null, null);
        }
    }

    public void Dispose() => _document?.Dispose();

    private MatrixException Unreadable(Route route, JsonException error) => new(Status, "", "The homeserver's answer is not what the specification says.", route.Name, error);
}
