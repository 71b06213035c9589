using System.Globalization;
using System.Text.Json.Nodes;

namespace Unisson.Discord.Stub;

/// <summary>Turns what a person gives into the values of an interaction, and refuses what Discord's own client would not let through.</summary>
internal sealed class OptionFiller(CommandPicker picker, StubGuild? guild)
{
    /// <summary>The people, channels, roles and files that the values name.</summary>
    public ResolvedData Resolved { get; } = new(guild);

    public JsonObject Fill(JsonObject option, object value)
    {
        var type = (int)option["type"]!;
        return new JsonObject { ["name"] = (string)option["name"]!, ["type"] = type, ["value"] = Value(option, type, value) };
    }

    /// <summary>An option still being typed: any text goes.</summary>
    public static JsonObject Focus(JsonObject option, string typed)
        => new() { ["name"] = (string)option["name"]!, ["type"] = (int)option["type"]!, ["value"] = typed, ["focused"] = true };

    private JsonNode Value(JsonObject option, int type, object value) => type switch
    {
        3 => Text(option, Choice(option, value)?.ToString() ?? (string)value),
        4 => Number(option, Convert.ToInt64(Choice(option, value)?.ToJsonString() ?? value, CultureInfo.InvariantCulture)),
        5 => (bool)value,
        10 => Number(option, Convert.ToDouble(Choice(option, value)?.ToJsonString() ?? value, CultureInfo.InvariantCulture)),
        6 or 7 or 8 or 9 or 11 => Resolved.Add(value),
        _ => throw new InvalidOperationException($"Nobody can fill an option of type {type}."),
    };

    private JsonNode? Choice(JsonObject option, object value)
    {
        if (option["choices"] is not JsonArray { Count: > 0 } choices)
        {
            return null;
        }

        var typed = Convert.ToString(value, CultureInfo.InvariantCulture)!;
        return choices.FirstOrDefault(c => picker.Is(c!, typed) || c!["value"]!.ToString() == typed)?["value"]
            ?? throw new InvalidOperationException($"{typed} is no choice of {option["name"]}: {string.Join(", ", choices.Select(c => picker.Shown(c!)))}.");
    }

    private static JsonNode Text(JsonObject option, string text)
    {
        var length = text.EnumerateRunes().Count();
        if (length < ((int?)option["min_length"] ?? 0) || length > ((int?)option["max_length"] ?? 6000))
        {
            throw new InvalidOperationException($"{option["name"]} does not take {length} characters.");
        }

        return text;
    }

    private static JsonValue Number<T>(JsonObject option, T number)
        where T : IConvertible
    {
        var value = number.ToDouble(CultureInfo.InvariantCulture);
        if (value < ((double?)option["min_value"] ?? double.MinValue) || value > ((double?)option["max_value"] ?? double.MaxValue))
        {
            throw new InvalidOperationException($"{option["name"]} does not take {value}.");
        }

        return JsonValue.Create(number)!;
    }
}
