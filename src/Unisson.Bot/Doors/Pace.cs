using System.Collections.Concurrent;

namespace Unisson.Bot.Doors;

/// <summary>How many commands one person types in one community within a minute (<c>Limits:CommandsPerMinute</c>). Only typed ones count.</summary>
/// <param name="most">0 is no limit.</param>
internal sealed class Pace(int most, TimeProvider time)
{
    private readonly ConcurrentDictionary<(string Account, long Community), (long Minute, int Count)> _typed = [];
    private long _swept;

    public bool MayGo(string account, long community)
    {
        if (most == 0)
        {
            return true;
        }

        var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        Sweep(minute);
        return _typed.AddOrUpdate((account, community), (minute, 1), (_, was) => was.Minute == minute ? (minute, was.Count + 1) : (minute, 1)).Count <= most;
    }

    /// <summary>Forgets, once a minute, everybody whose minute is over.</summary>
    private void Sweep(long minute)
    {
        if (Interlocked.Exchange(ref _swept, minute) == minute)
        {
            return;
        }

        foreach (var (key, _) in _typed.Where(t => t.Value.Minute != minute))
        {
            _typed.TryRemove(key, out _);
        }
    }
}
