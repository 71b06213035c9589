namespace Unisson.Discord;

/// <summary>The kinds of first response to an interaction.</summary>
public enum InteractionResponseType
{
    Pong = 1,
    ChannelMessageWithSource = 4,
    DeferredChannelMessageWithSource = 5,
    DeferredUpdateMessage = 6,
    UpdateMessage = 7,
    ApplicationCommandAutocompleteResult = 8,
    Modal = 9,
}

/// <summary>The first response to an interaction; made by its static members.</summary>
public sealed class InteractionResponse
{
    private InteractionResponse(InteractionResponseType type) => Type = type;

    public InteractionResponseType Type { get; }

    internal MessageCreate? Message { get; private init; }

    internal MessageEdit? Edit { get; private init; }

    internal Modal? Form { get; private init; }

    internal IReadOnlyList<Choice>? Suggestions { get; private init; }

    internal bool Ephemeral { get; private init; }

    public static InteractionResponse Pong { get; } = new(InteractionResponseType.Pong);

    /// <summary>Acknowledges a press; the pressed message stays as it is and may be edited within 15 minutes.</summary>
    public static InteractionResponse DeferUpdate { get; } = new(InteractionResponseType.DeferredUpdateMessage);

    /// <summary>A message, seen by all or, with <see cref="MessageFlags.Ephemeral"/>, by the asker alone.</summary>
    public static InteractionResponse Reply(MessageCreate message) => new(InteractionResponseType.ChannelMessageWithSource) { Message = message };

    /// <summary>"… is thinking": the answer follows within 15 minutes and is as private as was said here.</summary>
    public static InteractionResponse Defer(bool ephemeral) => new(InteractionResponseType.DeferredChannelMessageWithSource) { Ephemeral = ephemeral };

    /// <summary>Edits the message whose component was pressed, in the same request.</summary>
    public static InteractionResponse Update(MessageEdit edit) => new(InteractionResponseType.UpdateMessage) { Edit = edit };

    /// <summary>At most 25 choices for the option being typed.</summary>
    public static InteractionResponse Choices(IReadOnlyList<Choice> choices) =>
        new(InteractionResponseType.ApplicationCommandAutocompleteResult) { Suggestions = choices };

    /// <summary>Opens a form. Not in answer to a form, and never after a deferral.</summary>
    public static InteractionResponse Modal(Modal modal) => new(InteractionResponseType.Modal) { Form = modal };
}

/// <summary>A form: a title of at most 45 characters and at most 5 components, labels around fields.</summary>
public sealed record Modal(string CustomId, string Title, IReadOnlyList<Component> Components);

/// <summary>What became of a first response.</summary>
public sealed class InteractionCallbackResult
{
    public InteractionCallbackResource? Resource { get; init; }

    /// <summary>The message that was made or edited.</summary>
    public Message? Message => Resource?.Message;
}

/// <summary>The thing a first response made.</summary>
public sealed class InteractionCallbackResource
{
    public InteractionResponseType Type { get; init; }

    public Message? Message { get; init; }
}
