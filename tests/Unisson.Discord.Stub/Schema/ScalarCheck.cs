using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub.Schema;

/// <summary>Lengths, bounds, patterns and formats of texts and numbers.</summary>
internal static class ScalarCheck
{
    public static void Check(JsonSchema schema, JsonValue value, string path, List<SchemaError> errors)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                Text(schema, (string)value!, path, errors);
                break;
            case JsonValueKind.Number:
                Number(schema, value, path, errors);
                break;
        }
    }

    private static void Text(JsonSchema schema, string text, string path, List<SchemaError> errors)
    {
        var length = text.EnumerateRunes().Count();
        if (schema.Length.TooLow(length))
        {
            errors.Add(new(path, "BASE_TYPE_BAD_LENGTH", Invariant($"Must be {schema.Length.Least} or more in length.")));
        }

        if (schema.Length.TooHigh(length))
        {
            errors.Add(new(path, "BASE_TYPE_MAX_LENGTH", Invariant($"Must be {schema.Length.Most} or fewer in length.")));
        }

        if (schema.Pattern?.IsMatch(text) == false)
        {
            errors.Add(new(path, "STRING_TYPE_REGEX", "String value did not match validation regex."));
        }

        if (!FormatFits(schema.Format, text))
        {
            errors.Add(new(path, "FORMAT", $"Not a {schema.Format}."));
        }
    }

    private static void Number(JsonSchema schema, JsonValue value, string path, List<SchemaError> errors)
    {
        if (!decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            errors.Add(new(path, "NUMBER_TYPE_COERCE", "Value is not a usable number."));
            return;
        }

        var (least, most) = schema.Format switch
        {
            "int32" => ((decimal?)int.MinValue, (decimal?)int.MaxValue),
            "int64" => (long.MinValue, long.MaxValue),
            _ => (null, null),
        };
        if (schema.Value.TooLow(number) || number < least)
        {
            errors.Add(new(path, "NUMBER_TYPE_MIN", Invariant($"int value should be greater than or equal to {schema.Value.Least ?? least}.")));
        }

        if (schema.Value.TooHigh(number) || number > most)
        {
            errors.Add(new(path, "NUMBER_TYPE_MAX", Invariant($"int value should be less than or equal to {schema.Value.Most ?? most}.")));
        }
    }

    private static bool FormatFits(string? format, string text) => format switch
    {
        "snowflake" => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "date-time" => DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        _ => true,
    };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
