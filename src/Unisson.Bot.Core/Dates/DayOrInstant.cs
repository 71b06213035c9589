using System.Runtime.InteropServices;

namespace Unisson.Bot.Dates;

/// <summary>A day, and the instant on it when an hour was said: « 15 décembre », « 15 décembre à midi ».</summary>
/// <param name="Day">In the zone of whoever said it.</param>
/// <param name="Instant">Null when no hour was said.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct DayOrInstant(DateOnly Day, DateTimeOffset? Instant);
