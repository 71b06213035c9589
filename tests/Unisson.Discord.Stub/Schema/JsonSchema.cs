using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Unisson.Discord.Stub.Schema;

/// <summary>A JSON Schema of the words that Discord's OpenAPI file uses, read once.</summary>
internal sealed class JsonSchema
{
    public IReadOnlyList<string> Types { get; private init; } = [];

    public IReadOnlyList<string>? Enum { get; private init; }

    public string? Const { get; private init; }

    public IReadOnlyList<string> Required { get; private init; } = [];

    public IReadOnlyDictionary<string, JsonSchema> Properties { get; private init; } = new Dictionary<string, JsonSchema>();

    /// <summary>What keys without a property of their own may hold; none if nothing is said about them.</summary>
    public JsonSchema? Additional { get; private init; }

    public bool AdditionalForbidden { get; private init; }

    public JsonSchema? Items { get; private init; }

    public IReadOnlyList<JsonSchema> OneOf { get; private init; } = [];

    public IReadOnlyList<JsonSchema> AnyOf { get; private init; } = [];

    public IReadOnlyList<JsonSchema> AllOf { get; private init; } = [];

    public Range Length { get; private init; }

    public Range Count { get; private init; }

    public Range Keys { get; private init; }

    public Range Value { get; private init; }

    public bool Unique { get; private init; }

    public Regex? Pattern { get; private init; }

    public string? Format { get; private init; }

    /// <summary>All keys that this schema or its parts speak of.</summary>
    public IEnumerable<string> KnownKeys => Properties.Keys.Concat(AllOf.SelectMany(s => s.Real.KnownKeys));

    public bool SaysNothingOfKeys => Properties.Count == 0 && AllOf.All(s => s.Real.SaysNothingOfKeys);

    /// <param name="json">The schema itself; it may be a <c>$ref</c>.</param>
    /// <param name="find">Gives the schema of a reference, the same one each time.</param>
    public static JsonSchema Read(JsonElement json, Func<string, JsonSchema> find)
    {
        if (json.TryGetProperty("$ref", out var reference))
        {
            return find(reference.GetString()!);
        }

        var additional = json.TryGetProperty("additionalProperties", out var a) ? a : default;
        return new JsonSchema
        {
            Types = Several(json, "type", e => e.GetString()!),
            Enum = json.TryGetProperty("enum", out _) ? Several(json, "enum", e => e.GetRawText()) : null,
            Const = json.TryGetProperty("const", out var constant) ? constant.GetRawText() : null,
            Required = Several(json, "required", e => e.GetString()!),
            Properties = json.TryGetProperty("properties", out var p) ? p.EnumerateObject().ToDictionary(x => x.Name, x => Late(x.Value, find)) : new Dictionary<string, JsonSchema>(),
            Additional = additional.ValueKind == JsonValueKind.Object ? Late(additional, find) : null,
            AdditionalForbidden = additional.ValueKind == JsonValueKind.False,
            Items = json.TryGetProperty("items", out var items) ? Late(items, find) : null,
            OneOf = Several(json, "oneOf", e => Late(e, find)),
            AnyOf = Several(json, "anyOf", e => Late(e, find)),
            AllOf = Several(json, "allOf", e => Late(e, find)),
            Length = Range.Of(json, "minLength", "maxLength"),
            Count = Range.Of(json, "minItems", "maxItems"),
            Keys = Range.Of(json, "minProperties", "maxProperties"),
            Value = Range.Of(json, "minimum", "maximum"),
            Unique = json.TryGetProperty("uniqueItems", out var unique) && unique.GetBoolean(),
            Pattern = json.TryGetProperty("pattern", out var pattern) ? new(pattern.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(1)) : null,
            Format = json.TryGetProperty("format", out var format) ? format.GetString() : null,
        };
    }

    /// <summary>The real schema, for one that refers to another.</summary>
    public JsonSchema Real => _late is null ? this : _real ??= _late().Real;

    private Func<JsonSchema>? _late;
    private JsonSchema? _real;

    /// <summary>Schemas refer to each other in circles, so a reference is followed when it is first used.</summary>
    private static JsonSchema Late(JsonElement json, Func<string, JsonSchema> find)
        => json.TryGetProperty("$ref", out var reference) ? new JsonSchema { _late = () => find(reference.GetString()!) } : Read(json, find);

    private static List<T> Several<T>(JsonElement json, string word, Func<JsonElement, T> read)
        => !json.TryGetProperty(word, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(read)]
            : [read(value)];
}

/// <summary>Bounds, both included; an absent one does not bind.</summary>
internal readonly record struct Range(decimal? Least, decimal? Most)
{
    public static Range Of(JsonElement json, string least, string most) => new(Number(json, least), Number(json, most));

    public bool TooLow(decimal value) => value < Least;

    public bool TooHigh(decimal value) => value > Most;

    private static decimal? Number(JsonElement json, string word) => json.TryGetProperty(word, out var value) ? value.GetDecimal() : null;
}

/// <summary>One fault of a value. An ignored one is accepted by Discord without a word, so its sender would never know.</summary>
internal sealed record SchemaError(string Path, string Code, string Message, bool Ignored = false);
