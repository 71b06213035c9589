using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Options: needed ones first, subcommands by themselves, choices or completion but not both.</summary>
internal static class OptionRules
{
    private const int SubCommand = 1;
    private const int Group = 2;

    public static IEnumerable<RuleFault> Check(string path, JsonObject owner, int depth)
    {
        var options = Texts.Each(owner, "options", path + ".").ToList();
        return Order(options)
            .Concat(Nesting(path, options, depth))
            .Concat(NameRules.Distinct(options, "APPLICATION_COMMAND_OPTIONS_NAME_INVALID"))
            .Concat(options.SelectMany(o => Option(o.Path, o.Json, depth)));
    }

    private static IEnumerable<RuleFault> Order(List<(string Path, JsonObject Json)> options)
    {
        var firstOptional = options.FindIndex(o => (bool?)o.Json["required"] != true);
        return options.Where((o, at) => firstOptional >= 0 && at > firstOptional && (bool?)o.Json["required"] == true)
            .Select(o => new RuleFault(o.Path, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", "Required options must be placed before non-required options"));
    }

    private static IEnumerable<RuleFault> Nesting(string path, List<(string Path, JsonObject Json)> options, int depth)
    {
        var nested = options.Count(o => Type(o.Json) <= Group);
        if (nested > 0 && nested < options.Count)
        {
            yield return new($"{path}.options", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-command and sub-command group option types are mutually exclusive to all other types");
        }

        foreach (var deep in options.Where(o => Type(o.Json) <= Group && (depth > 1 || (depth == 1 && Type(o.Json) == Group))))
        {
            yield return new($"{deep.Path}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Nested too deep");
        }
    }

    private static IEnumerable<RuleFault> Option(string path, JsonObject option, int depth)
    {
        var faults = NameRules.Check(path, option).Concat(Choices(path, option));
        return Type(option) switch
        {
            SubCommand => faults.Concat(Check(path, option, depth: 2)),
            Group => faults.Concat(Check(path, option, depth + 1)),
            _ => faults,
        };
    }

    private static IEnumerable<RuleFault> Choices(string path, JsonObject option)
    {
        var choices = Texts.Each(option, "choices", path + ".").ToList();
        if ((bool?)option["autocomplete"] == true && choices.Count > 0)
        {
            yield return new($"{path}.autocomplete", "APPLICATION_COMMAND_OPTIONS_CHOICES_AUTOCOMPLETE_INVALID", "Choices and autocomplete exclude each other");
        }

        if (((bool?)option["autocomplete"] == true || choices.Count > 0) && Type(option) is not (3 or 4 or 10))
        {
            yield return new($"{path}.type", "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Only texts and numbers have choices or completion");
        }

        foreach (var fault in choices.SelectMany(c => ChoiceRules.Check(c.Path, c.Json, Type(option))))
        {
            yield return fault;
        }

        foreach (var twice in choices.GroupBy(c => (string?)c.Json["name"]).SelectMany(same => same.Skip(1)))
        {
            yield return new($"{twice.Path}.name", "APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_DUPLICATE", "Option choice names must be unique");
        }
    }

    private static int Type(JsonObject option) => (int?)option["type"] ?? 3;
}
