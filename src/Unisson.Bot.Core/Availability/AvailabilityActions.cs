using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>Gestures about one's own time. The row is the person, so nobody presses for somebody else.</summary>
public static class AvailabilityActions
{
    /// <summary>« Je suis là ».</summary>
    public static ActionSpec Resume { get; } = Of("availability-resume", new CommandLine("availability resume"));

    /// <summary>« Prendre encore du temps ».</summary>
    public static ActionSpec Longer { get; } = Of("availability-longer", new CommandLine("availability pause"));

    /// <summary>« Ne plus me solliciter »: takes consent back by one tap (rule 1).</summary>
    public static ActionSpec Stop { get; } = Of("availability-stop", new CommandLine("availability set", ("asks", "0")));

    public static IReadOnlyList<ActionSpec> All { get; } = [Resume, Longer, Stop];

    private static ActionSpec Of(string name, CommandLine line)
        => new(name, line.Path, (_, caller, row, _) => Task.FromResult(row == caller.PersonId ? line : null));
}
