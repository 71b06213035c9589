using System.Text.Json.Serialization;
using Unisson.Discord.Json;

namespace Unisson.Discord;

/// <summary>Bits of a message.</summary>
[Flags]
public enum MessageFlags
{
    None = 0,
    SuppressEmbeds = 1 << 2,

    /// <summary>Only the person who caused the interaction sees it.</summary>
    Ephemeral = 1 << 6,
    Loading = 1 << 7,

    /// <summary>Makes no push and no sound.</summary>
    SuppressNotifications = 1 << 12,
}

/// <summary>A message as Discord gives it.</summary>
public sealed class Message
{
    public Snowflake Id { get; init; }

    public Snowflake ChannelId { get; init; }

    /// <summary>Only in messages that come through the gateway; absent in a DM.</summary>
    public Snowflake? GuildId { get; init; }

    /// <summary>0 is an ordinary message, 19 a reply.</summary>
    public int Type { get; init; }

    public User? Author { get; init; }

    public string Content { get; init; } = "";

    public DateTimeOffset Timestamp { get; init; }

    public DateTimeOffset? EditedTimestamp { get; init; }

    public MessageFlags Flags { get; init; }

    public IReadOnlyList<Embed> Embeds { get; init; } = [];

    public IReadOnlyList<Component> Components { get; init; } = [];

    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    [JsonConverter(typeof(NonceConverter))]
    public string? Nonce { get; init; }

    public Snowflake? WebhookId { get; init; }

    public MessageReference? MessageReference { get; init; }
}

/// <summary>The message that another one answers.</summary>
public sealed record MessageReference(Snowflake? MessageId)
{
    public Snowflake? ChannelId { get; init; }

    /// <summary>False sends a plain message when the other one is gone.</summary>
    public bool? FailIfNotExists { get; init; }
}

/// <summary>A file of a message or an option.</summary>
public sealed record Attachment
{
    public Snowflake Id { get; init; }

    public string? Filename { get; init; }

    /// <summary>At most 1,024 characters.</summary>
    public string? Description { get; init; }

    public string? ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public long? Size { get; init; }

    /// <summary>Where the file can be fetched; the address holds a signature that ends after a day.</summary>
    public string? Url { get; init; }
}

/// <summary>A rich block: title 256, description 4,096, 25 fields, 6,000 characters over all embeds of a message.</summary>
public sealed record Embed
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Url { get; init; }

    /// <summary>0xRRGGBB.</summary>
    public int? Color { get; init; }

    public DateTimeOffset? Timestamp { get; init; }

    public EmbedAuthor? Author { get; init; }

    public EmbedFooter? Footer { get; init; }

    public IReadOnlyList<EmbedField>? Fields { get; init; }
}

/// <summary>Name 256 characters, value 1,024.</summary>
public sealed record EmbedField(string Name, string Value, bool Inline = false);

/// <summary>At most 2,048 characters; plain text.</summary>
public sealed record EmbedFooter(string Text);

/// <summary>At most 256 characters.</summary>
public sealed record EmbedAuthor(string Name, string? Url = null);
