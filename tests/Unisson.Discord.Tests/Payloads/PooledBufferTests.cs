using System.Buffers;
using System.Runtime.InteropServices;
using Unisson.Discord.Json;

namespace Unisson.Discord.Tests.Payloads;

public sealed class PooledBufferTests
{
    [Fact]
    public void A_buffer_keeps_what_was_written_as_it_grows_and_gives_great_arrays_back()
    {
        using var buffer = new PooledBuffer(16);
        foreach (var part in Enumerable.Range(0, 10_000))
        {
            BitConverter.TryWriteBytes(buffer.GetSpan(4), part);
            buffer.Advance(4);
        }

        Assert.Equal(Enumerable.Range(0, 10_000), MemoryMarshal.Cast<byte, int>(buffer.Span).ToArray());
        buffer.Shrink(1_000);
        Assert.Equal(0, buffer.Length);
        Assert.InRange(buffer.GetMemory().Length, 1, 4_096);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_array_that_a_connection_may_still_read_does_not_go_back_to_the_pool(bool lent)
    {
        var buffer = new PooledBuffer(300_000);
        Assert.True(MemoryMarshal.TryGetArray<byte>(buffer.GetMemory(), out var before));
        if (lent)
        {
            buffer.Lend();
        }

        buffer.Dispose();
        buffer.Dispose();

        // The pool gives a thread what it has just returned.
        var next = ArrayPool<byte>.Shared.Rent(300_000);
        Assert.Equal(!lent, ReferenceEquals(before.Array, next));
        Assert.NotSame(next, ArrayPool<byte>.Shared.Rent(300_000));
    }
}
