namespace Unisson.Discord.Gateway;

/// <summary>
/// The heartbeat of one connection (page "Gateway", "Sending Heartbeats"): the first after a random part of the interval, then one an
/// interval. A far end that does not acknowledge within an interval, at most 10 seconds, is dead.
/// </summary>
internal sealed class Heart(TimeProvider time, TimeSpan interval, Func<CancellationToken, ValueTask> beat)
{
    private static readonly TimeSpan MostPatience = TimeSpan.FromSeconds(10);

    private readonly TimeSpan _patience = interval < MostPatience ? interval : MostPatience;
    private long _sentAt;
    private volatile bool _awaiting;

    /// <summary>How long the last acknowledgement took.</summary>
    public TimeSpan? Latency { get; private set; }

    public void Acknowledged()
    {
        Latency = time.GetElapsedTime(_sentAt);
        _awaiting = false;
    }

    /// <summary>Beats until the far end is dead.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        await Task.Delay(interval * Random.Shared.NextDouble(), time, ct);
        while (true)
        {
            await BeatAsync(ct);
            await Task.Delay(_patience, time, ct);
            // A beat asked for just now has its own patience.
            if (_awaiting && time.GetElapsedTime(_sentAt) >= _patience * 0.9)
            {
                return;
            }

            if (interval > _patience)
            {
                await Task.Delay(interval - _patience, time, ct);
            }
        }
    }

    /// <summary>The far end asked for a beat at once; more often than once a second it is not obeyed, since sending too much closes the connection.</summary>
    public async ValueTask BeatNowAsync(CancellationToken ct)
    {
        if (_sentAt == 0 || time.GetElapsedTime(_sentAt) >= TimeSpan.FromSeconds(1))
        {
            await BeatAsync(ct);
        }
    }

    private ValueTask BeatAsync(CancellationToken ct)
    {
        _sentAt = time.GetTimestamp();
        _awaiting = true;
        return beat(ct);
    }
}
