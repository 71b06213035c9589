using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unisson.Discord.Stub.Rules;

/// <summary>Timestamps, mentions and command links are shown as raw text in labels, titles, footers, choices and thread names.</summary>
internal static partial class MarkupRules
{
    private static readonly string[] Named = ["label", "placeholder", "description", "title", "name"];

    /// <summary>The given fields, and nothing deeper.</summary>
    public static IEnumerable<RuleFault> Check(JsonObject json, params string[] names)
        => names.Where(name => json[name] is JsonValue value && value.TryGetValue<string>(out var text) && Markup().IsMatch(text))
            .Select(name => new RuleFault(name, "markup.raw", $"people would read the raw text: {json[name]}", House: true));

    public static IEnumerable<RuleFault> CheckMessage(JsonObject message)
    {
        foreach (var (path, embed) in Texts.Each(message, "embeds"))
        {
            var parts = Check(embed, "title")
                .Concat(Under("footer", embed["footer"], "text"))
                .Concat(Under("author", embed["author"], "name"))
                .Concat(Texts.Each(embed, "fields").SelectMany(f => Under(f.Path, f.Json, "name")));
            foreach (var fault in parts)
            {
                yield return fault with { Path = $"{path}.{fault.Path}" };
            }
        }

        foreach (var fault in Deep(message["components"], "components"))
        {
            yield return fault;
        }
    }

    /// <summary>Every label and the like in a tree of components.</summary>
    public static IEnumerable<RuleFault> Deep(JsonNode? node, string path) => node switch
    {
        JsonArray array => array.SelectMany((item, at) => Deep(item, $"{path}.{at}")),
        JsonObject json => Under(path, json, Named).Concat(json.SelectMany(pair => pair.Value is JsonValue ? [] : Deep(pair.Value, $"{path}.{pair.Key}"))),
        _ => [],
    };

    private static IEnumerable<RuleFault> Under(string path, JsonNode? json, params string[] names)
        => json is JsonObject part ? Check(part, names).Select(f => f with { Path = $"{path}.{f.Path}" }) : [];

    [GeneratedRegex(@"<(?:t:-?\d|@[!&]?\d|#\d|/[^>]+:\d)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();
}
