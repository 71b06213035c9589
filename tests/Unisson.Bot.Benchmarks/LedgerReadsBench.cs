using System.Diagnostics;
using System.Globalization;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Benchmarks;

/// <summary>What looks at a large ledger and takes it out: list, chart, the page of a common and export, from the typed line; of files when the first line leaves, and what memory they take.</summary>
internal static class LedgerReadsBench
{
    private const int Rounds = 3, Commons = 101, Years = 10;

    public static async Task RunAsync(Action<string> print, int lines)
    {
        var folder = Directory.CreateTempSubdirectory("unisson-bench-").FullName;
        try
        {
            await using var bot = await LedgerBench.OpenAsync(Path.Combine(folder, "large.db"), lines, Commons, TimeSpan.FromDays(Years * 365.25));
            print(string.Create(CultureInfo.InvariantCulture, $"{lines:N0} lines by 50 people for {Commons} commons in {Years} years; {Environment.WorkingSet >> 20} MiB before"));
            foreach (var said in (string[])["/contribution list", "/contribution list person:speaker7", "/contribution list common:coworking", "/common show coworking", "/contribution chart", "/contribution chart common:coworking", "/contribution chart person:speaker7", "/contribution chart since:\"3 months ago\"", "/contribution chart since:\"2 January 2020\"", "/contribution export", "/contribution export format:json", "/contribution export person:speaker7"])
            {
                for (var round = 1; round <= Rounds; round++)
                {
                    await OneAsync(print, bot, said, round);
                }
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task OneAsync(Action<string> print, BotHost bot, string said, int round)
    {
        var (begun, allocated) = (Stopwatch.GetTimestamp(), GC.GetTotalAllocatedBytes());
        var answer = await bot.Dispatcher.HandleAsync(new Incoming("terminal", $"{said}-{round}", "speaker7", "speaker7", null) { Text = said }, 1, CancellationToken.None);
        if (answer.Reply.Refused is { } code)
        {
            throw new InvalidOperationException($"{said}: {code}");
        }

        var line = string.Create(CultureInfo.InvariantCulture, $"{said}: answer {Stopwatch.GetElapsedTime(begun).TotalMilliseconds:N0} ms");
        if (answer.Reply.Files is [{ Streaming: { } streaming }])
        {
            var sink = new Sink(begun);
            await streaming.WriteAsync(sink, CancellationToken.None);
            var took = Stopwatch.GetElapsedTime(begun);
            line += string.Create(CultureInfo.InvariantCulture, $", first line {sink.FirstLine.TotalMilliseconds:N0} ms, whole {took.TotalSeconds:N1} s, {sink.Lines:N0} lines, {sink.Bytes >> 20:N0} MiB; at most {sink.MostHeap >> 20:N0} MiB of heap, {Environment.WorkingSet >> 20:N0} MiB in all; {(GC.GetTotalAllocatedBytes() - allocated) / Math.Max(1, sink.Lines):N0} bytes a line");
        }

        print(line);
    }

    /// <summary>Takes what is written and keeps nothing of it.</summary>
    private sealed class Sink(long begun) : Stream
    {
        private const int FirstIs = 2;

        public long Bytes { get; private set; }

        public long Lines { get; private set; }

        public TimeSpan FirstLine { get; private set; }

        public long MostHeap { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => Bytes;

        public override long Position { get => Bytes; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var before = Lines;
            Bytes += count;
            Lines += buffer.AsSpan(offset, count).Count((byte)'\n');
            FirstLine = before < FirstIs && Lines >= FirstIs ? Stopwatch.GetElapsedTime(begun) : FirstLine;
            MostHeap = Math.Max(MostHeap, GC.GetTotalMemory(forceFullCollection: false));
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
