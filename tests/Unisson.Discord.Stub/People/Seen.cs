namespace Unisson.Discord.Stub;

/// <summary>What an answer is to the person who waits for it.</summary>
public enum SeenKind
{
    /// <summary>A message that the whole channel sees.</summary>
    Message,

    /// <summary>A message that only this person sees.</summary>
    Ephemeral,

    /// <summary>The message under the pressed button changed in place.</summary>
    Update,

    /// <summary>A form opened.</summary>
    Modal,

    /// <summary>"Thinking…", or a button that was accepted without anything new to see yet.</summary>
    Deferred,

    /// <summary>"The application did not respond."</summary>
    Failed,
}

/// <summary>What a person sees after a command, a tap or a form.</summary>
public sealed class Seen
{
    public required SeenKind Kind { get; init; }

    /// <summary>Whether "thinking…" stood there before.</summary>
    public required bool Deferred { get; init; }

    /// <summary>Until the first answer, on the stub's clock.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The message that appeared or changed; none for a form or a failure.</summary>
    public required StubMessage? Message { get; init; }

    /// <summary>The form that opened.</summary>
    public required StubModal? Modal { get; init; }

    /// <summary>What came after the answer.</summary>
    public required IReadOnlyList<StubMessage> FollowUps { get; init; }

    /// <summary>Only this person sees it.</summary>
    public bool Private => Message?.Ephemeral ?? true;

    public string Content => Message?.Content ?? "";

    /// <summary>Content and embeds as one text.</summary>
    public string Text => Message?.Text ?? "";

    public IReadOnlyList<StubEmbed> Embeds => Message?.Embeds ?? [];

    public IReadOnlyList<StubButton> Buttons => Message?.Buttons ?? [];

    public IReadOnlyList<StubSelect> Selects => Message?.Selects ?? [];

    public IReadOnlyList<StubFile> Files => Message?.Files ?? [];

    internal static Seen Of(StubInteraction interaction)
    {
        var message = interaction.Deferred && !interaction.Filled ? interaction.FollowUps.FirstOrDefault() : interaction.Original;
        return new Seen
        {
            Kind = KindOf(interaction, message),
            Deferred = interaction.Deferred,
            Elapsed = interaction.AnsweredAfter,
            Message = message,
            Modal = interaction.Modal,
            FollowUps = [.. interaction.FollowUps],
        };
    }

    private static SeenKind KindOf(StubInteraction interaction, StubMessage? message) => interaction.Answer switch
    {
        null => SeenKind.Failed,
        CallbackType.Modal => SeenKind.Modal,
        CallbackType.Update => SeenKind.Update,
        CallbackType.DeferredUpdate when interaction.Filled => SeenKind.Update,
        _ when message is null => SeenKind.Deferred,
        _ => message.Ephemeral ? SeenKind.Ephemeral : SeenKind.Message,
    };

    public override string ToString() => $"{Kind}: {(object?)Message ?? Modal}";
}

/// <summary>A completion that a person is offered while typing.</summary>
/// <param name="Name">What the person reads, in their own language.</param>
/// <param name="Value">What the option will hold.</param>
public sealed record StubChoice(string Name, object Value);
