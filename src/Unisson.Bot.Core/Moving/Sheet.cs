using CsvHelper;
using Unisson.Bot.Contributions;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Moving;

/// <summary>A spreadsheet that somebody gave, by the columns of the table that it is of.</summary>
/// <param name="Language">Of its heads: amounts are read so.</param>
/// <param name="Ignored">Heads of columns that nothing is taken from.</param>
internal sealed record Sheet(IReadOnlyList<SheetRow> Rows, Language Language, IReadOnlyList<string> Ignored, IReadOnlyList<WrongCell> Wrong)
{
    public const int MostRows = 5_000;

    private static readonly char[] Separators = [';', ',', '\t', '|'];

    /// <summary>Refusals: <c>import.workbook</c>, <c>import.not-text</c>, <c>import.empty</c>, <c>import.columns</c>, <c>import.twice</c>, <c>import.too-many</c>, <c>import.broken</c>.</summary>
    public static Result<Sheet> Read(ReadOnlyMemory<byte> bytes, Table table, Say say)
    {
        if (bytes.Span is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            return new Refusal("import.workbook");
        }

        if (Decoding.Text(bytes.Span) is not { } text)
        {
            return new Refusal("import.not-text");
        }

        if (Records(text) is not { } records)
        {
            return new Refusal("import.broken");
        }

        if (records.Count < 2)
        {
            return new Refusal("import.empty");
        }

        return records.Count - 1 > MostRows
            ? new Refusal("import.too-many", records.Count - 1, MostRows)
            : Heads(records[0].Cells, table, say).Refused(out var refusal, out var heads) ? refusal : Of(records, heads);
    }

    private static Sheet Of(List<(int Line, string[] Cells)> records, SheetHeads heads)
    {
        var (rows, wrong) = (new List<SheetRow>(records.Count), new List<WrongCell>());
        foreach (var (line, cells) in records.Skip(1).Where(r => r.Cells.Any(c => !string.IsNullOrWhiteSpace(c))))
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            for (var i = 0; i < cells.Length; i++)
            {
                if (i >= heads.Columns.Count && !string.IsNullOrWhiteSpace(cells[i]))
                {
                    wrong.Add(new WrongCell(line, null, new Refusal("import.cells", heads.Columns.Count, cells.Length)));
                    break;
                }

                if (i >= heads.Columns.Count || heads.Columns[i] is not { } column || string.IsNullOrWhiteSpace(cells[i]))
                {
                    continue;
                }

                if (Cleaning.Clean(Cells.Bare(cells[i].ReplaceLineEndings("\n"))).Refused(out var refusal, out var clean))
                {
                    wrong.Add(new WrongCell(line, column, refusal));
                }
                else
                {
                    values[column.Key] = clean;
                }
            }

            rows.Add(new SheetRow(line, values));
        }

        return new Sheet(rows, heads.Language, heads.Ignored, wrong);
    }

    private static Result<SheetHeads> Heads(string[] cells, Table table, Say say)
    {
        var (english, french) = (Say.In(Language.English), Say.In(Language.French));
        var (inFrench, inEnglish) = (0, 0);
        var (columns, ignored) = (new List<Column?>(), new List<string>());
        foreach (var cell in cells)
        {
            var head = Fold.Of(cell).Replace('_', ' ').Replace('-', ' ');
            bool Is(Column c, Say of) => Fold.Of(c.Head(of)).Replace('-', ' ') == head;
            var column = table.Columns.FirstOrDefault(c => Is(c, english) || Is(c, french));
            if (column is not null && columns.Contains(column))
            {
                return new Refusal("import.twice", column.Head(say));
            }

            columns.Add(column);
            if (column is null)
            {
                ignored.AddRange(head.Length > 0 ? [cell.OneLine().Cut(30)] : []);
                continue;
            }

            inFrench += Is(column, french) && !Is(column, english) ? 1 : 0;
            inEnglish += Is(column, english) && !Is(column, french) ? 1 : 0;
        }

        var missing = table.Columns.Where(c => c.Needed && !columns.Contains(c)).Select(c => c.Head(say)).ToList();
        return missing.Count > 0
            ? new Refusal("import.columns", missing, table.Columns.Select(c => c.Head(say)))
            : new SheetHeads(columns, ignored, inFrench == inEnglish ? say.Language : inFrench > inEnglish ? Language.French : Language.English);
    }

    /// <summary>Null where it is no such file.</summary>
    private static List<(int Line, string[] Cells)>? Records(string text)
    {
        var records = new List<(int, string[])>();
        var (separator, before) = (SeparatorOf(text), 0);
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4 && text.IndexOf('\n', StringComparison.Ordinal) is > 4 and < 8 and var end)
        {
            (separator, text, before) = (text[4], text[(end + 1)..], 1);
        }

        try
        {
            using var reader = CsvReader.FromText(text, new CsvReaderOptions { HasHeader = false, Separator = separator, TrackLineNumbers = true, IncludeValuesInExceptions = false });
            while (reader.Read())
            {
                records.Add(((int)reader.LineNumber + before, [.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetString(i))]));
            }

            return records;
        }
        catch (Exception error) when (error is CsvFormatException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>What stands most often between the heads; in a file of one column nothing does, and a sign that no text has is taken.</summary>
    private static char SeparatorOf(string text)
    {
        var heads = text.AsSpan().TrimStart("\r\n").ToString().Split('\n', 2)[0];
        var best = Separators.MaxBy(s => heads.Count(c => c == s));
        return heads.Contains(best, StringComparison.Ordinal) ? best : '\u001F';
    }

    private sealed record SheetHeads(IReadOnlyList<Column?> Columns, IReadOnlyList<string> Ignored, Language Language);
}

/// <summary>A row of a given file: what stands in its columns, but for empty cells.</summary>
internal sealed record SheetRow(int Line, IReadOnlyDictionary<string, string> Values)
{
    public string? this[Column column] => Values.GetValueOrDefault(column.Key);
}
