using System.Text.Json.Nodes;

namespace Unisson.Matrix.Stub.World;

/// <summary>What a redaction leaves of a content (room version 11, "Redactions").</summary>
internal static class Redaction
{
    private static readonly string[] PowerKeys =
        ["ban", "events", "events_default", "invite", "kick", "redact", "state_default", "users", "users_default"];

    public static JsonObject Prune(StubEvent e)
    {
        string[] kept = e.Type switch
        {
            "m.room.create" => [.. e.Content.Select(p => p.Key)],
            "m.room.member" => ["membership", "join_authorised_via_users_server"],
            "m.room.join_rules" => ["join_rule", "allow"],
            "m.room.power_levels" => PowerKeys,
            "m.room.history_visibility" => ["history_visibility"],
            "m.room.redaction" => ["redacts"],
            _ => [],
        };
        return new(e.Content.Where(p => kept.Contains(p.Key)).Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));
    }
}
