using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unisson.Bot.Documents;

/// <summary>How wide the columns of a table are, in twentieths of a point: each takes its longest word, or its whole text where that is short, and the rest goes where the text is.</summary>
internal static class DocxColumns
{
    /// <summary>Between the margins of the page.</summary>
    private const int Page = DocxFile.Width - (2 * DocxFile.Margin);

    /// <summary>What a sign takes at the size of a table's text, in bold, and what stands around the words of a cell.</summary>
    private const int Sign = 115, Around = 220;

    /// <summary>Signs of a word or a whole text that is not broken, a date with its month among them, and of a text beyond which a column takes no more.</summary>
    private const int Unbroken = 16, LongestText = 225;

    public static IReadOnlyList<string> Of(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = Enumerable.Range(0, rows[0].Count).Select(at => rows.Where(r => at < r.Count).Select(r => Text(r[at])).ToList()).ToList();
        var words = columns.ConvertAll(texts => Around + (Sign * Math.Min(Unbroken, texts.Max(t => t.Length <= Unbroken ? t.Length : t.Split(' ').Max(w => w.Length)))));
        var shares = columns.ConvertAll(texts => Math.Sqrt(Math.Min(LongestText, texts.Max(t => t.Length))));
        var left = Math.Max(0, Page - words.Sum());
        return [.. words.Zip(shares, (word, share) => ((int)(word + (left * share / Math.Max(1, shares.Sum())))).ToString(CultureInfo.InvariantCulture))];
    }

    private static string Text(Block cell) => string.Concat(cell.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
