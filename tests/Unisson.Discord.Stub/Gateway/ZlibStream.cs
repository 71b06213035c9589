using System.IO.Compression;

namespace Unisson.Discord.Stub.Gateway;

/// <summary>Transport compression <c>zlib-stream</c>: one context for the whole connection, each message ended by a flush (00 00 FF FF).</summary>
internal sealed class ZlibStream : IDisposable
{
    private readonly MemoryStream _buffer = new();
    private readonly ZLibStream _zlib;

    public ZlibStream() => _zlib = new ZLibStream(_buffer, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Deflate(ReadOnlySpan<byte> message)
    {
        _buffer.SetLength(0);
        _zlib.Write(message);
        _zlib.Flush();
        return _buffer.ToArray();
    }

    public void Dispose()
    {
        _zlib.Dispose();
        _buffer.Dispose();
    }
}
