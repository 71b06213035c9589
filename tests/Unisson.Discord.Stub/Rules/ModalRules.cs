using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>A form: 1 to 5 components, and fields whose own texts keep their own bounds.</summary>
internal static class ModalRules
{
    private const int MostComponents = 5;

    public static IEnumerable<RuleFault> Check(JsonObject modal)
    {
        var components = Texts.Each(modal, "components").ToList();
        if (components.Count is 0 or > MostComponents)
        {
            yield return new("components", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {MostComponents} in length.");
        }

        var fields = components.SelectMany(Fields).ToList();
        var faults = fields.SelectMany(f => (int?)f.Json["type"] switch
        {
            4 => Text(f.Path, f.Json),
            21 or 23 => [],
            _ => ComponentRules.Choice(f.Path, f.Json),
        });
        foreach (var fault in faults.Concat(ComponentRules.Duplicates(fields)).Concat(MarkupRules.Check(modal, "title")).Concat(MarkupRules.Deep(modal["components"], "components")))
        {
            yield return fault;
        }
    }

    private static IEnumerable<(string Path, JsonObject Json)> Fields((string Path, JsonObject Json) component) => (int?)component.Json["type"] switch
    {
        18 when component.Json["component"] is JsonObject field => [($"{component.Path}.component", field)],
        1 => Texts.Each(component.Json, "components", component.Path + "."),
        _ => [],
    };

    private static IEnumerable<RuleFault> Text(string path, JsonObject field)
    {
        var (least, most) = ((int?)field["min_length"] ?? 0, (int?)field["max_length"] ?? 4000);
        if (least > most)
        {
            yield return new($"{path}.min_length", "BASE_TYPE_BAD_LENGTH", $"Must be {most} or less.");
        }

        var length = Texts.Length(field["value"]);
        if (length > most || (length > 0 && length < least))
        {
            yield return new($"{path}.value", "BASE_TYPE_BAD_LENGTH", $"Must be between {least} and {most} in length.");
        }
    }
}
