using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.Rules;

/// <summary>A message's content, or the new content of an edit (client-server API, "Instant messaging" and "User and room mentions").</summary>
internal static class MessageRules
{
    /// <param name="where">Prefix of the fields, for what is found.</param>
    public static void Check(RestCall call, JsonObject content, string where)
    {
        if (content.TextAt("msgtype") is null || content.TextAt("body") is null)
        {
            call.Breaks("edit.fields", $"{where}msgtype and {where}body must be strings");
        }

        Mentions(call, content, where);
        var (format, formatted) = (content["format"], content["formatted_body"]);
        if ((format is null) != (formatted is null))
        {
            call.Breaks("format.pair", $"{where}format and {where}formatted_body come together or not at all");
        }
        else if (format is not null && (format.TextAt() != "org.matrix.custom.html" || formatted.TextAt() is null))
        {
            call.Breaks("format.kind", $"{where}format must be org.matrix.custom.html, and {where}formatted_body a string");
        }

        if (content.TextAt("body")?.StartsWith("> <@", StringComparison.Ordinal) == true || formatted.TextAt()?.Contains("<mx-reply>", StringComparison.Ordinal) == true)
        {
            call.Breaks("reply.fallback", $"{where}body carries a quote, which is not sent since Matrix 1.13");
        }
    }

    private static void Mentions(RestCall call, JsonObject content, string where)
    {
        if (content["m.mentions"] is not JsonObject mentions)
        {
            call.Breaks("mentions.missing", $"{where}m.mentions must be there, empty if nobody is meant");
            return;
        }

        if (mentions["user_ids"] is { } ids && (ids is not JsonArray list || list.Any(id => id.TextAt()?.StartsWith('@') != true)))
        {
            call.Breaks("mentions.ids", $"{where}m.mentions.user_ids must be a list of user ids");
        }
    }
}
