using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.Rest;

namespace Unisson.Matrix.Stub.Rules;

/// <summary>Edits (client-server API, "Event replacements").</summary>
internal static class EditRules
{
    public static void Check(RestCall call, StubRoom room, string type, JsonObject content)
    {
        var replaces = content.TextAt("m.relates_to", "rel_type") == "m.replace";
        if (content["m.new_content"] is not JsonObject inner)
        {
            if (replaces)
            {
                call.Breaks("edit.content", "an edit has an m.new_content");
            }

            return;
        }

        if (!replaces)
        {
            call.Breaks("edit.relation", "m.new_content without an m.relates_to of rel_type m.replace");
            return;
        }

        MessageRules.Check(call, inner, "m.new_content.");
        if (inner["m.relates_to"] is not null || content.At("m.relates_to", "m.in_reply_to") is not null)
        {
            call.Breaks("edit.reply", "an edit keeps the relations of the original; it has none but m.replace");
        }

        if (content.TextAt("m.relates_to", "event_id") is { } id && room.Find(id) is { } original)
        {
            Original(call, type, content, original);
        }
    }

    private static void Original(RestCall call, string type, JsonObject content, StubEvent original)
    {
        if (original.Sender != call.Person.Id || original.Type != type || original.StateKey is not null)
        {
            call.Breaks("edit.original", $"{original.Id} is not an own event of the same type");
        }

        if (original.RelationType == "m.replace")
        {
            call.Breaks("edit.of-edit", $"{original.Id} is itself an edit; edits refer to the original");
        }

        if (original.Redacted)
        {
            call.Breaks("edit.redacted", $"{original.Id} was redacted");
        }

        var again = content.TextsAt("m.mentions", "user_ids").Intersect(original.Shown.TextsAt("m.mentions", "user_ids")).ToList();
        if (again.Count > 0)
        {
            call.Breaks("edit.mentions", $"{string.Join(", ", again)} would be pinged again: at top level only who is newly mentioned");
        }
    }
}
