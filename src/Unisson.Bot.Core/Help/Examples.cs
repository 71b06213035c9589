using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Help;

/// <summary>A line that would work, for each command, as a person of that language types it.</summary>
public static class Examples
{
    /// <summary>The one that was written for it (<c>example.PATH</c>), else one made of what it needs.</summary>
    public static string Of(CommandSpec spec, Say say) => say.Has($"example.{spec.Path}") ? say[$"example.{spec.Path}"] : Made(spec, say);

    private static string Made(CommandSpec spec, Say say)
    {
        IReadOnlyList<Option> needed = [.. spec.Options.Where(o => o.Needed)];
        var given = needed.Count > 0 ? needed : spec.Form;
        return Of(spec, given, say);
    }

    /// <summary>With these options and no others.</summary>
    internal static string Of(CommandSpec spec, IReadOnlyList<Option> given, Say say)
        => spec.Write(new CommandLine(spec.Path, [.. given.Select(o => (o.Name.English, Sample(o, say)))]), say.Language);

    private static string Sample(Option option, Say say)
    {
        var french = say.Language == Language.French;
        return option switch
        {
            { Choices: { } choices } => choices.Label(choices.Values[0], say),
            { Picks: Picks.Common } => "coworking",
            { Picks: Picks.Mission } => "M1",
            { Picks: Picks.Call } => "C1",
            { Picks: Picks.Person } => "claire",
            { Picks: Picks.Line } => "L1",
            { Picks: Picks.Reminder } => "R1",
            { Picks: Picks.Channel } => "#missions",
            { Picks: Picks.Command } => say["help.sample-command"],
            Option<DateTimeOffset> => french ? "demain 18h" : "tomorrow 6pm",
            Option<DateOnly> or Option<DayOrInstant> => french ? "15 décembre" : "15 December",
            Option<TimeSpan> => "2h",
            Option<Amount> => "3h",
            Option<int> => "2",
            _ => say[$"option.{option.Name.English}"],
        };
    }
}
