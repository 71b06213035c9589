using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unisson.Matrix;

/// <summary>The content of an <c>m.room.message</c> that is to be sent.</summary>
public sealed record MessageContent
{
    public const string Text = "m.text";

    /// <summary>Rings nobody: default push rules silence every notice, mentions in it included.</summary>
    public const string Notice = "m.notice";
    public const string File = "m.file";

    private const string Html = "org.matrix.custom.html";

    [JsonPropertyName("msgtype")]
    public required string MsgType { get; init; }

    /// <summary>Plain text, with the same content as the HTML.</summary>
    public required string Body { get; init; }

    public string? Format { get; init; }

    public string? FormattedBody { get; init; }

    /// <summary>Whom it means, on each message: nobody where it is empty ("User and room mentions").</summary>
    [JsonPropertyName("m.mentions")]
    public Mentions Mentions { get; init; } = Mentions.Nobody;

    /// <summary>Where the bytes of a file are, <c>mxc://…</c>.</summary>
    public string? Url { get; init; }

    public FileInfo? Info { get; init; }

    [JsonPropertyName("m.relates_to")]
    public Relation? RelatesTo { get; init; }

    [JsonPropertyName("m.new_content")]
    public MessageContent? NewContent { get; init; }

    /// <summary>Further fields, under names of one's own ("Custom types"): clients pass over them.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? More { get; set; }

    public static MessageContent Of(string type, string body, string html) => new() { MsgType = type, Body = body, Format = Html, FormattedBody = html };

    /// <summary>
    /// The same as an edit of what stands there ("Event replacements"): clients that do not know edits see a star. It rings nobody anew.
    /// </summary>
    public MessageContent Replacing(string eventId) => this with
    {
        Body = $"* {Body}",
        FormattedBody = FormattedBody is null ? null : $"* {FormattedBody}",
        Mentions = Mentions.Nobody,
        RelatesTo = new Relation { RelType = RelationTypes.Replace, EventId = eventId },
        NewContent = this with { RelatesTo = null, NewContent = null },
    };

    /// <summary>The same as an answer to an event, in its thread where it is in one ("Threading").</summary>
    /// <param name="thread">The root of the thread, which has no relation itself.</param>
    public MessageContent Answering(string eventId, string? thread) => this with
    {
        RelatesTo = new Relation
        {
            RelType = thread is null ? null : RelationTypes.Thread,
            EventId = thread,
            IsFallingBack = thread is null ? null : false,
            InReplyTo = new EventReference(eventId),
        },
    };
}

/// <param name="UserIds">Null is nobody.</param>
public sealed record Mentions(IReadOnlyList<string>? UserIds)
{
    public static Mentions Nobody { get; } = new((IReadOnlyList<string>?)null);
}

public sealed record FileInfo(string? Mimetype, long? Size);

public sealed record Relation
{
    public string? RelType { get; init; }

    public string? EventId { get; init; }

    /// <summary>Of a reaction: what it says.</summary>
    public string? Key { get; init; }

    /// <summary>In a thread: whether the reply is only there for clients that know no threads.</summary>
    public bool? IsFallingBack { get; init; }

    [JsonPropertyName("m.in_reply_to")]
    public EventReference? InReplyTo { get; init; }
}

public sealed record EventReference(string EventId);

/// <summary>The content of an <c>m.reaction</c>.</summary>
public sealed record ReactionContent([property: JsonPropertyName("m.relates_to")] Relation RelatesTo)
{
    public static ReactionContent On(string eventId, string key) => new(new Relation { RelType = RelationTypes.Annotation, EventId = eventId, Key = key });
}
