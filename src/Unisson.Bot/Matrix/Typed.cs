using Unisson.Matrix;

namespace Unisson.Bot.Matrix;

/// <summary>What a message asks of the bot.</summary>
internal static class Typed
{
    /// <summary>
    /// The line as commands are typed, with <c>/</c>, or in private the words; null when the message is not for the bot. Only plain text counts:
    /// no notices, which bots write, no edits, nothing that is quoted.
    /// </summary>
    /// <param name="me">The bot's user id.</param>
    /// <param name="name">What it is called in this room.</param>
    /// <param name="isPrivate">Nobody else is there, so that every word is for the bot.</param>
    public static string? LineOf(MatrixEvent message, string me, string? name, bool isPrivate)
    {
        var content = message.Content;
        if (message.Type != EventTypes.Message || !IsText(content) || message.RelationType == RelationTypes.Replace || content.Text("body") is not { } body)
        {
            return null;
        }

        var text = WithoutFallback(body, message.InReplyTo is not null).Trim();
        if (text.Length > 1 && text[0] is '!' or '/' && char.IsLetter(text[1]))
        {
            return $"/{text[1..]}";
        }

        if (Addressed(text, me, name) is { Length: > 0 } rest)
        {
            return rest[0] is '!' or '/' ? $"/{rest[1..]}" : isPrivate ? rest : $"/{rest}";
        }

        return isPrivate && text.Length > 0 ? text : null;
    }

    /// <summary>The words of a message, as they are now; null where it has none.</summary>
    public static string? WordsOf(MatrixEvent message)
        => message.Type == EventTypes.Message && message.Content.Text("body") is { } body && WithoutFallback(body, message.InReplyTo is not null).Trim() is { Length: > 0 } words ? words : null;

    /// <summary>Also the caption of a file, which is there where the file is named apart from it.</summary>
    private static bool IsText(System.Text.Json.JsonElement content) => content.Text("msgtype") == MessageContent.Text
        || (content.Text("msgtype") == MessageContent.File && content.Text("filename") is { } name && name != content.Text("body"));

    /// <summary>What stood before Matrix 1.13 in front of an answer: quoted lines, which were somebody else's.</summary>
    private static string WithoutFallback(string body, bool answers)
    {
        if (!answers || !body.StartsWith("> ", StringComparison.Ordinal))
        {
            return body;
        }

        var lines = body.Split('\n');
        return string.Join('\n', lines.SkipWhile(l => l.StartsWith("> ", StringComparison.Ordinal) || l == ">"));
    }

    /// <summary>What follows the bot's name at the beginning.</summary>
    private static string? Addressed(string text, string me, string? name)
    {
        foreach (var called in new[] { me, name, me[1..Math.Max(1, me.IndexOf(':', StringComparison.Ordinal))] })
        {
            var at = text.StartsWith('@') && called?.StartsWith('@') != true ? 1 : 0;
            if (called is { Length: > 1 } && text.AsSpan(at).StartsWith(called, StringComparison.OrdinalIgnoreCase) && (text.Length == at + called.Length || !char.IsLetterOrDigit(text[at + called.Length])))
            {
                return text[(at + called.Length)..].TrimStart(':', ',', ' ', '\u00A0');
            }
        }

        return null;
    }
}
