using System.Text.Json;

namespace Unisson.Matrix;

/// <summary>Reads JSON of which nothing is certain. Half a surrogate pair, which JSON can hold, is no text and no name.</summary>
public static class LooseJson
{
    private static readonly JsonElement None = JsonDocument.Parse("{}").RootElement;

    /// <summary>A text; null where there is none.</summary>
    public static string? Text(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.String } value ? Whole(value, static v => v.GetString()) : null;

    public static long? Number(this JsonElement json, string name)
        => json.Member(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out var number) ? number : null;

    public static bool? Truth(this JsonElement json, string name)
        => json.Member(name) is { ValueKind: JsonValueKind.True or JsonValueKind.False } value ? value.GetBoolean() : null;

    /// <summary>An object; an empty one where there is none.</summary>
    public static JsonElement Part(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.Object } value ? value : None;

    /// <summary>The members of a list; none where there is none.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement json, string name) => json.Member(name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    /// <summary>The texts of a list, whatever else is in it.</summary>
    public static IEnumerable<string> Texts(this JsonElement json, string name) => json.Items(name).Texts();

    /// <summary>The texts among those.</summary>
    public static IEnumerable<string> Texts(this IEnumerable<JsonElement> items)
        => items.Where(i => i.ValueKind == JsonValueKind.String).Select(i => Whole(i, static v => v.GetString())).OfType<string>();

    /// <summary>What is in an object, by name; nothing where it is none.</summary>
    public static IEnumerable<KeyValuePair<string, JsonElement>> Members(this JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in json.EnumerateObject())
        {
            if (Whole(member, static m => m.Name) is { } name)
            {
                yield return new(name, member.Value);
            }
        }
    }

    /// <summary>The last one of that name, as the parser has it; null where there is none.</summary>
    internal static JsonElement? Member(this JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        try
        {
            return json.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is none.
            return json.Members().Where(m => m.Key == name).Select(m => (JsonElement?)m.Value).LastOrDefault();
        }
    }

    private static string? Whole<T>(T of, Func<T, string?> text)
    {
        try
        {
            return text(of);
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
