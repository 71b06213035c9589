using System.IO.Compression;
using System.Security.Cryptography;
using Unisson.Bot.Doors;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Xunit;

namespace Unisson.Bot.Tests.Doors;

/// <summary>What is too large for a network is packed, and what is then still too large gives way to a sentence, in memory that does not grow with it.</summary>
public sealed class PackingTests
{
    private const int Piece = 1 << 20;

    private static readonly byte[] Dull = new byte[Piece];

    private static readonly byte[] Wild = RandomNumberGenerator.GetBytes(Piece);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_small_one_leaves_as_it_is()
    {
        var file = Assert.Single((await Packing.PackedAsync(Of(Wild, 9), Ct)).Files);

        Assert.Equal(("ledger.csv", 9 * Piece), (file.Name, file.ToBytes().Length));
    }

    [Fact]
    public async Task A_large_one_leaves_in_an_archive()
    {
        var file = Assert.Single((await Packing.PackedAsync(Of(Dull, 200), Ct)).Files);

        Assert.Equal(("ledger.zip", "application/zip"), (file.Name, file.MediaType));
        await using var archive = new ZipArchive(new MemoryStream(file.ToBytes().ToArray()));
        Assert.Equal(("ledger.csv", 200L * Piece), (archive.Entries.Single().Name, archive.Entries.Single().Length));
    }

    [Fact]
    public async Task One_that_is_too_large_even_so_is_a_sentence()
    {
        var reply = await Packing.PackedAsync(Of(Wild, 40), Ct);

        Assert.Empty(reply.Files);
        Assert.Equal(["too large"], reply.Lines);
    }

    [Fact]
    public async Task Whoever_waits_is_not_held_while_it_is_written()
    {
        using var may = new ManualResetEventSlim();
        var packing = Packing.PackedAsync(new Reply("Here it is.") { Files = [new ReplyFile("ledger.csv", "text/csv", "") { Streaming = new((_, ct) => Task.FromResult(may.WaitHandle.WaitOne()), "") }] }, Ct);

        Assert.False(packing.IsCompleted);
        may.Set();
        Assert.Empty(Assert.Single((await packing).Files).ToBytes().ToArray());
    }

    private static Reply Of(byte[] piece, int count) => new("Here it is.")
    {
        Files =
        [
            new ReplyFile("ledger.csv", "text/csv", "")
            {
                Streaming = new(async (into, ct) =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        await into.WriteAsync(piece, ct);
                    }
                }, "too large"),
            },
        ],
    };
}
