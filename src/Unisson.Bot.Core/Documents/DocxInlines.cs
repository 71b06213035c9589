using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax.Inlines;

namespace Unisson.Bot.Documents;

/// <summary>The words of a paragraph of Markdown as runs of a DOCX.</summary>
internal sealed class DocxInlines(MainDocumentPart main)
{
    public static Run Text(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    public IEnumerable<OpenXmlElement> Of(ContainerInline? inlines) => inlines is null ? [] : inlines.SelectMany(inline => Of(inline, null));

    private IEnumerable<OpenXmlElement> Of(Inline inline, string? style) => inline switch
    {
        LiteralInline literal => [Styled(Text(literal.Content.ToString()), style)],
        LineBreakInline { IsHard: true } => [new Run(new Break())],
        LineBreakInline => [Text(" ")],
        HtmlEntityInline entity => [Styled(Text(entity.Transcoded.ToString()), style)],
        EmphasisInline emphasis => emphasis.SelectMany(i => Of(i, emphasis.DelimiterCount == 2 ? "Strong" : "Emphasis")),
        LinkInline link => [Link(link.Url!, link.SelectMany(i => Of(i, "Hyperlink")))],
        AutolinkInline link => [Link(link.Url, [Styled(Text(link.Url), "Hyperlink")])],
        _ => throw new NotSupportedException($"A template wrote {inline.GetType().Name}"),
    };

    private Hyperlink Link(string target, IEnumerable<OpenXmlElement> content)
        => new(content) { Id = main.AddHyperlinkRelationship(new Uri(target, UriKind.Absolute), isExternal: true).Id };

    private static Run Styled(Run run, string? style)
    {
        if (style is not null)
        {
            run.RunProperties = new RunProperties(new RunStyle { Val = style });
        }

        return run;
    }
}
