using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>Writes the rows of a table, for a spreadsheet of the reader's language (UTF-8 with its mark, CRLF; <c>;</c> in French, <c>,</c> in English) or for programs.</summary>
internal static class SheetWriter
{
    private const string Version = "unisson-community-1";
    private const int Flushed = 200;

    public static async Task CsvAsync(Stream into, Table table, Leaving leaving, CancellationToken ct)
    {
        await using var csv = CsvWriter.Create(into, new CsvWriterOptions { Separator = leaving.Say.Language == Language.French ? ';' : ',', WriteByteOrderMark = true }, leaveOpen: true);
        await csv.WriteRecordAsync(table.Columns.Select(c => c.Head(leaving.Say)).ToArray(), ct);
        var count = 0;
        await foreach (var row in table.Rows(leaving, ct))
        {
            foreach (var cell in row)
            {
                csv.WriteField(Cells.Text(cell));
            }

            csv.EndRecord();
            if (++count % Flushed == 0)
            {
                await csv.FlushAsync(ct);
            }
        }

        await csv.FlushAsync(ct);
    }

    /// <summary>One row on each line of the file, by the English names of the columns; what is empty is left out.</summary>
    public static async Task JsonAsync(Stream into, Table table, Leaving leaving, DateTimeOffset now, CancellationToken ct)
    {
        await using var json = new Utf8JsonWriter(into, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        json.WriteString("format", Version);
        json.WriteString("of", MovedChoices.What.English(table.What));
        json.WriteString("written", now);
        json.WriteStartArray("rows");
        var count = 0;
        await foreach (var row in table.Rows(leaving, ct))
        {
            json.WriteStartObject();
            foreach (var (column, cell) in table.Columns.Zip(row).Where(c => c.Second is not null))
            {
                json.WriteString(column.Key, cell);
            }

            json.WriteEndObject();
            if (++count % Flushed == 0)
            {
                await json.FlushAsync(ct);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(ct);
    }
}
