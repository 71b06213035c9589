using System.Net;
using Unisson.Discord.Json;

namespace Unisson.Discord.Rest;

/// <summary>JSON out of a pooled buffer, which its owner gives back once nobody sends it any more.</summary>
internal sealed class JsonContent : HttpContent
{
    private readonly PooledBuffer _json;

    public JsonContent(PooledBuffer json)
    {
        _json = json;
        Headers.TryAddWithoutValidation("Content-Type", "application/json");
        Headers.ContentLength = json.Length;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, default);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        // A connection that is being given up may still read: then the array is left to the collector.
        _json.Lend();
        await stream.WriteAsync(_json.Memory, cancellationToken);
        _json.GiveBack();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _json.Length;
        return true;
    }
}
