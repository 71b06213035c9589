using System.Globalization;
using CsvHelper;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Contributions;

/// <summary>
/// Writes an export as a spreadsheet of the reader's language opens it by itself: UTF-8 with its mark, CRLF; in English <c>,</c> between cells
/// and <c>.</c> in numbers, in French <c>;</c> and <c>,</c>.
/// </summary>
internal static class LedgerCsv
{
    private static readonly string[] Columns =
    [
        "number", "kind", "about", "written", "day", "common", "common-name", "mission", "mission-title", "contribution", "minutes", "euros", "what", "link", "name", "forgotten", "hash",
    ];

    public static async Task WriteAsync(Stream into, ExportLines lines, Say say, CancellationToken ct)
    {
        var options = new CsvWriterOptions { Separator = say.Language == Language.French ? ';' : ',', WriteByteOrderMark = true, FormatProvider = Numbers(say) };
        await using var csv = CsvWriter.Create(into, options, leaveOpen: true);
        await csv.WriteRecordAsync(Array.ConvertAll(Columns, c => say[$"ledger-file.{c}"]), ct);
        await foreach (var batch in lines.BatchesAsync(ct))
        {
            foreach (var line in batch)
            {
                Write(csv, line, say);
                csv.EndRecord();
            }

            await csv.FlushAsync(ct);
        }
    }

    private static void Write(CsvWriter csv, ExportedLine line, Say say)
    {
        csv.WriteField((int?)line.Number);
        csv.WriteField(say[$"ledger-file.kind.{line.Kind.ToString().ToLowerInvariant()}"]);
        csv.WriteField(line.About);
        csv.WriteField(line.Written.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        csv.WriteField(line.Day);
        csv.WriteField(Cells.Text(line.Common));
        csv.WriteField(Cells.Text(line.CommonName));
        csv.WriteField(line.Mission);
        csv.WriteField(Cells.Text(line.MissionTitle));
        csv.WriteField(ContributionChoices.Kind.Label(line.Contribution, say));
        csv.WriteField(line.Minutes);
        csv.WriteField(line.Cents / 100m, "0.00");
        csv.WriteField(Cells.Text(line.What));
        csv.WriteField(Cells.Text(line.Link));
        csv.WriteField(Cells.Text(line.Name));
        csv.WriteField(say[line.Forgotten ? "data.yes" : "data.no"]);
        csv.WriteField(line.Hash);
    }

    // Some cultures have a minus sign that spreadsheets do not read.
    private static NumberFormatInfo Numbers(Say say) => new() { NumberDecimalSeparator = say.Culture.NumberFormat.NumberDecimalSeparator };
}
