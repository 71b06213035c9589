using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What a person types: slash commands, completions, a message's menu, words in a DM.</summary>
public sealed partial class StubUser
{
    /// <summary>Uses a slash command where the person is, and waits for what they see in the end.</summary>
    /// <param name="path">As <c>mission open</c> or <c>/mission ouvrir</c>: the default names, or those of the person's language.</param>
    /// <param name="options">Values by name: text, whole numbers, <see cref="StubUser"/>, <see cref="StubChannel"/>, <see cref="StubRole"/>, <see cref="StubFile"/>; a choice by its value or by what the person reads.</param>
    /// <exception cref="InvalidOperationException">Discord's client would not let the person do that: no such command here, a needed option left out, a value that is no choice.</exception>
    public Task<Seen> Slash(string path, params (string Name, object Value)[] options) => SlashStart(path, options).SeenAsync();

    /// <summary>The same without waiting for the answer.</summary>
    public StubInteraction SlashStart(string path, params (string Name, object Value)[] options)
        => Start(InteractionKind.Command, picker =>
        {
            var (command, nested, known) = picker.Pick(path);
            var filler = new OptionFiller(picker, Place!.Guild);
            var given = options.ToDictionary(o => picker.Option(known, o.Name), o => o.Value);
            if (known.OfType<JsonObject>().FirstOrDefault(o => (bool?)o["required"] == true && !given.ContainsKey(o)) is { } missing)
            {
                throw new InvalidOperationException($"/{path} needs {picker.Shown(missing)}.");
            }

            return Data(command, nested, [.. given.Select(g => filler.Fill(g.Key, g.Value))], filler.Resolved.Json);
        });

    /// <summary>Types into an option and reads the completions offered, in the person's language.</summary>
    /// <param name="option">The option being typed; it must have been registered with completion.</param>
    /// <param name="typed">What stands in it so far.</param>
    /// <param name="others">The options already filled.</param>
    /// <exception cref="TimeoutException">"Loading options failed": no answer in 3 s.</exception>
    public async Task<IReadOnlyList<StubChoice>> Complete(string path, string option, string typed, params (string Name, object Value)[] others)
    {
        var interaction = Start(InteractionKind.Autocomplete, picker =>
        {
            var (command, nested, known) = picker.Pick(path);
            var focused = picker.Option(known, option);
            if ((bool?)focused["autocomplete"] != true)
            {
                throw new InvalidOperationException($"{option} of /{path} has no completion.");
            }

            var filler = new OptionFiller(picker, Place!.Guild);
            var filled = others.Select(o => filler.Fill(picker.Option(known, o.Name), o.Value));
            return Data(command, nested, [.. filled, OptionFiller.Focus(focused, typed)], filler.Resolved.Json);
        });
        var seen = await interaction.SeenAsync();
        return seen.Kind == SeenKind.Failed ? throw new TimeoutException($"No completion of {option} within 3 s.") : interaction.Choices;
    }

    /// <summary>Uses a command of a message's own menu ("Apps").</summary>
    public Task<Seen> MessageCommand(StubMessage message, string name) => Start(InteractionKind.Command, picker =>
    {
        var command = picker.PickForMessage(name);
        var resolved = new ResolvedData(Place!.Guild);
        resolved.Add(message);
        var data = Data(command, [], [], resolved.Json);
        data["target_id"] = message.Id;
        return data;
    }).SeenAsync();

    /// <summary>Writes to the bot in private. The bot hears it only with the intent for direct messages.</summary>
    public StubMessage Dm(string text, params StubFile[] files)
    {
        var channel = _world.Dm(this);
        var message = new StubMessage(_world.Ids.Next(), channel, this, new(text) { Files = files }, _world.Now);
        _world.Do(() =>
        {
            channel.All.Add(message);
            _world.Tell!(null, "MESSAGE_CREATE", MessagePayload.Of(message));
        });
        return message;
    }

    private StubInteraction Start(InteractionKind kind, Func<CommandPicker, JsonObject> data, StubMessage? source = null)
    {
        var place = source?.Channel ?? Place ?? throw new InvalidOperationException($"{Name} is nowhere: call In(…), At(…) or AtDm() first.");
        var interaction = new StubInteraction(_world, kind, this, place) { Source = source };
        interaction.Payload = _world.Do(() => InteractionPayload.Of(interaction, _world, data(new CommandPicker(_world, this, place))));
        return interaction.Send();
    }

    private static JsonObject Data(JsonObject command, IReadOnlyList<JsonObject> nested, JsonArray options, JsonObject? resolved)
    {
        foreach (var part in nested.Reverse())
        {
            options = [new JsonObject { ["name"] = (string)part["name"]!, ["type"] = (int)part["type"]!, ["options"] = options }];
        }

        var data = new JsonObject { ["id"] = (string)command["id"]!, ["name"] = (string)command["name"]!, ["type"] = (int)command["type"]!, ["options"] = options };
        if (command["guild_id"] is { } scope)
        {
            data["guild_id"] = (string)scope!;
        }

        if (resolved is not null)
        {
            data["resolved"] = resolved;
        }

        return data;
    }
}
