using System.Text;
using System.Text.Json.Serialization;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Files;

/// <summary>A file that goes with a reply.</summary>
/// <param name="Content">The whole of it as text; empty where it is written as a stream.</param>
public sealed record ReplyFile(string Name, string MediaType, string Content)
{
    /// <summary>Writes it, where it may be too large to be held; only with what reads, because it is not stored with an answer.</summary>
    [JsonIgnore]
    public FileStreaming? Streaming { get; init; }

    /// <summary>Its bytes where it is no text, or once a door took them from the stream; only with what reads, as with <see cref="Streaming"/>.</summary>
    [JsonIgnore]
    public ReadOnlyMemory<byte>? Bytes { get; init; }

    /// <summary>The bytes that leave.</summary>
    public ReadOnlyMemory<byte> ToBytes() => Bytes ?? Encoding.UTF8.GetBytes(Timestamp.Words(Content));
}

/// <summary>A file that is written as a stream, in memory that does not grow with it; each call writes it from its beginning.</summary>
/// <param name="TooLarge">The sentence that stands in its place where a network does not take so much.</param>
public sealed record FileStreaming(Func<Stream, CancellationToken, Task> WriteAsync, string TooLarge);

/// <summary>What is stored of replies with files.</summary>
public static class KeptFiles
{
    /// <summary>What an inbox keeps of it: a file that is no text, or is written as a stream, is asked for again.</summary>
    public static Reply ToKeep(this Reply reply) => reply.Files.All(IsKept) ? reply : reply with { Files = [.. reply.Files.Where(IsKept)] };

    private static bool IsKept(ReplyFile file) => file is { Streaming: null, Bytes: null };
}
