using System.Globalization;

namespace Unisson.Discord.Stub;

/// <summary>Discord's ids: milliseconds since 2015 in the upper 42 bits; never twice the same, always rising.</summary>
internal sealed class Snowflakes(TimeProvider time)
{
    private static readonly DateTimeOffset Epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private long _last;

    public string Next()
    {
        while (true)
        {
            var last = Volatile.Read(ref _last);
            var next = Math.Max(last + 1, At(time.GetUtcNow()));
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>Which of <paramref name="shards"/> gets a guild's events; events without guild go to shard 0.</summary>
    public static int Shard(string? guildId, int shards)
        => guildId is null ? 0 : (int)((ulong.Parse(guildId, CultureInfo.InvariantCulture) >> 22) % (ulong)shards);

    private static long At(DateTimeOffset instant) => (long)(instant - Epoch).TotalMilliseconds << 22;
}
