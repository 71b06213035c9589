using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>What somebody gives, in words for that person alone.</summary>
internal static class Giving
{
    public static IEnumerable<string> Words(Person person, Membership membership, Say say)
    {
        yield return membership.Asks == 0
            ? say["availability.asks-none"]
            : say["availability.asks", membership.Asks, say.Day(membership.ConsentAt ?? say.Now)];
        yield return person.Capacity == 0 ? say["availability.time-none"] : say["availability.time", TimeSpan.FromMinutes(person.Capacity)];
        yield return person.Days == Moments.None ? say["availability.days-any"] : say["availability.days", Labels(CommonerChoices.Moments.Values, (int)person.Days, v => CommonerChoices.Moments.Label(v, say), say)];
        yield return Quiet(person, say);
        yield return person.Terms == Terms.None ? say["availability.terms-any"] : say["availability.terms", Labels(CommonerChoices.Terms.Values, (int)person.Terms, v => CommonerChoices.Terms.Label(v, say), say)];
        if (person.Near is { } near)
        {
            yield return say["availability.near", near];
        }
    }

    /// <summary>The line that would say all of it again.</summary>
    public static CommandLine Line(CommandLine line, Person person, Membership membership, Say say)
    {
        line = line.With("hours", QuietTimes.Short(person.Capacity)).With("asks", membership.Asks.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .With("quiet", new QuietTimes(person.QuietFrom, person.QuietTo).Written(say));
        line = person.Days == Moments.None ? line : line.With("days", string.Join(',', Labelled(CommonerChoices.Moments.Values, (int)person.Days, v => CommonerChoices.Moments.Label(v, say))));
        return person.Terms == Terms.None ? line : line.With("terms", string.Join(',', Labelled(CommonerChoices.Terms.Values, (int)person.Terms, v => CommonerChoices.Terms.Label(v, say))));
    }

    private static string Quiet(Person person, Say say)
    {
        var rest = say[person.Days.HasFlag(Moments.Weekend) ? "availability.rest-holidays" : "availability.rest-days"];
        return person.QuietFrom == person.QuietTo
            ? say["availability.quiet-none", rest]
            : say["availability.quiet-from", Clock(person.QuietFrom, say), Clock(person.QuietTo, say), rest];
    }

    private static string Clock(int minutes, Say say) => say.Clock(TimeOnly.MinValue.AddMinutes(minutes));

    /// <summary>The values of a list stand in the order of their bits.</summary>
    private static string Labels(IReadOnlyList<string> values, int flags, Func<string, string> label, Say say)
        => say.List([.. Labelled(values, flags, label).Select(l => l.ToLower(say.Culture))]);

    private static IEnumerable<string> Labelled(IReadOnlyList<string> values, int flags, Func<string, string> label) => values.Where((_, i) => (flags & (1 << i)) != 0).Select(label);
}
