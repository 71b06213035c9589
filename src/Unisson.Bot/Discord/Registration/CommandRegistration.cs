using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>
/// The catalogue as Discord's commands, and what Discord brings back as lines of the catalogue. Registered in bulk, only when something changed:
/// deleting and making anew would lose the permissions that admins gave.
/// </summary>
internal sealed class CommandRegistration(Catalogue catalogue)
{
    private readonly FrozenDictionary<string, CommandSpec> _byName = catalogue.Commands.ToFrozenDictionary(c => c.Path, StringComparer.Ordinal);
    private FrozenDictionary<string, Snowflake> _ids = FrozenDictionary<string, Snowflake>.Empty;

    /// <summary>The command of a message's own menu.</summary>
    public const string LogMessage = "Log as contribution";

    public IReadOnlyList<CommandDefinition> Definitions => field ??= Definition.All(catalogue);

    /// <summary>The line that a command stands for; null for one that this version does not know.</summary>
    public CommandLine? Read(InteractionData data)
    {
        if (Find(data, out var options) is not { } spec)
        {
            return null;
        }

        var values = new Dictionary<string, string>(options.Count, StringComparer.Ordinal);
        foreach (var option in options)
        {
            if (option.Value is { } value && option.Type != CommandOptionType.Attachment)
            {
                values[option.Name] = value.Text;
            }
        }

        return new CommandLine(spec.Path, values);
    }

    /// <summary>The option that is being typed, and what stands in it; null for one that this version does not know.</summary>
    public (CommandSpec Spec, Option Option, string Typed)? Focused(InteractionData data)
    {
        if (Find(data, out var options) is { } spec && options.FirstOrDefault(o => o.Focused) is { } focused
            && spec.Options.FirstOrDefault(o => o.Name.English == focused.Name) is { } option)
        {
            return (spec, option, focused.Value?.Text ?? "");
        }

        return null;
    }

    /// <summary>A command that a person can tap in a text, in their own language; null while its id is not known.</summary>
    public string? Mention(string path) => _ids.TryGetValue(path.Split(' ')[0], out var id) ? $"</{path}:{id}>" : null;

    /// <summary>Registers the commands where they are not as they were last registered.</summary>
    public async Task UploadAsync(DiscordRest rest, Snowflake application, Store store, CancellationToken ct)
    {
        var hash = Convert.ToHexString(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Definitions)));
        await using (var db = store.Read())
        {
            if (await db.Doors.AnyAsync(d => d.Door == DiscordDoor.Name && d.CommandsHash == hash, ct))
            {
                Know(await rest.GetCommandsAsync(application, ct));
                return;
            }
        }

        Know(await rest.OverwriteCommandsAsync(application, Definitions, ct));
        await store.Writer.WriteAsync(async scope =>
        {
            var state = await scope.Db.Doors.FindAsync([DiscordDoor.Name], ct) ?? scope.Db.Doors.Add(new DoorState { Door = DiscordDoor.Name }).Entity;
            state.CommandsHash = hash;
            await scope.Db.SaveChangesAsync(ct);
        });
    }

    private void Know(IReadOnlyList<RegisteredCommand> commands)
        => _ids = commands.Where(c => c.Type == CommandType.ChatInput).ToFrozenDictionary(c => c.Name, c => c.Id, StringComparer.Ordinal);

    private CommandSpec? Find(InteractionData data, out IReadOnlyList<InteractionOption> options)
    {
        options = data.Options;
        if (_byName.TryGetValue(data.Name, out var plain))
        {
            return plain;
        }

        if (data.Options is not [{ Type: CommandOptionType.SubCommand } verb])
        {
            return null;
        }

        options = verb.Options;
        return _byName.GetValueOrDefault($"{data.Name} {verb.Name}");
    }
}
