using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Unisson.Bot.Documents;

/// <summary>A document for office programs, with real styles, a header, numbered pages, its language and its title; nobody is its author.</summary>
internal static class DocxFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A4 and its margins, in twentieths of a point.</summary>
    internal const int Width = 11906, Height = 16838, Margin = 1134;

    /// <param name="title">Of the mission, at the head of every page.</param>
    /// <param name="page">« Page {0} sur {1} ».</param>
    public static byte[] Of(string markdown, string title, string page, Language language, DateTimeOffset now)
    {
        var code = language == Language.French ? "fr-FR" : "en-GB";
        title = Written.Clean(title).OneLine();
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(DocxStyles.Styles(code));
            main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(DocxStyles.Numbering);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(DocxStyles.Settings(code));
            var header = main.AddNewPart<HeaderPart>();
            header.Header = new Header(Styled("Header", DocxInlines.Text(title)));
            var footer = main.AddNewPart<FooterPart>();
            footer.Footer = new Footer(Styled("Footer", [.. Numbered(page)]));
            var body = new Body(new DocxBody(main).Of(MarkdownTree.Of(markdown)));
            body.Append(Section(main.GetIdOfPart(header), main.GetIdOfPart(footer)));
            main.Document = new Document(body);
            (file.PackageProperties.Title, file.PackageProperties.Language) = (title, code);
            (file.PackageProperties.Created, file.PackageProperties.Modified) = (now.UtcDateTime, now.UtcDateTime);
        }

        return bytes.ToArray();
    }

    private static Paragraph Styled(string style, params OpenXmlElement[] content)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(content);
        return paragraph;
    }

    /// <summary>The words with fields in the place of their two numbers, which office programs fill in.</summary>
    private static IEnumerable<OpenXmlElement> Numbered(string page)
    {
        var parts = page.Split(["{0}", "{1}"], StringSplitOptions.None);
        yield return DocxInlines.Text(parts[0]);
        yield return Field("PAGE");
        yield return DocxInlines.Text(parts[1]);
        yield return Field("NUMPAGES");
        yield return DocxInlines.Text(parts[2]);
    }

    private static SimpleField Field(string name) => new(DocxInlines.Text("1")) { Instruction = $" {name} " };

    private static SectionProperties Section(string header, string footer) => new(
        new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
        new FooterReference { Type = HeaderFooterValues.Default, Id = footer },
        new PageSize { Width = Width, Height = Height },
        new PageMargin { Top = Margin, Bottom = Margin, Left = Margin, Right = Margin, Header = Margin / 2, Footer = Margin / 2, Gutter = 0 });
}
