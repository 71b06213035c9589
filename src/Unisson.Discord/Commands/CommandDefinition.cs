using System.Text.Json;
using Unisson.Discord.Json;

namespace Unisson.Discord;

/// <summary>The kinds of option.</summary>
public enum CommandOptionType
{
    SubCommand = 1,
    SubCommandGroup = 2,
    String = 3,
    Integer = 4,
    Boolean = 5,
    User = 6,
    Channel = 7,
    Role = 8,
    Mentionable = 9,
    Number = 10,
    Attachment = 11,
}

/// <summary>
/// A command as it is registered (Discord's page "Application Commands"). Names match <c>^[-_'\p{L}\p{N}]{1,32}$</c> in lower case;
/// all texts of a command together have at most 8,000 characters, the longest language counting.
/// </summary>
public sealed record CommandDefinition(string Name, string Description)
{
    public CommandType Type { get; init; } = CommandType.ChatInput;

    /// <summary>Names by language, such as <c>fr</c>.</summary>
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    /// <summary>At most 25, the required ones first.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    /// <summary>Who sees the command, until an administrator decides otherwise; null is everybody.</summary>
    public Permissions? DefaultMemberPermissions { get; init; }

    /// <summary>Where the command can be given; null is everywhere.</summary>
    public IReadOnlyList<InteractionContext>? Contexts { get; init; }

    /// <summary>Commands as JSON, to tell whether they are still those that were registered.</summary>
    public static byte[] ToJson(IReadOnlyList<CommandDefinition> commands)
        => JsonSerializer.SerializeToUtf8Bytes(commands, DiscordJson.Default.IReadOnlyListCommandDefinition);
}

/// <summary>An option, a sub-command or a group of sub-commands. Description at most 100 characters.</summary>
public sealed record CommandOption(CommandOptionType Type, string Name, string Description)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }

    public IReadOnlyDictionary<string, string>? DescriptionLocalizations { get; init; }

    public bool? Required { get; init; }

    /// <summary>At most 25; not together with <see cref="Autocomplete"/>.</summary>
    public IReadOnlyList<Choice>? Choices { get; init; }

    /// <summary>The options of a sub-command, or the sub-commands of a group.</summary>
    public IReadOnlyList<CommandOption>? Options { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }

    public double? MinValue { get; init; }

    public double? MaxValue { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public bool? Autocomplete { get; init; }
}

/// <summary>A choice of an option: name and value have at most 100 characters.</summary>
public sealed record Choice(string Name, OptionValue Value)
{
    public IReadOnlyDictionary<string, string>? NameLocalizations { get; init; }
}

/// <summary>A command that Discord knows; its id stands in <c>&lt;/name:id&gt;</c>.</summary>
public sealed class RegisteredCommand
{
    public Snowflake Id { get; init; }

    public string Name { get; init; } = "";

    public CommandType Type { get; init; }

    public Snowflake Version { get; init; }
}
