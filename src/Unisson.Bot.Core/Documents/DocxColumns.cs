using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unisson.Bot.Documents;

/// <summary>
/// How wide the columns of a table are, in twentieths of a point: each takes its longest word, or its whole text where that is short. The rest goes
/// where the text is, and to no column more than it can fill as long as another can fill it.
/// </summary>
internal static class DocxColumns
{
    /// <summary>Between the margins of the page.</summary>
    private const int Page = DocxFile.Width - (2 * DocxFile.Margin);

    /// <summary>What a sign takes at the size of a table's text, and in bold at its head, in a wide typeface too; and what stands around the words of a cell.</summary>
    private const int Sign = 115, Bold = 135, Around = 220;

    /// <summary>Signs of a word or a whole text that is not broken, a date with its month among them, and of a text beyond which a column takes no more.</summary>
    private const int Unbroken = 16, LongestText = 225;

    public static IReadOnlyList<string> Of(Table table)
    {
        var rows = table.OfType<TableRow>().ToList();
        var columns = Enumerable.Range(0, rows[0].Count).Select(at => rows.Where(r => at < r.Count).Select(r => Text(r[at])).ToList()).ToList();
        var words = columns.ConvertAll(texts => Around + Math.Max(Bold * Whole(texts[0]), Sign * texts.Max(Whole)));
        var texts = columns.ConvertAll(texts => Around + (Sign * Math.Min(LongestText, texts.Max(t => t.Length))));
        var rest = Shared(Math.Max(0, Page - words.Sum()), [.. texts.Zip(words, (text, word) => Math.Max(0, text - word))]);
        return [.. words.Zip(rest, (word, more) => (word + more).ToString(CultureInfo.InvariantCulture))];
    }

    /// <summary>What is left of the page, by the root of what each column still has to say; what nobody can fill, to all alike.</summary>
    private static int[] Shared(int left, int[] lacking)
    {
        var (taken, shares) = (new int[lacking.Length], lacking.Sum(l => Math.Sqrt(l)));
        foreach (var (lack, at) in lacking.Select((l, at) => (l, at)).Where(l => l.l > 0).OrderBy(l => l.l))
        {
            taken[at] = (int)Math.Min(lack, left * Math.Sqrt(lack) / shares);
            (left, shares) = (left - taken[at], shares - Math.Sqrt(lack));
        }

        return Array.ConvertAll(taken, t => t + (left / taken.Length));
    }

    /// <summary>How many signs of a text stand on one line in any case.</summary>
    private static int Whole(string text) => Math.Min(Unbroken, text.Length <= Unbroken ? text.Length : text.Split(' ').Max(w => w.Length));

    private static string Text(Block cell) => string.Concat(cell.Descendants<LiteralInline>().Select(l => l.Content.ToString()));
}
