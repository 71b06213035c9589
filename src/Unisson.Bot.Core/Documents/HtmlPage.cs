using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig.Renderers;

namespace Unisson.Bot.Documents;

/// <summary>A document as a page of its own: no script, nothing loaded from elsewhere, to be read aloud and to be printed.</summary>
internal static class HtmlPage
{
    private const string Style =
        """
        body{font:16px/1.5 sans-serif;color:#1a1a1a;background:#fff;max-width:50em;margin:2em auto;padding:0 1em}
        h1{font-size:1.9em;line-height:1.2;margin-bottom:.2em}
        h1+p{font-size:1.15em;color:#444;margin-top:0}
        h2{font-size:1.35em;margin-top:1.8em;border-bottom:2px solid #2f5d50;padding-bottom:.15em}
        h3{font-size:1.1em;margin-bottom:.3em}
        p,li,td,th{overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;margin:1em 0}
        th,td{border:1px solid #767676;padding:.4em .6em;text-align:left;vertical-align:top}
        th{background:#e6efec}
        a{color:#1d4f91}
        @media print{body{font-size:11pt;max-width:none;margin:0}h2,h3{break-after:avoid}tr{break-inside:avoid}thead{display:table-header-group}}
        """;

    public static string Of(string markdown, string title, Language language)
    {
        var encoder = HtmlEncoder.Create(UnicodeRanges.All);
        using var body = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(body);
        MarkdownTree.Pipeline.Setup(renderer);
        renderer.Render(MarkdownTree.Of(markdown));
        return $"""
            <!doctype html>
            <html lang="{(language == Language.French ? "fr" : "en")}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>{encoder.Encode(Written.Clean(title))}</title>
            <style>
            {Style}
            </style>
            </head>
            <body>
            <main>
            {body.ToString().Trim()}
            </main>
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
