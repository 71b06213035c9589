using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What a person touches: buttons, selects, forms.</summary>
public sealed partial class StubUser
{
    /// <summary>Presses a button and waits for what they see in the end.</summary>
    /// <param name="message">The message under which it stands; an ephemeral one only for its reader.</param>
    /// <param name="button">Its label or custom id.</param>
    /// <exception cref="InvalidOperationException">The person sees no such button, or it is greyed out or a link.</exception>
    public Task<Seen> Press(StubMessage message, string button) => PressStart(message, button).SeenAsync();

    /// <inheritdoc cref="Press(StubMessage,string)"/>
    public Task<Seen> Press(Seen seen, string button) => Press(Visible(seen), button);

    /// <summary>The same without waiting for the answer.</summary>
    public StubInteraction PressStart(StubMessage message, string button)
    {
        MustSee(message);
        var found = message.Buttons.FirstOrDefault(b => b.Label == button || b.CustomId == button)
            ?? throw new InvalidOperationException($"There is no button {button}, only {string.Join(", ", message.Buttons.Select(b => b.Label))}.");
        return found is { Disabled: false, CustomId: { } id } ? PressId(message, id) : throw new InvalidOperationException($"{button} cannot be pressed.");
    }

    /// <summary>A press of a button that stands there no more, as a slow phone or a hostile client sends it.</summary>
    public StubInteraction PressId(StubMessage message, string customId)
        => Start(InteractionKind.Component, _ => new() { ["component_type"] = 2, ["custom_id"] = customId, ["id"] = 2 }, message);

    /// <summary>Chooses in a select menu.</summary>
    /// <param name="select">Its placeholder or custom id.</param>
    /// <param name="values">Labels or values; people, channels or roles for a menu of those.</param>
    public Task<Seen> Choose(StubMessage message, string select, params object[] values)
    {
        MustSee(message);
        var menu = message.Selects.FirstOrDefault(s => s.Placeholder == select || s.CustomId == select)
            ?? throw new InvalidOperationException($"There is no menu {select}.");
        if (menu.Disabled || values.Length < menu.MinValues || values.Length > menu.MaxValues)
        {
            throw new InvalidOperationException($"{select} does not take {values.Length} choice(s).");
        }

        return Start(InteractionKind.Component, _ =>
        {
            var (chosen, resolved) = ModalFiller.Chosen(menu.Type, menu.Options, values, message.Channel.Guild);
            var data = new JsonObject { ["component_type"] = menu.Type, ["custom_id"] = menu.CustomId, ["id"] = 2, ["values"] = chosen };
            if (resolved.Json is { } json)
            {
                data["resolved"] = json;
            }

            return data;
        }, message).SeenAsync();
    }

    /// <inheritdoc cref="Choose(StubMessage,string,object[])"/>
    public Task<Seen> Choose(Seen seen, string select, params object[] values) => Choose(Visible(seen), select, values);

    /// <summary>Fills in a form and sends it. What is left out keeps what already stood there.</summary>
    /// <param name="fields">By label or custom id: text; for choices a label or value, or several in an array.</param>
    /// <exception cref="InvalidOperationException">Discord's client would not send it: a needed field is empty, a text too long, no such choice.</exception>
    public Task<Seen> Submit(StubModal modal, params (string Field, object Value)[] fields) => SubmitStart(modal, fields).SeenAsync();

    /// <inheritdoc cref="Submit(StubModal,ValueTuple{string,object}[])"/>
    public Task<Seen> Submit(Seen seen, params (string Field, object Value)[] fields)
        => Submit(seen.Modal ?? throw new InvalidOperationException($"{Name} sees no form but {seen}."), fields);

    /// <summary>The same without waiting for the answer.</summary>
    public StubInteraction SubmitStart(StubModal modal, params (string Field, object Value)[] fields)
    {
        var filler = new ModalFiller(modal, fields, modal.Opener.Channel.Guild);
        var source = modal.Opener.Source;
        At(modal.Opener.Channel);
        return Start(InteractionKind.ModalSubmit, _ => filler.Data(), source);
    }

    private StubMessage Visible(Seen seen) => seen.Message ?? throw new InvalidOperationException($"{Name} sees no message but {seen}.");

    private void MustSee(StubMessage message)
    {
        if (message.Deleted || (message.Reader is { } reader && reader != this) || (message.Channel.Recipient is { } owner && owner != this))
        {
            throw new InvalidOperationException($"{Name} does not see this message.");
        }
    }
}
