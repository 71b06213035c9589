using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Discord;

namespace Unisson.Bot.Discord.Registration;

/// <summary>The catalogue's commands at Discord: registered there when they changed, and read back from what people send.</summary>
internal sealed class CommandRegistration(Catalogue catalogue)
{
    /// <summary>The command in the menu of a message. It is no line of the catalogue: it opens the form of one.</summary>
    public const string LogMessage = "Log as contribution";

    private const string Door = DiscordDoor.Name;

    private FrozenDictionary<string, Snowflake> _ids = FrozenDictionary<string, Snowflake>.Empty;

    public IReadOnlyList<CommandDefinition> Definitions { get; } = Registration.Definitions.Of(catalogue);

    /// <summary>SHA-256 of the definitions as they are sent.</summary>
    public string Hash => field ??= Convert.ToHexStringLower(SHA256.HashData(CommandDefinition.ToJson(Definitions)));

    /// <summary>The line that was sent; null when this version has no such command.</summary>
    public CommandLine? Read(InteractionData data)
    {
        if (Find(data) is not var (spec, given))
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in given)
        {
            if (Of(spec, option) is { } known && !string.IsNullOrWhiteSpace(option.Value?.Text))
            {
                values[known.Name.English] = option.Value.Value.Text;
            }
        }

        return new CommandLine(spec.Path, values);
    }

    /// <summary>The option in which somebody is typing, and what stands in it so far; null when this version has no such option.</summary>
    public (CommandSpec Spec, Option Option, string Typed)? Focused(InteractionData data)
        => Find(data) is var (spec, given) && given.FirstOrDefault(o => o.Focused) is { } focused && Of(spec, focused) is { } option
            ? (spec, option, focused.Value?.Text ?? "")
            : null;

    /// <summary>
    /// Registers the commands, replacing all that were there, when they are not those that were registered last for this application. Discord
    /// allows 200 new commands a day, and those whose name stays keep their ids.
    /// </summary>
    /// <exception cref="DiscordException">Discord refused them, or gave no answer; nothing was remembered.</exception>
    public async Task UploadAsync(DiscordRest rest, Snowflake application, Store store, CancellationToken ct)
    {
        var current = $"{application}:{Hash}";
        if (await StoredAsync(store, ct) == current)
        {
            var there = await rest.GetCommandsAsync(application, ct);
            if (Knows(there))
            {
                return;
            }
        }

        Knows(await rest.OverwriteCommandsAsync(application, Definitions, ct));
        await RememberAsync(store, current, ct);
    }

    /// <summary>A command that can be tapped in a message; null as long as Discord has not said its id.</summary>
    /// <param name="path">The English path: Discord shows everybody their own names.</param>
    public string? Mention(string path) => _ids.TryGetValue(path.Split(' ')[0], out var id) ? $"</{path}:{id}>" : null;

    private (CommandSpec Spec, IReadOnlyList<InteractionOption> Given)? Find(InteractionData data)
    {
        var (path, given) = data.Options is [{ Type: CommandOptionType.SubCommand } verb] ? ($"{data.Name} {verb.Name}", verb.Options) : (data.Name, data.Options);
        return data.Type == CommandType.ChatInput && catalogue.Has(path) ? (catalogue[path], given) : null;
    }

    private static Option? Of(CommandSpec spec, InteractionOption given) => spec.Options.FirstOrDefault(o => o.Name.English == given.Name);

    /// <summary>Takes the ids of what is registered; false when that is not what there should be.</summary>
    private bool Knows(IReadOnlyList<RegisteredCommand> registered)
    {
        _ids = registered.Where(c => c.Type == CommandType.ChatInput).ToFrozenDictionary(c => c.Name, c => c.Id, StringComparer.Ordinal);
        return registered.Select(c => c.Name).ToHashSet(StringComparer.Ordinal).SetEquals(Definitions.Select(d => d.Name));
    }

    private static async Task<string?> StoredAsync(Store store, CancellationToken ct)
    {
        await using var db = store.Read();
        return await db.Doors.Where(d => d.Door == Door).Select(d => d.CommandsHash).FirstOrDefaultAsync(ct);
    }

    private static Task RememberAsync(Store store, string hash, CancellationToken ct) => store.Writer.WriteAsync(async scope =>
    {
        var state = await scope.Db.Doors.FirstOrDefaultAsync(d => d.Door == Door, ct) ?? scope.Db.Doors.Add(new DoorState { Door = Door }).Entity;
        state.CommandsHash = hash;
        await scope.Db.SaveChangesAsync(ct);
    });
}
