using System.Reflection;

namespace Unisson.Bot;

/// <summary>What whoever runs this instance set, as far as commands need it.</summary>
public sealed record HostSettings
{
    public static HostSettings Default { get; } = new();

    /// <summary>Who runs this; <c>/about</c> shows it to everybody.</summary>
    public string? OperatorName { get; init; }

    /// <summary>How to reach them.</summary>
    public string? OperatorContact { get; init; }

    /// <summary>How many reminders one person can have waiting.</summary>
    public int RemindersPerPerson { get; init; } = 20;

    /// <summary>The program's own version, <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(HostSettings).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
