using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using Markdown = Markdig.Extensions.Tables;

namespace Unisson.Bot.Documents;

/// <summary>The blocks of a Markdown tree as paragraphs and tables of a DOCX.</summary>
internal sealed class DocxBody(MainDocumentPart main)
{
    private static readonly string[] Headings = ["Title", "Heading1", "Heading2"];

    private readonly DocxInlines _inlines = new(main);

    public IEnumerable<OpenXmlElement> Of(MarkdownDocument tree)
    {
        foreach (var (at, block) in tree.Index())
        {
            foreach (var element in Of(block, at > 0 && tree[at - 1] is HeadingBlock { Level: 1 } ? "Subtitle" : null))
            {
                yield return element is Paragraph words && block is ParagraphBlock && at + 1 < tree.Count && tree[at + 1] is ListBlock or Markdown.Table ? Kept(words) : element;
            }
        }
    }

    /// <summary>Words that lead to a list or a table stand on the page where it begins.</summary>
    private static Paragraph Kept(Paragraph words)
    {
        words.ParagraphProperties ??= new ParagraphProperties();
        words.ParagraphProperties.KeepNext = new KeepNext();
        return words;
    }

    private IEnumerable<OpenXmlElement> Of(Block block, string? style) => block switch
    {
        HeadingBlock heading => [Paragraph(Headings[Math.Min(heading.Level, Headings.Length) - 1], heading)],
        ParagraphBlock paragraph => [Paragraph(style, paragraph)],
        ListBlock list => Items(list, 0),
        Markdown.Table table => [Table(table), Below()],
        _ => throw new NotSupportedException($"A template wrote {block.GetType().Name}"),
    };

    private IEnumerable<OpenXmlElement> Items(ListBlock list, int level)
    {
        foreach (var block in list.OfType<ListItemBlock>().SelectMany(item => item))
        {
            if (block is ListBlock inner)
            {
                foreach (var element in Items(inner, level + 1))
                {
                    yield return element;
                }
            }
            else
            {
                var paragraph = Paragraph("ListBullet", (LeafBlock)block);
                if (level > 0)
                {
                    paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 });
                }

                yield return paragraph;
            }
        }
    }

    private Paragraph Paragraph(string? style, LeafBlock block)
    {
        var paragraph = new Paragraph();
        if (style is not null)
        {
            paragraph.ParagraphProperties = new ParagraphProperties(new ParagraphStyleId { Val = style });
        }

        paragraph.Append(_inlines.Of(block.Inline));
        return paragraph;
    }

    /// <summary>A line of 6 points, without which two tables would become one.</summary>
    private static Paragraph Below() => new(new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = "0", Line = "120", LineRule = LineSpacingRuleValues.Exact }));

    private Table Table(Markdown.Table table)
    {
        var widths = DocxColumns.Of(table);
        var made = new Table(
            new TableProperties(
                new TableStyle { Val = "TableGrid" },
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableLook { Val = "0020", FirstRow = true, LastRow = false, FirstColumn = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        made.Append(table.OfType<Markdown.TableRow>().Select(row => Row(row, widths)));
        return made;
    }

    private TableRow Row(Markdown.TableRow row, IReadOnlyList<string> widths)
    {
        var properties = new TableRowProperties(new CantSplit());
        if (row.IsHeader)
        {
            properties.Append(new TableHeader());
        }

        var made = new TableRow(properties);
        foreach (var (cell, width) in row.OfType<Markdown.TableCell>().Zip(widths))
        {
            var paragraphs = cell.OfType<ParagraphBlock>().Select(p => Paragraph(row.IsHeader ? "TableHeading" : "TableText", p)).DefaultIfEmpty(new Paragraph());
            made.Append(new TableCell([new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), .. paragraphs]));
        }

        return made;
    }
}
