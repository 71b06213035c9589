namespace Unisson.Discord;

/// <summary>What a person did: gave a command, is typing in one, pressed something, sent a form.</summary>
public enum InteractionType
{
    Ping = 1,
    ApplicationCommand = 2,
    MessageComponent = 3,
    ApplicationCommandAutocomplete = 4,
    ModalSubmit = 5,
}

/// <summary>Where an interaction came from.</summary>
public enum InteractionContext
{
    Guild = 0,
    BotDm = 1,
    PrivateChannel = 2,
}

/// <summary>
/// An interaction (Discord's page "Receiving and Responding"). It wants its first response within 3 seconds; after that its token lives
/// 15 minutes. A class, not a record: <see cref="Token"/> is a secret and must not come out of <c>ToString</c>.
/// </summary>
public sealed class Interaction
{
    public Snowflake Id { get; init; }

    public Snowflake ApplicationId { get; init; }

    public InteractionType Type { get; init; }

    /// <summary>The secret with which this interaction is answered. Never log it.</summary>
    public string Token { get; init; } = "";

    public InteractionData? Data { get; init; }

    public Snowflake? GuildId { get; init; }

    public Snowflake? ChannelId { get; init; }

    public Channel? Channel { get; init; }

    /// <summary>Who did it, in a guild.</summary>
    public Member? Member { get; init; }

    /// <summary>Who did it, outside a guild; <see cref="Invoker"/> is right in both cases.</summary>
    public User? User { get; init; }

    /// <summary>The message whose component was pressed, or from which the form was opened.</summary>
    public Message? Message { get; init; }

    /// <summary>What the bot may do in this channel.</summary>
    public Permissions AppPermissions { get; init; }

    /// <summary>The person's language, such as <c>fr</c> or <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    public string? GuildLocale { get; init; }

    public InteractionContext? Context { get; init; }

    /// <summary>Bytes that a file may have here.</summary>
    public long? AttachmentSizeLimit { get; init; }

    /// <summary>Who did it, in a guild or outside.</summary>
    public User? Invoker => Member?.User ?? User;
}

/// <summary>The kind of a command.</summary>
public enum CommandType
{
    ChatInput = 1,
    User = 2,
    Message = 3,
}

/// <summary>What an interaction holds; which fields are set depends on its type.</summary>
public sealed class InteractionData
{
    /// <summary>The command's id.</summary>
    public Snowflake Id { get; init; }

    /// <summary>The command's default name, never a localised one.</summary>
    public string Name { get; init; } = "";

    /// <summary>The command's kind.</summary>
    public CommandType Type { get; init; }

    /// <summary>Options as typed; sub-commands and groups stand in it with options of their own.</summary>
    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>The people, channels, roles, messages and files that options and fields name by id.</summary>
    public Resolved? Resolved { get; init; }

    /// <summary>The user or message that a user or message command was given on.</summary>
    public Snowflake? TargetId { get; init; }

    /// <summary>The custom id of the component or form.</summary>
    public string CustomId { get; init; } = "";

    public ComponentType ComponentType { get; init; }

    /// <summary>What was chosen in a select.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>What a form brings; <see cref="Fields"/> lists its fields.</summary>
    public IReadOnlyList<Component> Components { get; init; } = [];

    /// <summary>The fields of a submitted form, each with its custom id and its value or values, out of labels and rows.</summary>
    public IEnumerable<Component> Fields() => Components.SelectMany(component => component.Fields());

    /// <summary>The message that a message command was given on.</summary>
    public Message? TargetMessage => TargetId is { } id ? Resolved?.Messages?.GetValueOrDefault(id) : null;
}

/// <summary>What ids in an interaction stand for.</summary>
public sealed class Resolved
{
    public IReadOnlyDictionary<Snowflake, User>? Users { get; init; }

    /// <summary>Members lack their user, which is in <see cref="Users"/>.</summary>
    public IReadOnlyDictionary<Snowflake, Member>? Members { get; init; }

    public IReadOnlyDictionary<Snowflake, Role>? Roles { get; init; }

    public IReadOnlyDictionary<Snowflake, Channel>? Channels { get; init; }

    public IReadOnlyDictionary<Snowflake, Message>? Messages { get; init; }

    public IReadOnlyDictionary<Snowflake, Attachment>? Attachments { get; init; }
}

/// <summary>An option as a person gave it.</summary>
public sealed class InteractionOption
{
    public string Name { get; init; } = "";

    public CommandOptionType Type { get; init; }

    /// <summary>Absent on sub-commands and groups.</summary>
    public OptionValue? Value { get; init; }

    public IReadOnlyList<InteractionOption> Options { get; init; } = [];

    /// <summary>The one being typed, in an autocomplete interaction.</summary>
    public bool Focused { get; init; }
}
