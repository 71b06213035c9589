namespace Unisson.Bot.Commons;

/// <summary>What is kept as a link: a whole address that a browser opens (<c>http</c> or <c>https</c>), without blanks. Its form is looked at; it is never fetched.</summary>
internal static class WebLink
{
    public static bool Fits(string text)
        => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && !text.Any(char.IsWhiteSpace);
}
