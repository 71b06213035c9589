using System.Buffers;
using System.Text;

namespace Unisson.Bot.Terminal;

/// <summary>A line that came in: its text, and whether its bytes were text at all.</summary>
internal readonly record struct TypedLine(string Text, bool IsUtf8);

/// <summary>
/// Lines of a stream of bytes, however they end. A line takes at most <see cref="Longest"/> bytes of memory: what is beyond is read and dropped,
/// so that no sender can fill the machine.
/// </summary>
internal sealed class LineSource(Stream stream)
{
    /// <summary>Bytes kept of one line: 1 MiB. The longest line that is read as a command is far shorter.</summary>
    public const int Longest = 1 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly byte[] _chunk = new byte[16 * 1024];
    private readonly ArrayBufferWriter<byte> _line = new();
    private int _from;
    private int _to;
    private bool _begun;

    /// <summary>The next line, or null at the end. Blocks until there is one.</summary>
    public TypedLine? Read()
    {
        _line.ResetWrittenCount();
        var any = false;
        while (true)
        {
            if (_from == _to && !Fill())
            {
                return any ? Line() : null;
            }

            any = true;
            var chunk = _chunk.AsSpan(_from, _to - _from);
            var end = chunk.IndexOf((byte)'\n');
            var part = end < 0 ? chunk : chunk[..end];
            _line.Write(part[..Math.Min(part.Length, Longest - _line.WrittenCount)]);
            _from += end < 0 ? chunk.Length : end + 1;
            if (end >= 0)
            {
                return Line();
            }
        }
    }

    private bool Fill()
    {
        (_from, _to) = (0, stream.Read(_chunk));
        if (!_begun && _chunk.AsSpan(0, _to).StartsWith(Encoding.UTF8.Preamble))
        {
            _from = Encoding.UTF8.Preamble.Length;
        }

        _begun = true;
        return _to > 0 && (_from < _to || Fill());
    }

    private TypedLine Line()
    {
        var bytes = _line.WrittenSpan;
        bytes = bytes.EndsWith("\r"u8) ? bytes[..^1] : bytes;
        try
        {
            return new TypedLine(Strict.GetString(bytes), true);
        }
        catch (DecoderFallbackException)
        {
            // A sign that was cut in two at the limit is no fault of the sender's.
            return new TypedLine(Encoding.UTF8.GetString(bytes), bytes.Length == Longest);
        }
    }
}
