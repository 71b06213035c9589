using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unisson.Discord.Json;

internal sealed class OptionValueConverter : JsonConverter<OptionValue>
{
    public override OptionValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => new OptionValue(reader.GetString()!, quoted: true),
        JsonTokenType.Number => new OptionValue(Encoding.UTF8.GetString(reader.ValueSpan), quoted: false),
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw new JsonException("A string, a number or a truth value was expected."),
    };

    public override void Write(Utf8JsonWriter writer, OptionValue value, JsonSerializerOptions options)
    {
        if (value.Quoted)
        {
            writer.WriteStringValue(value.Text);
        }
        else
        {
            writer.WriteRawValue(value.Text);
        }
    }
}

/// <summary>A nonce is a string or a number.</summary>
internal sealed class NonceConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        _ => throw new JsonException("A nonce is a string or a number."),
    };

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
