using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>The answer and the report of a mission with very much in it, as they come out of a printer, page by page.</summary>
public sealed class PagesTests
{
    private const string Title = "Study for a coworking in Lons";

    [Theory]
    [InlineData("kit", "Page {0} of {1}")]
    [InlineData("dossier", "Page {0} sur {1}")]
    [InlineData("report", "Page {0} of {1}")]
    [InlineData("bilan", "Page {0} sur {1}")]
    public async Task Each_page_has_its_head_its_number_and_something_between_them(string verb, string number)
    {
        LibreOffice.OrSkip();
        await using var bot = await LongAnswered.StartAsync();
        var docx = Answered.SavedIn(await bot.DoAsync($"claire> /mission {verb} M1"));

        var pages = await Pages.OfAsync(await LibreOffice.ConvertAsync("answer.docx", docx, "pdf"));

        var (headings, heads) = HeadingsAndHeads(docx);
        Assert.InRange(pages.Count, 5, 20);
        Assert.All(pages.Select((lines, at) => (lines, at)), page =>
        {
            var (lines, at) = page;
            Assert.Equal(Title, lines[0]);
            Assert.Equal(string.Format(CultureInfo.InvariantCulture, number, at + 1, pages.Count), lines[^1]);
            Assert.True(lines.Count > 4, $"Page {at + 1} says only {string.Join(" / ", lines)}");
            Assert.DoesNotContain(lines[^2], headings);
        });

        // A table that goes on over the page says again what its columns are.
        Assert.All(heads.Where(h => h.Rows > 40), head => Assert.True(pages.Count(p => p.Any(l => head.Cells.All(c => l.Contains(c, StringComparison.Ordinal)))) > 1, string.Join(" | ", head.Cells)));
        Assert.Contains(heads, h => h.Rows > 40);
    }

    /// <summary>The words of all headings, and of each table how many rows it has and the first word of each cell of its first.</summary>
    private static (HashSet<string> Headings, List<(int Rows, List<string> Cells)> Heads) HeadingsAndHeads(byte[] docx)
    {
        using var file = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var body = file.MainDocumentPart!.Document!.Body!;
        var headings = body.Elements<Paragraph>().Where(p => p.ParagraphProperties?.ParagraphStyleId?.Val?.Value?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(p => p.InnerText.Replace('\u00A0', ' ').Trim());
        var tables = body.Elements<Table>().Select(t => (t.Elements<TableRow>().Count(), t.Elements<TableRow>().First().Elements<TableCell>().Select(c => c.InnerText.Split(' ', '\u00A0')[0]).ToList()));
        return ([.. headings], [.. tables]);
    }
}
