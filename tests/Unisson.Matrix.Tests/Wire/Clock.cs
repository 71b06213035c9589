using System.Collections.Concurrent;

namespace Unisson.Matrix.Tests.Wire;

/// <summary>
/// Time that stands until a test moves it, but for pauses, which are over as soon as they begin and are written down. Patience with an answer,
/// known by its lengths, is no pause.
/// </summary>
internal sealed class Clock : TimeProvider
{
    /// <summary>With any call, of a homeserver in a long poll, with a long poll, with a first sync.</summary>
    private static readonly TimeSpan[] Patience = [TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(45), TimeSpan.FromMinutes(5)];

    private readonly Lock _gate = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Lengths of the pauses so far, oldest first.</summary>
    public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, and ends what waited for it.</summary>
    public void Advance(TimeSpan time)
    {
        List<Timer> due;
        lock (_gate)
        {
            _now += time;
            due = _timers.FindAll(t => t.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(t => ThreadPool.QueueUserWorkItem(_ => t.Ring()));
    }

    private void Wait(Timer timer, TimeSpan time)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (time == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + time;
            _timers.Add(timer);
        }

        if (!Patience.Contains(time))
        {
            Pauses.Enqueue(time);
            Advance(time);
        }
    }

    /// <summary>Rings once: nothing here asks for more.</summary>
    private sealed class Timer(Clock clock, Action ring) : ITimer
    {
        public DateTimeOffset Due { get; set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Wait(this, dueTime);
            return true;
        }

        public void Dispose() => clock.Wait(this, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
