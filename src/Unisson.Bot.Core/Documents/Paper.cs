using Unisson.Bot.Files;

namespace Unisson.Bot.Documents;

/// <summary>A document of a mission as a file. What each form shows is written once, as Markdown; the others are made of it.</summary>
/// <param name="Template"><c>kit</c> or <c>report</c>.</param>
/// <param name="Record">What its template speaks of.</param>
/// <param name="Name">Of the file, without its ending.</param>
/// <param name="Title">Of the mission.</param>
internal sealed record Paper(string Template, object Record, string Name, string Title)
{
    public ReplyFile As(DocumentForm form, Say say)
    {
        var markdown = Templates.Write(Template, Record, say);
        return form switch
        {
            DocumentForm.Docx => new ReplyFile($"{Name}.docx", DocxFile.MediaType, "") { Bytes = DocxFile.Of(markdown, Title, say["document.page"], say.Language, say.Now) },
            DocumentForm.Html => new ReplyFile($"{Name}.html", "text/html", HtmlPage.Of(markdown, Title, say.Language)),
            _ => new ReplyFile($"{Name}.md", "text/markdown", markdown),
        };
    }
}
