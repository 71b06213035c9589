using System.Text.Json;
using CsvHelper;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Reads the file of an export out of the block that a terminal prints.</summary>
internal static class Exported
{
    public static string FileIn(string block)
    {
        var from = block.IndexOf("\n--- unisson-ledger.", StringComparison.Ordinal);
        from = block.IndexOf('\n', from + 1) + 1;
        return block[from..(block.LastIndexOf("\n---\n", StringComparison.Ordinal) + 1)];
    }

    /// <summary>The rows of a spreadsheet, by its heads.</summary>
    public static List<Dictionary<string, string>> Rows(string csv)
    {
        using var reader = CsvReader.FromText(csv.TrimStart('\uFEFF'), new CsvReaderOptions { HasHeader = false });
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.Parse<string>(i) ?? "")]);
        }

        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second, StringComparer.Ordinal))];
    }

    public static async Task<List<Dictionary<string, string>>> CsvAsync(TestBot bot, string line) => Rows(FileIn(await bot.DoAsync(line)));

    public static async Task<List<JsonElement>> JsonAsync(TestBot bot, string line)
    {
        using var read = JsonDocument.Parse(FileIn(await bot.DoAsync(line)));
        Assert.Equal("unisson-ledger-export-1", read.RootElement.GetProperty("format").GetString());
        return [.. read.RootElement.GetProperty("lines").EnumerateArray().Select(l => l.Clone())];
    }
}
