namespace Unisson.Bot.Doors;

/// <summary>Thrown at whoever writes more than fits, so that they stop there.</summary>
internal sealed class FullException : Exception;

/// <summary>Memory for so many bytes.</summary>
internal sealed class Bounded(int most) : Stream
{
    private readonly MemoryStream _held = new();
    private bool _isFull;

    /// <summary>What was written.</summary>
    public ReadOnlyMemory<byte> Bytes => _held.GetBuffer().AsMemory(0, (int)_held.Length);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        // Who closes an archive after that writes its end; it goes nowhere.
        if (_isFull)
        {
            return;
        }

        _isFull = _held.Length + buffer.Length > most;
        if (_isFull)
        {
            throw new FullException();
        }

        _held.Write(buffer);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
