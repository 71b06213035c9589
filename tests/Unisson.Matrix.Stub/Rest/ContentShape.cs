using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.Rest;

/// <summary>What Synapse asks of a message's fields.</summary>
internal static class ContentShape
{
    /// <exception cref="MatrixError">400.</exception>
    public static void Check(JsonObject content, string type)
    {
        if (type != "m.room.message")
        {
            return;
        }

        foreach (var field in (string[])["body", "msgtype"])
        {
            if (!content.ContainsKey(field))
            {
                throw MatrixError.Unknown($"'{field}' not in content");
            }

            if (content[field]?.GetValueKind() != System.Text.Json.JsonValueKind.String)
            {
                throw MatrixError.Unknown($"'{field}' not a string type");
            }
        }

        if (content.ContainsKey("m.mentions") && content["m.mentions"] is not JsonObject)
        {
            throw MatrixError.BadJson("m.mentions is not of type 'object'");
        }
    }
}
