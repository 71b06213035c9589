using System.Diagnostics;
using System.Globalization;

namespace Unisson.Bot.Benchmarks;

/// <summary>What one run took: how many, in how long, with how much of the processors, and how long each one waited.</summary>
internal sealed record Measured(int Count, TimeSpan Took, TimeSpan Cpu, double[] Milliseconds)
{
    public static IReadOnlyList<string> Head { get; } = ["| | per second | CPU µs each | p50 ms | p99 ms |", "|---|---|---|---|---|"];

    public double PerSecond => Count / Took.TotalSeconds;

    /// <summary>Microseconds of all processors for one; steadier than time on a machine that is shared.</summary>
    public double CpuEach => Cpu.TotalMicroseconds / Count;

    /// <summary>Lets a number of speakers work at the same time, each on its next piece as soon as the last is answered.</summary>
    public static async Task<Measured> OfAsync(int count, int speakers, Func<int, Task> work)
    {
        var waited = new double[count];
        var next = -1;
        var (begun, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await Task.WhenAll(Enumerable.Range(0, speakers).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i < count; i = Interlocked.Increment(ref next))
            {
                var at = Stopwatch.GetTimestamp();
                await work(i);
                waited[i] = Stopwatch.GetElapsedTime(at).TotalMilliseconds;
            }
        })));
        var took = Stopwatch.GetElapsedTime(begun);
        Array.Sort(waited);
        return new Measured(count, took, Environment.CpuUsage.TotalTime - cpu, waited);
    }

    public double Percentile(double p) => Milliseconds.Length == 0 ? 0 : Milliseconds[Math.Min(Milliseconds.Length - 1, (int)(Milliseconds.Length * p))];

    public string Row(string name) => string.Create(CultureInfo.InvariantCulture, $"| {name} | {PerSecond:N0} | {CpuEach:N0} | {Percentile(.5):N2} | {Percentile(.99):N2} |");
}
