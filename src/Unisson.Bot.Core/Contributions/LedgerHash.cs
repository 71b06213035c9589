using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Unisson.Bot.Contributions;

/// <summary>
/// The hashes of the ledger (rule 11), pure; docs/ledger.md writes their encoding down byte for byte. A field is its length (4 bytes, big-endian)
/// and its bytes; one that is absent is the length FFFFFFFF alone, so that no two lines encode alike.
/// </summary>
public static class LedgerHash
{
    /// <summary>Bytes of every hash, commitment and link.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    public const int SaltSize = 16;

    private const int LongestLine = 512;
    private const uint Absent = 0xFFFFFFFF;

    private static ReadOnlySpan<byte> Version => "unisson-ledger-1"u8;

    /// <summary>What the first line of a community points back at.</summary>
    public static byte[] Beginning => new byte[Size];

    public static byte[] Of(LedgerLine line)
    {
        var hash = new byte[Size];
        Of(line, hash);
        return hash;
    }

    public static void Of(LedgerLine line, Span<byte> hash)
    {
        Span<byte> bytes = stackalloc byte[LongestLine];
        SHA256.HashData(bytes[..Encode(line, bytes)], hash);
    }

    /// <summary>SHA-256 of the salt and of what, amount as typed, name and link, each a field.</summary>
    public static byte[] Commitment(LedgerText text)
    {
        var hash = new byte[Size];
        Commitment(text, hash);
        return hash;
    }

    public static void Commitment(LedgerText text, Span<byte> hash)
    {
        var longest = text.Salt.Length + Longest(text.What) + Longest(text.Amount) + Longest(text.Name) + Longest(text.Link);
        var bytes = longest <= 1024 ? stackalloc byte[longest] : new byte[longest];
        text.Salt.CopyTo(bytes);
        var at = text.Salt.Length;
        at = Field(bytes, at, text.What);
        at = Field(bytes, at, text.Amount);
        at = Field(bytes, at, text.Name);
        at = Field(bytes, at, text.Link);
        SHA256.HashData(bytes[..at], hash);
    }

    /// <summary>The bytes that a line's hash is taken over; gives their number.</summary>
    internal static int Encode(LedgerLine line, Span<byte> into)
    {
        var at = Field(into, 0, Version);
        at = Field(into, at, line.CommunityId);
        at = Field(into, at, line.Number);
        at = Field(into, at, Word(line.Kind));
        at = Field(into, at, line.About);
        at = Field(into, at, line.At.UtcTicks);
        at = Field(into, at, line.AuthorId);
        at = Field(into, at, line.PersonId);
        at = Field(into, at, line.CommonId);
        at = Field(into, at, line.MissionId);
        at = Field(into, at, Word(line.Contribution));
        at = Field(into, at, line.Minutes);
        at = Field(into, at, line.Cents);
        Span<byte> day = stackalloc byte[10];
        line.On.TryFormat(day, out _, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        at = Field(into, at, day);
        at = Field(into, at, line.Commitment);
        return Field(into, at, line.Previous);
    }

    private static ReadOnlySpan<byte> Word(LineKind kind) => kind switch
    {
        LineKind.Line => "line"u8,
        LineKind.Witness => "witness"u8,
        LineKind.Correction => "correction"u8,
        LineKind.Withdrawal => "withdrawal"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static ReadOnlySpan<byte> Word(ContributionKind kind) => kind switch
    {
        ContributionKind.Time => "time"u8,
        ContributionKind.Money => "money"u8,
        ContributionKind.Code => "code"u8,
        ContributionKind.Documentation => "documentation"u8,
        ContributionKind.Resource => "resource"u8,
        ContributionKind.Place => "place"u8,
        ContributionKind.Connection => "connection"u8,
        ContributionKind.Event => "event"u8,
        ContributionKind.Other => "other"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static int Longest(string? text) => sizeof(uint) + (text is null ? 0 : Encoding.UTF8.GetMaxByteCount(text.Length));

    private static int Field(Span<byte> into, int at, ReadOnlySpan<byte> bytes)
    {
        BinaryPrimitives.WriteInt32BigEndian(into[at..], bytes.Length);
        bytes.CopyTo(into[(at + sizeof(uint))..]);
        return at + sizeof(uint) + bytes.Length;
    }

    private static int Field(Span<byte> into, int at, long? number)
    {
        if (number is not { } value)
        {
            return None(into, at);
        }

        BinaryPrimitives.WriteInt32BigEndian(into[at..], sizeof(long));
        BinaryPrimitives.WriteInt64BigEndian(into[(at + sizeof(uint))..], value);
        return at + sizeof(uint) + sizeof(long);
    }

    private static int Field(Span<byte> into, int at, string? text)
    {
        if (text is null)
        {
            return None(into, at);
        }

        var length = Encoding.UTF8.GetBytes(text, into[(at + sizeof(uint))..]);
        BinaryPrimitives.WriteInt32BigEndian(into[at..], length);
        return at + sizeof(uint) + length;
    }

    private static int None(Span<byte> into, int at)
    {
        BinaryPrimitives.WriteUInt32BigEndian(into[at..], Absent);
        return at + sizeof(uint);
    }
}
