using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Schema;

/// <summary>Holds a JSON value against a schema, with Discord's codes for what is wrong.</summary>
internal static class SchemaCheck
{
    /// <summary>Everything that is wrong, in the order of the value.</summary>
    public static List<SchemaError> Check(this JsonSchema schema, JsonNode? value)
    {
        List<SchemaError> errors = [];
        Check(schema.Real, value, "", errors, keys: true);
        return errors;
    }

    private static void Check(JsonSchema schema, JsonNode? value, string path, List<SchemaError> errors, bool keys)
    {
        if (!TypeFits(schema, value))
        {
            errors.Add(new(path, "BASE_TYPE_BAD_TYPE", $"Must be {string.Join(" or ", schema.Types)}."));
            return;
        }

        CheckConstant(schema, value, path, errors);
        switch (value)
        {
            case JsonObject json:
                CheckObject(schema, json, path, errors, keys);
                break;
            case JsonArray array:
                CheckArray(schema, array, path, errors);
                break;
            case JsonValue scalar:
                ScalarCheck.Check(schema, scalar, path, errors);
                break;
        }

        CheckUnion(schema.OneOf, exactlyOne: true, value, path, errors);
        CheckUnion(schema.AnyOf, exactlyOne: false, value, path, errors);
        foreach (var part in schema.AllOf)
        {
            Check(part.Real, value, path, errors, keys: false);
        }
    }

    private static void CheckConstant(JsonSchema schema, JsonNode? value, string path, List<SchemaError> errors)
    {
        if (schema.Const is null && schema.Enum is null)
        {
            return;
        }

        var json = value?.ToJsonString() ?? "null";
        if (schema.Const is { } constant && constant != json)
        {
            errors.Add(new(path, "BASE_TYPE_CHOICES", $"Must be {constant}."));
        }

        if (schema.Enum is { } choices && !choices.Contains(json))
        {
            errors.Add(new(path, "BASE_TYPE_CHOICES", $"Value must be one of {{{string.Join(", ", choices)}}}."));
        }
    }

    private static void CheckObject(JsonSchema schema, JsonObject json, string path, List<SchemaError> errors, bool keys)
    {
        errors.AddRange(schema.Required.Where(r => !json.ContainsKey(r)).Select(r => new SchemaError(Under(path, r), "BASE_TYPE_REQUIRED", "This field is required")));
        if (schema.Keys.TooLow(json.Count) || schema.Keys.TooHigh(json.Count))
        {
            errors.Add(new(path, "BASE_TYPE_BAD_LENGTH", $"Must have {schema.Keys.Least} to {schema.Keys.Most} keys."));
        }

        var known = keys ? schema.KnownKeys.ToHashSet() : [];
        foreach (var (key, value) in json)
        {
            if (schema.Properties.TryGetValue(key, out var property))
            {
                Check(property.Real, value, Under(path, key), errors, keys: true);
            }
            else if (schema.Additional is { } additional)
            {
                Check(additional.Real, value, Under(path, key), errors, keys: true);
            }
            else if (schema.AdditionalForbidden || (keys && !schema.SaysNothingOfKeys && !known.Contains(key)))
            {
                errors.Add(new(Under(path, key), "UNKNOWN_KEY", "No such field.", Ignored: !schema.AdditionalForbidden));
            }
        }
    }

    private static void CheckArray(JsonSchema schema, JsonArray array, string path, List<SchemaError> errors)
    {
        if (schema.Count.TooLow(array.Count) || schema.Count.TooHigh(array.Count))
        {
            errors.Add(new(path, "BASE_TYPE_BAD_LENGTH", string.Create(CultureInfo.InvariantCulture, $"Must be between {schema.Count.Least ?? 0} and {schema.Count.Most} in length.")));
        }

        if (schema.Unique && array.Select(i => i?.ToJsonString()).Distinct().Count() < array.Count)
        {
            errors.Add(new(path, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value"));
        }

        for (var i = 0; schema.Items is not null && i < array.Count; i++)
        {
            Check(schema.Items.Real, array[i], Under(path, i.ToString(CultureInfo.InvariantCulture)), errors, keys: true);
        }
    }

    private static void CheckUnion(IReadOnlyList<JsonSchema> branches, bool exactlyOne, JsonNode? value, string path, List<SchemaError> errors)
    {
        if (branches.Count == 0)
        {
            return;
        }

        var tries = branches.Select(b => b.Real).Where(b => CouldBe(b, value)).Select(branch =>
        {
            List<SchemaError> found = [];
            Check(branch, value, path, found, keys: true);
            return found;
        }).ToList();
        var fitting = tries.Count(found => found.Count == 0);
        if (fitting > 1 && exactlyOne)
        {
            errors.Add(new(path, "UNION_TYPE_CHOICES", "Fits more than one of the possible forms."));
        }
        else if (fitting == 0)
        {
            errors.AddRange(tries.OrderBy(found => found.Count(e => !e.Ignored)).ThenBy(found => found.Count).FirstOrDefault()
                ?? [new(path, "UNION_TYPE_CHOICES", "Is none of the possible forms.")]);
        }
    }

    /// <summary>Whether a value means to be this branch, going by its JSON type and the <c>type</c> it names: only such a branch can fit, or tell what is wrong.</summary>
    private static bool CouldBe(JsonSchema branch, JsonNode? value)
        => TypeFits(branch, value)
            && (value is not JsonObject json || json["type"] is not JsonValue named || !branch.Properties.TryGetValue("type", out var type)
                || type.Real.Enum?.Contains(named.ToJsonString()) != false);

    private static bool TypeFits(JsonSchema schema, JsonNode? value) => schema.Types.Count == 0 || schema.Types.Any(type => (type, value?.GetValueKind() ?? JsonValueKind.Null) switch
    {
        // Discord's own examples give ids of attachments as numbers.
        ("string", JsonValueKind.Number) => schema.Format == "snowflake",
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("string", JsonValueKind.String) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => decimal.TryParse(value!.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var n) && n == decimal.Truncate(n),
        _ => false,
    });

    private static string Under(string path, string key) => path.Length == 0 ? key : $"{path}.{key}";
}
