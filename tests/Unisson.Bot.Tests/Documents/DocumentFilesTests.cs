using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>The files themselves: what programs and readers of all kinds find in them.</summary>
public sealed partial class DocumentFilesTests
{
    /// <summary>What would run or load something.</summary>
    private static readonly string[] Ways = ["<script", "<img", "<link", "<iframe", "src=", "@import", "url(", "javascript:"];

    [Theory]
    [InlineData("kit", "en-GB", "Page 1 of 1", "unisson-answer-M1")]
    [InlineData("dossier", "fr-FR", "Page 1 sur 1", "unisson-dossier-M1")]
    [InlineData("report", "en-GB", "Page 1 of 1", "unisson-report-M1")]
    [InlineData("bilan", "fr-FR", "Page 1 sur 1", "unisson-bilan-M1")]
    public async Task A_docx_has_styles_language_title_and_pages_and_no_author(string verb, string language, string footer, string name)
    {
        await using var bot = await WholeAsync();

        var block = await bot.DoAsync($"claire> /mission {verb} M1");
        var bytes = Answered.SavedIn(block);
        using var docx = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        var main = docx.MainDocumentPart!;
        var used = main.Document!.Descendants<ParagraphStyleId>().Select(s => s.Val!.Value!).ToHashSet(StringComparer.Ordinal);
        var known = main.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(s => s.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);

        Assert.Empty(Answered.ErrorsIn(bytes));
        Assert.Contains($"\n--- {name}.docx\n", block, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string>(["Title", "Subtitle", "Heading1", "Heading2", "ListBullet", "TableHeading", "TableText"], StringComparer.Ordinal), used);
        Assert.Subset(known, used);
        Assert.All(main.Document!.Descendants<TableStyle>(), s => Assert.Equal("TableGrid", s.Val));
        Assert.All(main.Document!.Descendants<Table>(), t => Assert.NotNull(t.Elements<TableRow>().First().TableRowProperties!.GetFirstChild<TableHeader>()));
        Assert.Equal(language, main.StyleDefinitionsPart.Styles!.DocDefaults!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Languages>().Single().Val);
        Assert.Equal(("Study for a coworking in Lons", language, null, null), (docx.PackageProperties.Title, docx.PackageProperties.Language, docx.PackageProperties.Creator, docx.PackageProperties.LastModifiedBy));
        Assert.Equal("Study for a coworking in Lons", main.HeaderParts.Single().Header!.InnerText);
        Assert.Equal((footer, " PAGE   NUMPAGES "), (main.FooterParts.Single().Footer!.InnerText, string.Join(' ', main.FooterParts.Single().Footer!.Descendants<SimpleField>().Select(f => f.Instruction))));
    }

    [Theory]
    [InlineData("kit", "en")]
    [InlineData("dossier", "fr")]
    [InlineData("report", "en")]
    [InlineData("bilan", "fr")]
    public async Task A_page_runs_nothing_loads_nothing_and_can_be_read_aloud(string verb, string language)
    {
        await using var bot = await WholeAsync();

        var page = Answered.TextIn(await bot.DoAsync($"claire> /mission {verb} M1 format:html"));
        var levels = Heading().Matches(page).Select(m => m.Groups["level"].Value[0] - '0').ToList();

        Assert.StartsWith($"<!doctype html>\n<html lang=\"{language}\">\n", page, StringComparison.Ordinal);
        Assert.All(Ways, way => Assert.DoesNotContain(way, page, StringComparison.OrdinalIgnoreCase));
        Assert.Contains("content=\"default-src 'none'; style-src 'unsafe-inline'\"", page, StringComparison.Ordinal);
        Assert.All(HeadCell().Matches(page), m => Assert.Contains(" scope=\"col\"", m.Value, StringComparison.Ordinal));
        Assert.Equal((1, 1), (levels[0], levels.Count(l => l == 1)));
        Assert.All(levels.Zip(levels.Skip(1)), two => Assert.True(two.Second <= two.First + 1));
    }

    [Theory]
    [InlineData("kit")]
    [InlineData("bilan")]
    public async Task An_office_program_opens_it(string verb)
    {
        LibreOffice.OrSkip();
        await using var bot = await WholeAsync();

        var pdf = await LibreOffice.ConvertAsync("answer.docx", Answered.SavedIn(await bot.DoAsync($"claire> /mission {verb} M1")), "pdf");

        Assert.True(pdf.AsSpan().StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task The_terminal_keeps_a_docx_beside_the_data_and_never_writes_over_one()
    {
        await using var bot = await WholeAsync();

        var (first, second) = (await bot.DoAsync("claire> /mission kit M1"), await bot.DoAsync("claire> /mission kit M1 format:word"));
        var folder = Path.Combine(Path.GetDirectoryName(bot.File)!, "files");

        Assert.Contains($"\n--- unisson-answer-M1.docx\n{Path.Combine(folder, "unisson-answer-M1.docx")}\n---\n", first, StringComparison.Ordinal);
        Assert.Contains($"\n{Path.Combine(folder, "unisson-answer-M1-2.docx")}\n", second, StringComparison.Ordinal);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(folder, "unisson-answer-M1.docx")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public async Task Where_the_terminal_cannot_keep_it_the_answer_says_so()
    {
        await using var bot = await WholeAsync();
        await File.WriteAllTextAsync(Path.Combine(Path.GetDirectoryName(bot.File)!, "files"), "in the way", TestContext.Current.CancellationToken);

        Assert.Contains("\nI could not save this file in ", await bot.DoAsync("claire> /mission kit M1"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> WholeAsync()
    {
        var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);
        return bot;
    }

    [GeneratedRegex("<h(?<level>[1-6])[ >]", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex("<th[ >][^>]*>?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HeadCell();
}
