using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Serialization;
using Unisson.Discord.Json;

namespace Unisson.Discord;

/// <summary>An id of Discord: 64 bits that carry the millisecond of their making, a string in JSON.</summary>
[JsonConverter(typeof(SnowflakeConverter))]
public readonly record struct Snowflake(ulong Value) : IComparable<Snowflake>, ISpanFormattable, IUtf8SpanFormattable
{
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When the thing with this id was made, to the millisecond.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> 22) + Epoch);

    /// <summary>The smallest id that can be made at this instant: what "after" and "before" of a listing take.</summary>
    public static Snowflake At(DateTimeOffset instant) => new((ulong)Math.Max(0, instant.ToUnixTimeMilliseconds() - Epoch) << 22);

    public int CompareTo(Snowflake other) => Value.CompareTo(other.Value);

    public static bool operator <(Snowflake left, Snowflake right) => left.Value < right.Value;

    public static bool operator >(Snowflake left, Snowflake right) => left.Value > right.Value;

    public static bool operator <=(Snowflake left, Snowflake right) => left.Value <= right.Value;

    public static bool operator >=(Snowflake left, Snowflake right) => left.Value >= right.Value;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Value.TryFormat(destination, out charsWritten, default, CultureInfo.InvariantCulture);

    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        Utf8Formatter.TryFormat(Value, utf8Destination, out bytesWritten);

    /// <exception cref="FormatException">It is not a number of 64 bits.</exception>
    public static Snowflake Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var id) ? id : throw new FormatException("An id of Discord is a number of 64 bits.");

    public static bool TryParse(ReadOnlySpan<char> text, out Snowflake id)
    {
        var parsed = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        id = new(value);
        return parsed;
    }
}
