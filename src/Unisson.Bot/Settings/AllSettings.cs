using Unisson.Bot.Kernel;

namespace Unisson.Bot.Settings;

/// <summary>The data file.</summary>
/// <param name="MaxPages">Most pages of 4 KiB that it may take; 0 is no limit.</param>
public sealed record StorageSettings(string Path, int MaxPages);

/// <summary>What a new community begins with.</summary>
/// <param name="Zone">IANA zone.</param>
public sealed record CommunitySettings(Language Language, string Zone);

/// <summary>Who runs this, as <c>/about</c> says it.</summary>
public sealed record OperatorSettings(string? Name, string? Contact);

/// <param name="ActivePerPerson">How many one person can have waiting.</param>
public sealed record ReminderSettings(int ActivePerPerson);

/// <summary>All that can be set from outside, checked.</summary>
public sealed record AllSettings(StorageSettings Storage, CommunitySettings Community, OperatorSettings Operator, ReminderSettings Reminders)
{
    public HostSettings ForCommands() => new()
    {
        OperatorName = Operator.Name,
        OperatorContact = Operator.Contact,
        RemindersPerPerson = Reminders.ActivePerPerson,
    };
}
