using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Unisson.Discord.Json;

namespace Unisson.Discord.Rest;

/// <summary>
/// A route: what limits and logs know it by. <see cref="Bot"/> routes carry the token, have buckets and count for the global limit;
/// the others, interactions and their follow-ups, are answered for by the secret in their path.
/// </summary>
internal sealed record Route(HttpMethod Method, string Template, bool Bot = true)
{
    public string Name { get; } = $"{Method} {Template}";
}

/// <summary>One request to make. <see cref="Major"/> is the guild or channel that a bucket is counted by.</summary>
internal sealed class RestCall(Route route, string path, ulong major = 0) : IDisposable
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public Route Route { get; } = route;

    /// <summary>Path and query after the base address; it may hold a secret.</summary>
    public string Path { get; } = path;

    public ulong Major { get; } = major;

    public PooledBuffer? Json { get; private set; }

    public IReadOnlyList<FilePart>? Files { get; init; }

    /// <summary>Whether sending it twice does no more than sending it once.</summary>
    public bool Repeatable { get; init; } = route.Method != HttpMethod.Post;

    /// <summary>How long all tries together may take; null is the client's own longest wait.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>The code that means "an earlier try of mine had come through".</summary>
    public int DoneCode { get; init; }

    public RestCall With<T>(T body, JsonTypeInfo<T> type)
    {
        JsonSerializer.Serialize(Writer(), body, type);
        return this;
    }

    public RestCall With<T>(T body, Action<Utf8JsonWriter, T> write)
    {
        var writer = Writer();
        write(writer, body);
        writer.Flush();
        return this;
    }

    public void Dispose() => Json?.Dispose();

    public HttpContent? Content() => (Json, Files) switch
    {
        (null, _) => null,
        ({ } json, null or []) => new JsonContent(json),
        ({ } json, { } files) => Multipart(json, files),
    };

    private static MultipartFormDataContent Multipart(PooledBuffer json, IReadOnlyList<FilePart> files)
    {
        var whole = new MultipartFormDataContent { { new JsonContent(json), "payload_json" } };
        for (var place = 0; place < files.Count; place++)
        {
            var part = new ReadOnlyMemoryContent(files[place].Bytes);
            part.Headers.TryAddWithoutValidation("Content-Type", files[place].ContentType);
            whole.Add(part, $"files[{place}]", files[place].Name);
        }

        return whole;
    }

    private Utf8JsonWriter Writer()
    {
        Json = new PooledBuffer();
        _writer ??= new(Json, DiscordJson.Writing);
        _writer.Reset(Json);
        return _writer;
    }
}
