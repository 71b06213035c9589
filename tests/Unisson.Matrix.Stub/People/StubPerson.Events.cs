using System.Text.Json.Nodes;
using Unisson.Matrix.Stub.World;

namespace Unisson.Matrix.Stub;

/// <content>What a person says and does with what others said.</content>
public sealed partial class StubPerson
{
    /// <summary>Sends a text as today's clients do, with the people it mentions.</summary>
    public StubEvent Say(StubRoom room, string text, params ReadOnlySpan<StubPerson> mentioned) => Send(room, "m.room.message", Text(text, mentioned));

    /// <summary>Answers a message. There is no quote in the body, as since Matrix 1.13.</summary>
    /// <param name="fallback">Whether the old quote precedes the text, as other clients still do.</param>
    public StubEvent Reply(StubEvent to, string text, bool fallback = false)
    {
        var content = Text(fallback ? $"> <{to.Sender}> {to.Body}\n\n{text}" : text, []);
        content["m.relates_to"] = new JsonObject { ["m.in_reply_to"] = new JsonObject { ["event_id"] = to.Id } };
        return Send(to.Room, "m.room.message", content);
    }

    /// <summary>Says something in the thread that begins with a message.</summary>
    public StubEvent SayInThread(StubEvent root, string text)
    {
        var content = Text(text, []);
        content["m.relates_to"] = new JsonObject
        {
            ["rel_type"] = "m.thread",
            ["event_id"] = root.Id,
            ["is_falling_back"] = true,
            ["m.in_reply_to"] = new JsonObject { ["event_id"] = root.Id },
        };
        return Send(root.Room, "m.room.message", content);
    }

    /// <summary>Sends whatever content; what the server would refuse only from the bot's side of the wire is not checked.</summary>
    public StubEvent Send(StubRoom room, string type, JsonObject content) => _world.Change(() => room.Send(this, type, content));

    /// <summary>An event that no server should serve, but one may: by these fields the true ones are replaced, and a null leaves a field out.</summary>
    public StubEvent SendOdd(StubRoom room, JsonObject fields, string type = "m.room.message")
        => _world.Change(() => room.Append(Id, type, Text("odd", []), odd: fields));

    public StubEvent React(StubEvent to, string key) => Send(to.Room, "m.reaction", new()
    {
        ["m.relates_to"] = new JsonObject { ["rel_type"] = "m.annotation", ["event_id"] = to.Id, ["key"] = key },
    });

    /// <summary>Takes back the person's reaction.</summary>
    public StubEvent Unreact(StubEvent from, string key) => _world.Change(() =>
    {
        var reaction = from.Room.Events.Last(e => e is { Type: "m.reaction", Redacted: false } && e.Sender == Id && e.RelatesTo == from.Id && e.Content.TextAt("m.relates_to", "key") == key);
        return from.Room.Redact(this, reaction.Id, reason: null);
    });

    /// <summary>Edits a message; that it is the person's own is not checked, as no server checks it.</summary>
    public StubEvent Edit(StubEvent original, string text)
    {
        var content = Text("* " + text, []);
        content["m.new_content"] = Text(text, []);
        content["m.relates_to"] = new JsonObject { ["rel_type"] = "m.replace", ["event_id"] = original.Id };
        return Send(original.Room, original.Type, content);
    }

    public StubEvent Redact(StubEvent e, string? reason = null) => _world.Change(() => e.Room.Redact(this, e.Id, reason));

    /// <summary>Sends a file that was uploaded.</summary>
    public StubEvent SendFile(StubRoom room, StubMedia media) => Send(room, "m.room.message", new()
    {
        ["msgtype"] = "m.file",
        ["body"] = media.Name ?? "file",
        ["url"] = media.Uri.ToString(),
        ["info"] = new JsonObject { ["mimetype"] = media.ContentType, ["size"] = media.Bytes.Length },
        ["m.mentions"] = new JsonObject(),
    });

    private static JsonObject Text(string text, ReadOnlySpan<StubPerson> mentioned)
    {
        var mentions = new JsonObject();
        if (!mentioned.IsEmpty)
        {
            mentions["user_ids"] = Wire.Array(mentioned.ToArray().Select(m => (JsonNode)m.Id));
        }

        return new() { ["msgtype"] = "m.text", ["body"] = text, ["m.mentions"] = mentions };
    }
}
