using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>What the bot registered: global commands, and those of single servers.</summary>
internal sealed class CommandRegistry
{
    private readonly Dictionary<string, List<JsonObject>> _byScope = [];

    /// <summary>The commands of a server, or the global ones.</summary>
    public IReadOnlyList<JsonObject> In(string? guildId) => _byScope.GetValueOrDefault(guildId ?? "") ?? [];

    /// <summary>What a person is offered in a server, or in a DM: its own commands first, then the global ones.</summary>
    public IEnumerable<JsonObject> OfferedIn(string? guildId) => guildId is null ? In(null) : In(guildId).Concat(In(null));

    /// <summary>Bulk overwrite. A command that keeps its name and type keeps its id, and with it the settings admins made.</summary>
    public IReadOnlyList<JsonObject> Overwrite(string? guildId, IEnumerable<JsonObject> commands, Func<string> newId, string applicationId)
    {
        var known = In(guildId).ToDictionary(Key, c => (string)c["id"]!);
        List<JsonObject> stored = [];
        foreach (var command in commands)
        {
            stored.Add(Stored(command, known.GetValueOrDefault(Key(command)) ?? newId(), newId(), guildId, applicationId));
        }

        return _byScope[guildId ?? ""] = stored;
    }

    private static JsonObject Stored(JsonObject command, string id, string version, string? guildId, string applicationId)
    {
        var stored = (JsonObject)command.DeepClone();
        stored["id"] = id;
        stored["application_id"] = applicationId;
        stored["version"] = version;
        stored["type"] ??= 1;
        stored["description"] ??= "";
        stored["default_member_permissions"] = stored["default_member_permissions"]?.DeepClone();
        if (guildId is not null)
        {
            stored["guild_id"] = guildId;
        }

        return stored;
    }

    private static string Key(JsonObject command) => $"{command["type"]?.ToJsonString() ?? "1"} {command["name"]}";
}
