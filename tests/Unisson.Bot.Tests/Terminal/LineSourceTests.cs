using System.Text;
using Unisson.Bot.Terminal;
using Xunit;

namespace Unisson.Bot.Tests.Terminal;

/// <summary>Bytes become lines, whoever sends them.</summary>
public sealed class LineSourceTests
{
    [Fact]
    public void Lines_end_as_any_system_ends_them() => Assert.Equal(["a", "", "é", "last"], Texts("a\r\n\né\nlast"));

    [Fact]
    public void A_mark_of_byte_order_is_no_text() => Assert.Equal(["/about"], Texts("\uFEFF/about\n"));

    [Fact]
    public void Nothing_at_all_is_no_line() => Assert.Empty(Texts(""));

    [Theory]
    [InlineData(new byte[] { 0xff, 0x41 }, false)]
    [InlineData(new byte[] { 0xc3 }, false)]
    [InlineData(new byte[] { 0xc3, 0xa9 }, true)]
    [InlineData(new byte[] { 0x00 }, true)]
    public void Only_utf8_is_text(byte[] bytes, bool isText) => Assert.Equal(isText, new LineSource(new MemoryStream(bytes)).Read()!.Value.IsUtf8);

    [Fact]
    public void A_line_without_end_is_cut_and_the_next_one_is_whole()
    {
        var source = new LineSource(new Endless(LineSource.Longest * 8L));

        Assert.Equal(LineSource.Longest, source.Read()!.Value.Text.Length);
        Assert.Equal("next", source.Read()!.Value.Text);
        Assert.Null(source.Read());
    }

    [Fact]
    public void A_sign_that_the_limit_cuts_in_two_is_no_fault_of_the_sender()
    {
        var line = new LineSource(new MemoryStream([(byte)'x', .. Enumerable.Repeat("é"u8.ToArray(), LineSource.Longest).SelectMany(b => b)])).Read();

        Assert.True(line!.Value.IsUtf8);
    }

    private static List<string> Texts(string text)
    {
        var source = new LineSource(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var lines = new List<string>();
        while (source.Read() is { } line)
        {
            lines.Add(line.Text);
        }

        return lines;
    }

    /// <summary>So many times x, then another line, made while it is read.</summary>
    private sealed class Endless(long count) : MemoryStream(Encoding.UTF8.GetBytes("\nnext\n"))
    {
        private long _left = count;

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (_left == 0)
            {
                return base.Read(buffer, offset, count);
            }

            var now = (int)Math.Min(count, _left);
            Array.Fill(buffer, (byte)'x', offset, now);
            _left -= now;
            return now;
        }
    }
}
