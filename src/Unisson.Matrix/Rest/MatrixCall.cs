using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Unisson.Matrix.Rest;

/// <summary>A route as logs know it.</summary>
/// <param name="Open">Asked without a session: no token goes along.</param>
internal sealed record Route(HttpMethod Method, string Template, bool Open = false)
{
    public string Name { get; } = $"{Method} {Template}";
}

/// <summary>One request to make.</summary>
/// <param name="path">Path and query after the homeserver's address, escaped.</param>
internal sealed class MatrixCall(Route route, string path)
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    private ReadOnlyMemory<byte>? _body;
    private MediaTypeHeaderValue? _type;

    public Route Route { get; } = route;

    public string Path { get; } = path;

    /// <summary>Whether sending it twice does no more than sending it once: reads, and whatever carries an id of ours.</summary>
    public bool Repeatable { get; init; } = route.Method != HttpMethod.Post;

    /// <summary>How long one try may take; null is the sender's own patience.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Most bytes that an answer may have.</summary>
    public int MostBytes { get; init; } = 128 << 20;

    /// <summary>One try only: the caller has a rhythm of its own.</summary>
    public bool Once { get; init; }

    /// <summary>A 429 comes out at once: the caller has an order of its own.</summary>
    public bool LimitedAtOnce { get; init; }

    public MatrixCall With<T>(T body, JsonTypeInfo<T> type)
    {
        (_body, _type) = (JsonSerializer.SerializeToUtf8Bytes(body, type), JsonType);
        return this;
    }

    public MatrixCall With(ReadOnlyMemory<byte> bytes, string contentType)
    {
        (_body, _type) = (bytes, MediaTypeHeaderValue.Parse(contentType));
        return this;
    }

    public HttpContent? Content() => _body is not { } body ? null : new ReadOnlyMemoryContent(body) { Headers = { ContentType = _type } };
}
