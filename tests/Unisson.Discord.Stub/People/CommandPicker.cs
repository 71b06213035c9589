using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>Finds what a person picks in Discord's list of commands, by the names they read there or by the default ones.</summary>
internal sealed class CommandPicker(WorldState world, StubUser user, StubChannel place)
{
    /// <summary>The command, the names of the path under it, and the options of its last part.</summary>
    public (JsonObject Command, IReadOnlyList<JsonObject> Nested, JsonArray Options) Pick(string path)
    {
        var words = path.TrimStart('/').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var command = Offered(1).FirstOrDefault(c => Is(c, words[0])) ?? throw NotOffered($"/{words[0]}");
        var options = command["options"] as JsonArray ?? [];
        List<JsonObject> nested = [];
        foreach (var word in words.Skip(1))
        {
            var part = options.OfType<JsonObject>().FirstOrDefault(o => Is(o, word) && (int)o["type"]! <= 2) ?? throw NotOffered($"/{path}");
            nested.Add(part);
            options = part["options"] as JsonArray ?? [];
        }

        if (options.OfType<JsonObject>().Any(o => (int)o["type"]! <= 2))
        {
            throw new InvalidOperationException($"/{path} has subcommands and cannot be used alone.");
        }

        return (command, nested, options);
    }

    /// <summary>A command of a message's own menu.</summary>
    public JsonObject PickForMessage(string name) => Offered(3).FirstOrDefault(c => Is(c, name)) ?? throw NotOffered(name);

    public JsonObject Option(JsonArray options, string name)
        => options.OfType<JsonObject>().FirstOrDefault(o => Is(o, name))
            ?? throw new InvalidOperationException($"There is no option {name}, only {string.Join(", ", options.Select(o => (string)o!["name"]!))}.");

    /// <summary>The name in this person's language, if the bot gave one.</summary>
    public string Shown(JsonNode named) => (string?)named["name_localizations"]?[user.Locale] ?? (string)named["name"]!;

    public bool Is(JsonNode named, string typed) => typed == (string)named["name"]! || typed == Shown(named);

    private IEnumerable<JsonObject> Offered(int type)
        => world.Commands.OfferedIn(place.Guild?.Id).Where(c => (int)c["type"]! == type && Usable(c));

    private bool Usable(JsonObject command)
    {
        var contexts = command["contexts"] as JsonArray;
        if (place.Guild is not { } guild)
        {
            return contexts?.Any(c => (int)c! == 1) ?? (bool?)command["dm_permission"] ?? true;
        }

        var needed = command["default_member_permissions"] is JsonNode bits ? ulong.Parse(bits.ToString(), null) : 0;
        var has = (ulong)guild.Members[user.Id].Permissions;
        return (contexts?.Any(c => (int)c! == 0) ?? true) && (has & needed) == needed;
    }

    private InvalidOperationException NotOffered(string what)
        => new($"{user} is not offered {what} in {place}; there are {string.Join(", ", world.Commands.OfferedIn(place.Guild?.Id).Select(Shown))}.");
}
