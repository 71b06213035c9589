using CsvHelper;
using Unisson.Bot.Contributions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Nothing that somebody typed is reckoned by a spreadsheet.</summary>
public sealed class CellsTests
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+33 6", "'+33 6")]
    [InlineData("-2 chairs", "'-2 chairs")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("  =1+1", "  '=1+1")]
    [InlineData("\u00A0\u200B=1+1", "\u00A0\u200B'=1+1")]
    [InlineData("\uFF1D1+1", "'\uFF1D1+1")]
    [InlineData("\u22122", "'\u22122")]
    [InlineData("x;=cmd|'/C calc'!A0", "x;'=cmd|'/C calc'!A0")]
    [InlineData("x\",=1+1", "x\",'=1+1")]
    [InlineData("a - b, c = d", "a - b, c = d")]
    [InlineData("https://example.org/?a=1&b=-2", "https://example.org/?a=1&b=-2")]
    [InlineData("", "")]
    public void What_could_begin_a_formula_begins_with_an_apostrophe(string text, string cell) => Assert.Equal(cell, Cells.Text(text));

    [Fact]
    public async Task It_is_so_in_the_file_and_negative_numbers_stay_numbers()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("ana> /contribution log coworking 2h \"=HYPERLINK(1)\"", "ana> /contribution withdraw L1 \" +1;=2\"");

        var rows = await Exported.CsvAsync(bot, "ana> /contribution export");

        Assert.Equal(["'=HYPERLINK(1)", "'+1;'=2"], rows.Select(r => r["what"]));
        Assert.Equal("-120", rows[1]["minutes"]);
    }

    [Theory]
    [InlineData("=1", "\"'=1\"")]
    [InlineData(" =1", " =1")]
    [InlineData("\uFF1D1", "\uFF1D1")]
    public void The_guard_of_the_library_alone_looks_at_the_first_character_only(string text, string cell)
    {
        using var into = new StringWriter();
        using (var csv = CsvWriter.Create(into, new CsvWriterOptions { Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            csv.WriteRecord([text]);
        }

        Assert.Equal(cell + "\r\n", into.ToString());
    }
}
