using System.Text;

namespace Unisson.Bot.Moving;

/// <summary>Tells the text in the bytes that spreadsheets write: UTF-8 and UTF-16, with their marks or without, else Windows-1252, in which every byte but five is a sign.</summary>
internal static class Decoding
{
    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    /// <summary>Null where it is no text.</summary>
    public static string? Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = bytes switch
            {
                [0xEF, 0xBB, 0xBF, .. var rest] => Strict.GetString(rest),
                [0xFF, 0xFE, .. var rest] => Wide(rest, bigEndian: false),
                [0xFE, 0xFF, .. var rest] => Wide(rest, bigEndian: true),
                _ when IsWide(bytes, at: 1) => Wide(bytes, bigEndian: false),
                _ when IsWide(bytes, at: 0) => Wide(bytes, bigEndian: true),
                _ => Narrow(bytes),
            };
            return text.Contains('\0', StringComparison.Ordinal) ? null : text;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Narrow(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!.GetString(bytes);
        }
    }

    private static string Wide(ReadOnlySpan<byte> bytes, bool bigEndian) => new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true).GetString(bytes);

    /// <summary>Of Latin text in UTF-16 nearly every other byte is 0.</summary>
    private static bool IsWide(ReadOnlySpan<byte> bytes, int at)
    {
        if (bytes.Length < 4 || bytes.Length % 2 != 0)
        {
            return false;
        }

        var zeros = 0;
        for (var i = at; i < bytes.Length; i += 2)
        {
            zeros += bytes[i] == 0 ? 1 : 0;
        }

        return zeros > bytes.Length / 4;
    }
}
