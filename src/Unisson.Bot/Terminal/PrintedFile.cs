using System.Text;
using Unisson.Bot.Files;

namespace Unisson.Bot.Terminal;

/// <summary>A file that is written as a stream, printed as it comes: in pieces that end where lines do, so that a prompt can be drawn between them.</summary>
/// <param name="text">Takes the pieces.</param>
/// <param name="print">Prints what is there, if there is where to print.</param>
internal sealed class PrintedFile(StringBuilder text, Func<Task> print) : Stream
{
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _begun = new();
    private char[] _chars = [];

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async Task PrintAsync(ReplyFile file, CancellationToken ct)
    {
        text.Append("--- ").Append(file.Name).Append('\n');
        await file.Streaming!.WriteAsync(this, ct);
        text.Append(_begun).Append(_begun.Length > 0 ? "\n---\n" : "---\n");
        await print();
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Take(buffer.Span);
        await print();
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => Take(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => print();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Take(ReadOnlySpan<byte> bytes)
    {
        Array.Resize(ref _chars, Math.Max(_chars.Length, Encoding.UTF8.GetMaxCharCount(bytes.Length)));
        var chars = _chars.AsSpan(0, _decoder.GetChars(bytes, _chars, flush: false));
        var end = chars.LastIndexOf('\n') + 1;
        if (end > 0)
        {
            text.Append(_begun).Append(chars[..end]);
            _begun.Clear();
        }

        _begun.Append(chars[end..]);
    }
}
