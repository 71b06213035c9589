using Unisson.Bot.Tests.Harness;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A clock that begins on a Tuesday at 10:00 in Paris and goes on as fast as the real one, so that waits of the wire pass by themselves.</summary>
internal sealed class FlowingTime : TimeProvider
{
    private readonly long _started = System.GetTimestamp();
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => TestBot.Start + System.GetElapsedTime(_started) + new TimeSpan(Interlocked.Read(ref _skipped));

    /// <summary>The hour is later at once; what waits for a span still waits for all of it.</summary>
    public void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);
}
