using System.Text.Json.Serialization;

namespace Unisson.Discord;

/// <summary>A message to send: to a channel, as an answer to an interaction, or as a follow-up of one.</summary>
public sealed record MessageCreate
{
    /// <summary>At most 2,000 characters.</summary>
    public string? Content { get; init; }

    /// <summary>At most 10.</summary>
    public IReadOnlyList<Embed>? Embeds { get; init; }

    /// <summary>At most 5 rows.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>Whom the text may ring; nobody unless said. Always written, since Discord's own default is everybody.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public MessageFlags? Flags { get; init; }

    /// <summary>
    /// At most 25 characters. A message with the same nonce within the past few minutes is not made twice, which makes the request
    /// safe to repeat. Only for messages to a channel.
    /// </summary>
    public string? Nonce { get; init; }

    /// <summary>True as soon as there is a nonce.</summary>
    public bool? EnforceNonce => Nonce is null ? null : true;

    public MessageReference? MessageReference { get; init; }

    /// <summary>Files, sent as multipart.</summary>
    [JsonIgnore]
    public IReadOnlyList<FilePart>? Files { get; init; }

    /// <summary>Written from <see cref="Files"/>.</summary>
    public IEnumerable<AttachmentUpload>? Attachments => AttachmentUpload.Of(Files);
}

/// <summary>A change of a message: what is null stays, an empty text or list clears.</summary>
public sealed record MessageEdit
{
    public string? Content { get; init; }

    public IReadOnlyList<Embed>? Embeds { get; init; }

    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>As in <see cref="MessageCreate"/>: an edit is parsed anew.</summary>
    public AllowedMentions AllowedMentions { get; init; } = AllowedMentions.None;

    public MessageFlags? Flags { get; init; }

    /// <summary>Files that take the place of those that were there.</summary>
    [JsonIgnore]
    public IReadOnlyList<FilePart>? Files { get; init; }

    public IEnumerable<AttachmentUpload>? Attachments => AttachmentUpload.Of(Files);

    /// <summary>The change that makes a message look like this one, without what it had before.</summary>
    public static MessageEdit To(MessageCreate message) => new()
    {
        Content = message.Content ?? "",
        Embeds = message.Embeds ?? [],
        Components = message.Components ?? [],
        AllowedMentions = message.AllowedMentions,
        Files = message.Files,
    };
}

/// <summary>Whom a message rings: only these people and roles; everyone and here never.</summary>
public sealed record AllowedMentions
{
    public static AllowedMentions None { get; } = new();

    public IReadOnlyList<string> Parse { get; } = [];

    /// <summary>At most 100.</summary>
    public IReadOnlyList<Snowflake>? Users { get; init; }

    public IReadOnlyList<Snowflake>? Roles { get; init; }

    /// <summary>Whether the author of the answered message is rung.</summary>
    public bool RepliedUser { get; init; }

    public static AllowedMentions Only(params IReadOnlyList<Snowflake> users) => new() { Users = users };
}

/// <summary>A file to send; the bytes must stay as they are until the call has ended.</summary>
public sealed record FilePart(string Name, ReadOnlyMemory<byte> Bytes, string ContentType = "application/octet-stream", string? Description = null);

/// <summary>How a file is announced in the JSON beside it: <see cref="Id"/> is its place in the list.</summary>
public sealed record AttachmentUpload(int Id, string Filename, string? Description)
{
    internal static IEnumerable<AttachmentUpload>? Of(IReadOnlyList<FilePart>? files) =>
        files?.Select((file, place) => new AttachmentUpload(place, file.Name, file.Description));
}
