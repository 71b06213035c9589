using System.IO.Compression;
using System.Text;

namespace Unisson.Discord.Tests.FarEnds;

/// <summary>Discord's side of the compression.</summary>
public sealed class Squeezed : IDisposable
{
    private readonly MemoryStream _out = new();
    private readonly ZLibStream _zlib;

    public Squeezed() => _zlib = new(_out, CompressionLevel.Fastest);

    public void Dispose()
    {
        _zlib.Dispose();
        _out.Dispose();
    }

    public byte[] Frame(string json)
    {
        _zlib.Write(Encoding.UTF8.GetBytes(json));
        _zlib.Flush();
        var bytes = _out.ToArray();
        _out.SetLength(0);
        return bytes;
    }
}
