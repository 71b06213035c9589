using System.Buffers;

namespace Unisson.Discord.Json;

/// <summary>A growing buffer whose array comes from the shared pool and goes back when it is disposed.</summary>
internal sealed class PooledBuffer(int size = 1024) : IBufferWriter<byte>, IDisposable
{
    private byte[] _array = ArrayPool<byte>.Shared.Rent(size);
    private int _lent;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    public ReadOnlySpan<byte> Span => _array.AsSpan(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _array.AsSpan(Length);
    }

    public void Clear() => Length = 0;

    /// <summary>Somebody reads the array now; until it is given back, disposing does not return it to the pool.</summary>
    public void Lend() => Interlocked.Increment(ref _lent);

    public void GiveBack() => Interlocked.Decrement(ref _lent);

    /// <summary>Empties the buffer and gives back an array that one great frame left behind.</summary>
    public void Shrink(int largest)
    {
        Length = 0;
        if (_array.Length > largest)
        {
            ArrayPool<byte>.Shared.Return(_array);
            _array = ArrayPool<byte>.Shared.Rent(largest / 2);
        }
    }

    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, []);
        Length = 0;
        if (array.Length > 0 && Volatile.Read(ref _lent) == 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private void Reserve(int sizeHint)
    {
        var wanted = Length + Math.Max(sizeHint, 1);
        if (wanted <= _array.Length)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, Length * 2));
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
