using System.Globalization;
using System.Text.Json.Serialization;
using Unisson.Discord.Json;

namespace Unisson.Discord;

/// <summary>
/// The value of an option, a choice or a field: a string, a number or a truth value. <see cref="Text"/> is what a person typed or chose
/// (numbers as in JSON, <c>true</c> and <c>false</c>); ids of people, channels and files are their digits.
/// </summary>
[JsonConverter(typeof(OptionValueConverter))]
public readonly record struct OptionValue
{
    private readonly string? _text;

    internal OptionValue(string text, bool quoted) => (_text, Quoted) = (text, quoted);

    public string Text => _text ?? "";

    internal bool Quoted { get; } = true;

    /// <summary>The id in an option of a user, channel, role or file.</summary>
    /// <exception cref="FormatException">The value is not an id.</exception>
    public Snowflake Id => Snowflake.Parse(Text);

    public static implicit operator OptionValue(string text) => new(text, quoted: true);

    public static implicit operator OptionValue(long number) => new(number.ToString(CultureInfo.InvariantCulture), quoted: false);

    public static implicit operator OptionValue(double number) => new(number.ToString("R", CultureInfo.InvariantCulture), quoted: false);

    public static implicit operator OptionValue(bool truth) => new(truth ? "true" : "false", quoted: false);

    public override string ToString() => Text;
}
