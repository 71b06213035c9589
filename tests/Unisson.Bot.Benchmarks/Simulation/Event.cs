namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>In the order in which they happen within the same minute.</summary>
internal enum EventKind
{
    Reply,
    Deadline,
    Check,
    Opening,
}

internal readonly record struct Event(int At, EventKind Kind, int Call, int Person = 0, bool Yes = false)
{
    /// <summary>By time, kind, call, person. Fits: less than 2^21 minutes, 2^22 calls and 2^19 people.</summary>
    public ulong Order => ((ulong)At << 43) | ((ulong)Kind << 41) | ((ulong)Call << 19) | (uint)Person;
}
