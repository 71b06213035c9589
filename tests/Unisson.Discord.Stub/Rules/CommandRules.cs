using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>What Discord asks of commands beyond its file: names, order, distinctness, 8,000 characters each.</summary>
internal static class CommandRules
{
    private const int MostText = 8000;
    private static readonly Dictionary<int, int> MostByType = new() { [1] = 100, [2] = 15, [3] = 15 };

    public static IEnumerable<RuleFault> Check(JsonArray commands)
    {
        var all = commands.Select((c, at) => (Path: $"{at}", Json: c as JsonObject ?? [])).ToList();
        foreach (var (type, most) in MostByType)
        {
            if (all.Count(c => Type(c.Json) == type) > most)
            {
                yield return new("", "APPLICATION_COMMAND_TOO_MANY", $"Maximum number of application commands of type {type} reached ({most}).");
            }
        }

        var faults = all.SelectMany(c => Check(c.Path, c.Json))
            .Concat(all.GroupBy(c => Type(c.Json)).SelectMany(same => NameRules.Distinct(same, "APPLICATION_COMMANDS_DUPLICATE_NAME")));
        foreach (var fault in faults)
        {
            yield return fault;
        }
    }

    /// <summary>Texts of a command in all, the longest localisation of each counting.</summary>
    public static int Length(JsonObject command)
        => Longest(command, "name") + Longest(command, "description")
            + Texts.Each(command, "options").Sum(o => Length(o.Json))
            + Texts.Each(command, "choices").Sum(c => Longest(c.Json, "name") + Texts.Length(c.Json["value"]));

    private static IEnumerable<RuleFault> Check(string path, JsonObject command)
    {
        if (Type(command) != 1)
        {
            return MenuCommand(path, command);
        }

        return NameRules.Check(path, command)
            .Concat(Description(path, command))
            .Concat(Size(path, command))
            .Concat(OptionRules.Check(path, command, depth: 0));
    }

    private static IEnumerable<RuleFault> MenuCommand(string path, JsonObject command)
    {
        if (Texts.Length(command["description"]) > 0)
        {
            yield return new($"{path}.description", "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID", "Context menu commands cannot have description");
        }

        if (command["options"] is JsonArray { Count: > 0 })
        {
            yield return new($"{path}.options", "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID", "Context menu commands cannot have options");
        }
    }

    private static IEnumerable<RuleFault> Description(string path, JsonObject command)
    {
        if (Texts.Length(command["description"]) == 0)
        {
            yield return new($"{path}.description", "BASE_TYPE_REQUIRED", "This field is required");
        }
    }

    private static IEnumerable<RuleFault> Size(string path, JsonObject command)
    {
        if (Length(command) is > MostText and var length)
        {
            yield return new(path, "APPLICATION_COMMAND_TOO_LARGE", $"Command exceeds maximum size ({MostText}): {length}");
        }
    }

    private static int Longest(JsonObject named, string field)
        => (named[$"{field}_localizations"] as JsonObject ?? []).Select(l => Texts.Length(l.Value)).Append(Texts.Length(named[field])).Max();

    private static int Type(JsonObject command) => (int?)command["type"] ?? 1;
}
