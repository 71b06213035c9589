using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Rows of buttons and selects under a message (components v1).</summary>
internal static class ComponentRules
{
    private const int MostRows = 5;

    public static IEnumerable<RuleFault> Check(JsonObject message)
    {
        var rows = Texts.Each(message, "components").Where(row => (int?)row.Json["type"] == 1).ToList();
        if (rows.Count > MostRows)
        {
            yield return new("components", "BASE_TYPE_BAD_LENGTH", $"Must be between 0 and {MostRows} in length.");
        }

        var parts = rows.SelectMany(row => Texts.Each(row.Json, "components", row.Path + ".")).ToList();
        foreach (var fault in rows.SelectMany(row => Row(row.Path, row.Json)).Concat(parts.SelectMany(p => Part(p.Path, p.Json))).Concat(Duplicates(parts)))
        {
            yield return fault;
        }
    }

    /// <summary>Custom ids that stand twice in one message or form.</summary>
    public static IEnumerable<RuleFault> Duplicates(IEnumerable<(string Path, JsonObject Json)> parts)
        => parts.Where(p => p.Json["custom_id"] is not null)
            .GroupBy(p => (string?)p.Json["custom_id"])
            .SelectMany(same => same.Skip(1))
            .Select(p => new RuleFault($"{p.Path}.custom_id", "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"));

    /// <summary>A choice among options: least and most, and no value twice.</summary>
    public static IEnumerable<RuleFault> Choice(string path, JsonObject part)
    {
        var options = Texts.Each(part, "options", path + ".").ToList();
        var (least, most) = ((int?)part["min_values"] ?? 1, (int?)part["max_values"] ?? 1);
        if (least > most || (options.Count > 0 && most > options.Count))
        {
            yield return new($"{path}.max_values", "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {options.Count}.");
        }

        foreach (var twice in options.GroupBy(o => (string?)o.Json["value"]).SelectMany(same => same.Skip(1)))
        {
            yield return new($"{twice.Path}.value", "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
        }

        if (options.Count(o => (bool?)o.Json["default"] == true) > most)
        {
            yield return new($"{path}.options", "SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "More options are default than can be chosen");
        }
    }

    private static IEnumerable<RuleFault> Row(string path, JsonObject row)
    {
        var types = Texts.Each(row, "components").Select(c => (int?)c.Json["type"]).ToList();
        if (types.Count > 1 && types.Any(t => t != 2))
        {
            yield return new($"{path}.components", "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
        }
    }

    private static IEnumerable<RuleFault> Part(string path, JsonObject part) => (int?)part["type"] == 2 ? Button(path, part) : Choice(path, part);

    private static IEnumerable<RuleFault> Button(string path, JsonObject button)
    {
        var link = (int?)button["style"] == 5;
        if (button["label"] is null && button["emoji"] is null)
        {
            yield return new(path, "BUTTON_COMPONENT_INVALID_LABEL", "A button needs a label or an emoji");
        }

        if (link ? button["url"] is null || button["custom_id"] is not null : button["custom_id"] is null || button["url"] is not null)
        {
            yield return new(path, "BUTTON_COMPONENT_INVALID", link ? "A link button needs a url and no custom id" : "A button needs a custom id and no url");
        }
    }
}
