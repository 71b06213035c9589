using System.Runtime.CompilerServices;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>
/// Chance without a generator: each draw is a hash of who and what it is for, so that all policies meet the same people, missions and moods.
/// The hash is SplitMix64.
/// </summary>
internal static class Draws
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public static ulong Key(params ReadOnlySpan<long> parts)
    {
        var hash = 0UL;
        foreach (var part in parts)
        {
            hash = Mix(hash ^ (ulong)part);
        }

        return hash;
    }

    /// <summary>From 0 up to, but without, 1.</summary>
    public static double Uniform(ulong hash) => (hash >> 11) * (1.0 / (1UL << 53));

    public static double Uniform(params ReadOnlySpan<long> parts) => Uniform(Key(parts));

    /// <summary>Exponential with mean 1.</summary>
    public static double Exponential(double uniform) => -Math.Log(1 - uniform);

    /// <summary>The last value takes the rest.</summary>
    public static T Pick<T>(double uniform, params ReadOnlySpan<(T Value, double Share)> table)
    {
        var sum = 0.0;
        foreach (var (value, share) in table)
        {
            sum += share;
            if (uniform < sum)
            {
                return value;
            }
        }

        return table[^1].Value;
    }
}

/// <summary>What a draw of the world is for.</summary>
internal static class Stream
{
    public const long Experience = 1, Level = 2, Capacity = 3, Willing = 4, Delay = 5, Type = 6, Window = 7, Pause = 8, Arrival = 9;
    public const long Common = 10, Least = 11, Places = 12, Hours = 13, Lead = 14, Flexible = 15, Slot = 16;
}

/// <summary>What a draw of one person's answer to one mission is for.</summary>
internal static class Mood
{
    public const ulong Yes = 101, No = 102, Delay = 103, Silent = 104, SilentFor = 105, Burn = 106, Offers = 107;

    /// <summary>Nobody is asked twice for the same mission, so that each draw is used once.</summary>
    public static ulong Key(ulong seed, int mission, int person) => Draws.Mix(seed ^ ((1000003UL * (uint)mission) + (uint)person + (1UL << 40)));

    public static double Draw(ulong key, ulong what) => Draws.Uniform(Draws.Mix(key ^ what));
}
