using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Nobody is rung by chance: every message says whom it may ring, by id; roles and everyone never.</summary>
internal static class MentionRules
{
    public static IEnumerable<RuleFault> Check(JsonObject message)
    {
        if (message["allowed_mentions"] is not JsonObject allowed)
        {
            if (Texts.Length(message["content"]) > 0)
            {
                yield return new("allowed_mentions", "mentions.explicit", "left out: Discord would ring whom the content names, everyone included", House: true);
            }

            yield break;
        }

        var parse = allowed["parse"] as JsonArray;
        if (parse is null)
        {
            yield return new("allowed_mentions.parse", "mentions.explicit", "left out; it must be []", House: true);
        }
        else if (parse.Count > 0)
        {
            yield return new("allowed_mentions.parse", "mentions.parse", $"{parse.ToJsonString()} lets the content ring; it must be []", House: true);
        }

        if (allowed["roles"] is JsonArray { Count: > 0 })
        {
            yield return new("allowed_mentions.roles", "mentions.roles", "roles are never rung", House: true);
        }

        if (parse?.Any(p => (string?)p == "users") == true && allowed["users"] is JsonArray { Count: > 0 })
        {
            yield return new("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", "parse:[\"users\"] and users: [ids...] are mutually exclusive.");
        }
    }
}
