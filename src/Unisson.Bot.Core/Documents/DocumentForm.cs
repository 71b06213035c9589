using Unisson.Bot.Kernel;

namespace Unisson.Bot.Documents;

/// <summary>What a document is written as.</summary>
public enum DocumentForm
{
    Docx,
    Html,
    Markdown,
}

/// <summary>The option that names it.</summary>
internal static class DocumentForms
{
    public static readonly Choices<DocumentForm> Forms = new(
        "document-format",
        new(DocumentForm.Docx, "docx", "word", "traitement de texte"),
        new(DocumentForm.Html, "html", "web", "page web"),
        new(DocumentForm.Markdown, "md", "markdown", "texte"));

    /// <summary>Left out it is the one that a coordinator goes on writing in.</summary>
    public static readonly Option<DocumentForm> Format = Options.Choice("format", "format", Forms);
}
