using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Completions: at most 25, name and value of 1 to 100 characters, values of the option's own type.</summary>
internal static class ChoiceRules
{
    private const int Most = 100;

    public static IEnumerable<RuleFault> Check(JsonObject data, StubInteraction? interaction)
    {
        var type = interaction is null ? 3 : Focused(interaction.Payload["data"]?["options"]) ?? 3;
        foreach (var (path, choice) in Texts.Each(data, "choices"))
        {
            foreach (var fault in Check(path, choice, type).Concat(MarkupRules.Check(choice, "name").Select(f => f with { Path = $"{path}.name" })))
            {
                yield return fault;
            }
        }
    }

    /// <summary>A choice of a command, or a completion.</summary>
    public static IEnumerable<RuleFault> Check(string path, JsonObject choice, int type)
    {
        if (Texts.Length(choice["name"]) is 0 or > Most)
        {
            yield return new($"{path}.name", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {Most} in length.");
        }

        var isText = choice["value"]?.GetValueKind() == JsonValueKind.String;
        if (isText != (type == 3))
        {
            yield return new($"{path}.value", "BASE_TYPE_BAD_TYPE", "The value is not of the option's type.");
        }
        else if (isText && Texts.Length(choice["value"]) is 0 or > Most)
        {
            yield return new($"{path}.value", "BASE_TYPE_BAD_LENGTH", $"Must be between 1 and {Most} in length.");
        }
    }

    private static int? Focused(JsonNode? options) => (options as JsonArray ?? [])
        .Select(o => (bool?)o!["focused"] == true ? (int)o["type"]! : Focused(o["options"]))
        .FirstOrDefault(type => type is not null);
}
