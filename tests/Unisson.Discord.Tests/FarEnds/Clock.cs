using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using Waits = System.Threading.Channels.Channel;

namespace Unisson.Discord.Tests.FarEnds;

/// <summary>Time that stands until a test moves it, and that knows who waits for it.</summary>
public sealed class Clock() : FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero))
{
    private readonly Channel<TimeSpan> _waits = Waits.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Waits until somebody begins to wait for a time between these two; returns it. Earlier waits of other lengths are passed over.</summary>
    public async Task<TimeSpan> WaitedForAsync(double leastSeconds, double mostSeconds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (true)
        {
            var wait = await _waits.Reader.ReadAsync(patience.Token);
            if (wait.TotalSeconds >= leastSeconds && wait.TotalSeconds <= mostSeconds)
            {
                return wait;
            }
        }
    }

    /// <summary>The same, and lets that time pass.</summary>
    public async Task<TimeSpan> PassAsync(double leastSeconds, double mostSeconds)
    {
        var wait = await WaitedForAsync(leastSeconds, mostSeconds);
        Advance(wait);
        return wait;
    }
}
