using System.Text;
using System.Xml.Linq;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>The exported ledger as a spreadsheet program opens it: each word in its cell, and nothing that calculates.</summary>
public sealed class SpreadsheetTests
{
    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";

    // A separator, ", UTF-8, from the first line; formulas are read as formulas where a cell has one.
    private const string French = "CSV:59,34,76,1,,1036,false,true,false,false,false,-1,true", English = "CSV:44,34,76,1,,1033,false,true,false,false,false,-1,true";

    [Theory]
    [InlineData("exporter", French)]
    [InlineData("export", English)]
    public async Task Accents_stand_and_no_formula_runs(string verb, string reading)
    {
        LibreOffice.OrSkip();
        await using var bot = await ContributionLogTests.WithCommonAsync();
        string[] words = ["=1+1", "+33 6 12", "-2; or \"less\", was it", "@SUM(A1)", "=HYPERLINK(http://x.example;Été)", "Fiche : l’été à l’œuvre, ça coûte 3 €"];
        foreach (var what in words)
        {
            await bot.DoAsync($"ana> /contribution log coworking 1h what:\"{what.Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
        }

        var csv = Exported.FileIn(await bot.DoAsync($"ana> /contribution {verb}"));
        var sheet = XDocument.Parse(Encoding.UTF8.GetString(await LibreOffice.ConvertAsync("ledger.csv", Encoding.UTF8.GetBytes(csv), "fods", reading)));

        Assert.DoesNotContain(sheet.Descendants(), e => e.Attribute(Table + "formula") is not null);
        var cells = sheet.Descendants(Table + "table-cell").Select(c => c.Value.TrimStart('\'')).ToHashSet(StringComparer.Ordinal);
        Assert.All(words, what => Assert.Contains(what, cells));
    }
}
