using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Unisson.Bot.Documents;

/// <summary>The one source text of a document as a tree, from which each form is written: without raw HTML, pictures, and links that a reader should not open.</summary>
internal static class MarkdownTree
{
    private static readonly Lazy<MarkdownPipeline> Kept = new(() => new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build());

    public static MarkdownPipeline Pipeline => Kept.Value;

    public static MarkdownDocument Of(string markdown)
    {
        var tree = Markdown.Parse(markdown, Pipeline);
        foreach (var link in tree.Descendants<LinkInline>().ToList().Where(l => l.IsImage || Written.Address(l.Url ?? "") is null))
        {
            Unlink(link);
        }

        foreach (var link in tree.Descendants<AutolinkInline>().ToList().Where(l => l.IsEmail || Written.Address(l.Url) is null))
        {
            link.ReplaceBy(new LiteralInline(link.Url));
        }

        foreach (var cell in tree.Descendants<TableRow>().Where(r => r.IsHeader).SelectMany(r => r).OfType<TableCell>())
        {
            cell.GetAttributes().AddProperty("scope", "col");
        }

        return tree;
    }

    private static void Unlink(LinkInline link)
    {
        while (link.FirstChild is { } child)
        {
            child.Remove();
            link.InsertBefore(child);
        }

        link.Remove();
    }
}
