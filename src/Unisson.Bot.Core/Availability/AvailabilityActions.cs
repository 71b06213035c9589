using System.Globalization;
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

    /// <summary>« Changer »: the form, or the line to complete.</summary>
    public static ActionSpec Change { get; } = Of("availability-change", new CommandLine("availability set"));

    /// <summary>« C’est toujours vrai »: says again what they give today, in the community that asked.</summary>
    public static ActionSpec StillTrue { get; } = new("availability-still-true", "availability set", async (db, caller, row, ct) =>
    {
        if (row != caller.PersonId || await db.Memberships.FindAsync([caller.CommunityId, row], ct) is not { } membership)
        {
            return null;
        }

        var person = await db.PersonAsync(row, ct);
        return new CommandLine("availability set", ("asks", membership.Asks.ToString(CultureInfo.InvariantCulture)), ("hours", QuietTimes.Short(person.Capacity)));
    });

    public static IReadOnlyList<ActionSpec> All { get; } = [Resume, Longer, Stop, Change, StillTrue];

    private static ActionSpec Of(string name, CommandLine line)
        => new(name, line.Path, (_, caller, row, _) => Task.FromResult(row == caller.PersonId ? line : null));
}
