using System.Text.Encodings.Web;
using System.Text.Json;

namespace Unisson.Bot.Contributions;

/// <summary>Writes an export as JSON, by <c>docs/ledger-export.schema.json</c>: one line of the ledger on each line of the file.</summary>
internal static class LedgerJson
{
    public const string Version = "unisson-ledger-export-1";

    private static readonly ExportJson Lines = new(new JsonSerializerOptions(ExportJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task WriteAsync(Stream into, ExportLines lines, DateTimeOffset now, CancellationToken ct)
    {
        using var buffer = new MemoryStream();
        buffer.Write(JsonSerializer.SerializeToUtf8Bytes(new ExportHead(Version, now), Lines.ExportHead).AsSpan()[..^1]);
        buffer.Write(",\"lines\":["u8);
        var isFirst = true;
        await foreach (var batch in lines.BatchesAsync(ct))
        {
            foreach (var line in batch)
            {
                buffer.Write(isFirst ? "\n"u8 : ",\n"u8);
                isFirst = false;
                JsonSerializer.Serialize(buffer, line, Lines.ExportedLine);
            }

            await LeaveAsync(buffer, into, ct);
        }

        buffer.Write("\n]}\n"u8);
        await LeaveAsync(buffer, into, ct);
    }

    private static async Task LeaveAsync(MemoryStream buffer, Stream into, CancellationToken ct)
    {
        await into.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), ct);
        buffer.SetLength(0);
    }
}
