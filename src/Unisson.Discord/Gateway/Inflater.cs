using System.IO.Compression;
using Unisson.Discord.Json;

namespace Unisson.Discord.Gateway;

/// <summary>
/// Undoes transport compression (<c>compress=zlib-stream</c>): one zlib stream over all binary messages of a connection, flushed at the
/// end of each frame.
/// </summary>
internal sealed class Inflater : IDisposable
{
    private readonly Feed _feed = new();
    private readonly ZLibStream _zlib;

    public Inflater() => _zlib = new(_feed, CompressionMode.Decompress);

    /// <summary>Whether these bytes end a frame.</summary>
    public static bool EndsFrame(ReadOnlySpan<byte> compressed) => compressed.EndsWith((ReadOnlySpan<byte>)[0, 0, 0xFF, 0xFF]);

    /// <summary>False when the frame is larger than the limit; the stream is then of no more use.</summary>
    /// <exception cref="InvalidDataException">This is not zlib.</exception>
    public bool TryInflate(ReadOnlyMemory<byte> compressed, PooledBuffer frame, int limit)
    {
        _feed.Left = compressed;
        while (_zlib.Read(frame.GetSpan(4096)) is > 0 and var count)
        {
            frame.Advance(count);
            if (frame.Length > limit)
            {
                return false;
            }
        }

        return true;
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _feed.Dispose();
    }

    /// <summary>Hands out what has arrived, and nothing more until there is more.</summary>
    private sealed class Feed : Stream
    {
        public ReadOnlyMemory<byte> Left { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, Left.Length);
            Left.Span[..count].CopyTo(buffer);
            Left = Left[count..];
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
