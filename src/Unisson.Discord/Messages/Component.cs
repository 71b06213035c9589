namespace Unisson.Discord;

/// <summary>The kinds of component.</summary>
public enum ComponentType
{
    ActionRow = 1,
    Button = 2,
    StringSelect = 3,
    TextInput = 4,
    UserSelect = 5,
    RoleSelect = 6,
    MentionableSelect = 7,
    ChannelSelect = 8,
    Section = 9,
    TextDisplay = 10,
    Thumbnail = 11,
    MediaGallery = 12,
    File = 13,
    Separator = 14,
    Container = 17,
    Label = 18,
    FileUpload = 19,
    RadioGroup = 21,
    CheckboxGroup = 22,
    Checkbox = 23,
}

/// <summary>How a button looks; <see cref="Link"/> opens an address and sends no interaction.</summary>
public enum ButtonStyle
{
    Primary = 1,
    Secondary = 2,
    Success = 3,
    Danger = 4,
    Link = 5,
}

/// <summary>One line or several.</summary>
public enum TextInputStyle
{
    Short = 1,
    Paragraph = 2,
}

/// <summary>
/// A component of a message or a form, of whatever kind, as sent and as received; what a kind does not have stays null. Use the static
/// members to make one.
/// </summary>
public sealed record Component
{
    public ComponentType Type { get; init; }

    /// <summary>A number within the message, given by Discord when left out.</summary>
    public int? Id { get; init; }

    /// <summary>1 to 100 characters that come back with the interaction.</summary>
    public string? CustomId { get; init; }

    /// <summary>A <see cref="ButtonStyle"/> or a <see cref="TextInputStyle"/>.</summary>
    public int? Style { get; init; }

    /// <summary>At most 80 characters on a button, 45 on a label.</summary>
    public string? Label { get; init; }

    /// <summary>Under a label, at most 100 characters.</summary>
    public string? Description { get; init; }

    public string? Placeholder { get; init; }

    public Emoji? Emoji { get; init; }

    public string? Url { get; init; }

    public bool? Disabled { get; init; }

    public bool? Required { get; init; }

    /// <summary>Whether a checkbox is ticked at first.</summary>
    public bool? Default { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public int? MinValues { get; init; }

    public int? MaxValues { get; init; }

    /// <summary>What a text input holds at first, or what came back from one, from a radio group or from a checkbox.</summary>
    public OptionValue? Value { get; init; }

    /// <summary>What came back from a select, a checkbox group or an upload (ids).</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>Text of a text display, at most 4,000 characters.</summary>
    public string? Content { get; init; }

    public IReadOnlyList<SelectOption>? Options { get; init; }

    public IReadOnlyList<SelectDefault>? DefaultValues { get; init; }

    public IReadOnlyList<int>? ChannelTypes { get; init; }

    /// <summary>What stands in a row, a section or a container.</summary>
    public IReadOnlyList<Component>? Components { get; init; }

    /// <summary>The one field in a label, which carries its name: Discord calls it <c>component</c>.</summary>
    [System.Text.Json.Serialization.JsonPropertyName("component")]
    public Component? Field { get; init; }

    /// <summary>At most 5 buttons, or one select.</summary>
    public static Component Row(params IReadOnlyList<Component> components) => new() { Type = ComponentType.ActionRow, Components = components };

    public static Component Button(string customId, string label, ButtonStyle style = ButtonStyle.Secondary) =>
        new() { Type = ComponentType.Button, CustomId = customId, Label = label, Style = (int)style };

    public static Component Link(string url, string label) => new() { Type = ComponentType.Button, Url = url, Label = label, Style = (int)ButtonStyle.Link };

    /// <summary>1 to 25 options.</summary>
    public static Component StringSelect(string customId, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.StringSelect, CustomId = customId, Options = options };

    public static Component UserSelect(string customId) => new() { Type = ComponentType.UserSelect, CustomId = customId };

    public static Component ChannelSelect(string customId) => new() { Type = ComponentType.ChannelSelect, CustomId = customId };

    public static Component RoleSelect(string customId) => new() { Type = ComponentType.RoleSelect, CustomId = customId };

    public static Component TextInput(string customId, TextInputStyle style = TextInputStyle.Short) =>
        new() { Type = ComponentType.TextInput, CustomId = customId, Style = (int)style };

    /// <summary>2 to 10 options, one of which is chosen.</summary>
    public static Component RadioGroup(string customId, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.RadioGroup, CustomId = customId, Options = options };

    /// <summary>1 to 10 options, any of which are chosen.</summary>
    public static Component CheckboxGroup(string customId, IReadOnlyList<SelectOption> options) =>
        new() { Type = ComponentType.CheckboxGroup, CustomId = customId, Options = options };

    public static Component Checkbox(string customId, bool ticked = false) => new() { Type = ComponentType.Checkbox, CustomId = customId, Default = ticked };

    public static Component FileUpload(string customId) => new() { Type = ComponentType.FileUpload, CustomId = customId };

    /// <summary>Text between the fields of a form, in Markdown.</summary>
    public static Component TextDisplay(string content) => new() { Type = ComponentType.TextDisplay, Content = content };

    /// <summary>A field of a form with its name, 1 to 45 characters, and a description of at most 100.</summary>
    public static Component Labelled(string label, Component field, string? description = null) =>
        new() { Type = ComponentType.Label, Label = label, Description = description, Field = field };

    /// <summary>This component if it is a field, and the fields inside it.</summary>
    public IEnumerable<Component> Fields()
    {
        if (CustomId is not null)
        {
            yield return this;
        }

        foreach (var field in Field?.Fields() ?? [])
        {
            yield return field;
        }

        foreach (var field in Components?.SelectMany(component => component.Fields()) ?? [])
        {
            yield return field;
        }
    }
}

/// <summary>An option of a select, a radio group or a checkbox group; each text has at most 100 characters.</summary>
public sealed record SelectOption(string Label, string Value, string? Description = null, bool? Default = null)
{
    public Emoji? Emoji { get; init; }
}

/// <summary>What is chosen at first in a select of people, roles or channels; <see cref="Type"/> is <c>user</c>, <c>role</c> or <c>channel</c>.</summary>
public sealed record SelectDefault(Snowflake Id, string Type);

/// <summary>A Unicode emoji by its character as name, or a custom one by its id.</summary>
public sealed record Emoji(string? Name, Snowflake? Id = null);
