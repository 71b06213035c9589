using System.IO.Compression;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Doors;

/// <summary>
/// Takes what is written as a stream into memory, as much as a network sends at once: whole, else as a ZIP archive, which telephones and
/// computers open without more, else not at all.
/// </summary>
internal static class Packing
{
    /// <summary>Bytes. Discord takes 10 MiB from a bot, with all that is around the file; homeservers take 50 and more, unless they say less.</summary>
    public const int MostBytes = 10_000_000;

    /// <summary>How a file can leave, the best first; each gives null where it is too large so.</summary>
    public static IReadOnlyList<Func<ReplyFile, CancellationToken, Task<ReplyFile?>>> Ways { get; } = [WholeAsync, ZippedAsync];

    /// <summary>The same reply with bytes in its files; one that is too large gives way to its sentence.</summary>
    public static async Task<Reply> PackedAsync(Reply reply, CancellationToken ct)
    {
        // The database is read on the thread that asks, and whoever waits for an answer is told meanwhile that it comes.
        return reply.Files.All(f => f.Streaming is null) ? reply : await Task.Run(() => PackAsync(reply, ct), ct);
    }

    private static async Task<Reply> PackAsync(Reply reply, CancellationToken ct)
    {
        var (files, sentences) = (new List<ReplyFile>(), new List<string>());
        foreach (var file in reply.Files)
        {
            if (await PackedAsync(file, ct) is { } packed)
            {
                files.Add(packed);
            }
            else
            {
                sentences.Add(file.Streaming!.TooLarge);
            }
        }

        return reply with { Files = files, Lines = [.. reply.Lines, .. sentences] };
    }

    private static async Task<ReplyFile?> PackedAsync(ReplyFile file, CancellationToken ct)
        => file.Streaming is null ? file : await WholeAsync(file, ct) ?? await ZippedAsync(file, ct);

    private static async Task<ReplyFile?> WholeAsync(ReplyFile file, CancellationToken ct)
        => await BytesAsync(into => file.Streaming!.WriteAsync(into, ct)) is { } bytes ? file with { Bytes = bytes } : null;

    private static async Task<ReplyFile?> ZippedAsync(ReplyFile file, CancellationToken ct)
    {
        var bytes = await BytesAsync(async into =>
        {
            await using var archive = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, ct);
            await using var entry = await archive.CreateEntry(file.Name).OpenAsync(ct);
            await file.Streaming!.WriteAsync(entry, ct);
        });
        return bytes is null ? null : file with { Name = Path.ChangeExtension(file.Name, "zip"), MediaType = "application/zip", Bytes = bytes };
    }

    private static async Task<ReadOnlyMemory<byte>?> BytesAsync(Func<Stream, Task> write)
    {
        using var bounded = new Bounded(MostBytes);
        try
        {
            await write(bounded);
            return bounded.Bytes;
        }
        catch (FullException)
        {
            return null;
        }
    }
}
