using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Experiences;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Availability;

/// <summary>What somebody said of a common, by its name.</summary>
internal sealed record Bond(Experience Experience, string Common);

/// <summary>The words of "still true?", with a way to say yes, another word, or no more.</summary>
internal static class StillTrueQuestion
{
    /// <summary>Who gives nothing has no yes for all of it, so each experience has its own.</summary>
    public static Reply Of(Say say, Community community, Person person, Membership membership, IReadOnlyList<Bond> old)
    {
        var gives = membership.Asks > 0;
        return new Reply(First(say, community, person, membership))
        {
            Lines =
            [
                .. gives && old.Count > 0 ? [say["still-true.knows-too"]] : Array.Empty<string>(),
                .. old.Select(b => say["experience.row", b.Common, b.Experience.Words(say), ""]),
                say["still-true.silence"],
            ],
            Actions =
            [
                .. gives ? new[] { AvailabilityActions.StillTrue.On(person.Id, say), AvailabilityActions.Change.On(person.Id, say), AvailabilityActions.Stop.On(person.Id, say) } : [],
                .. old.SelectMany(b => gives ? [Remove(b)] : new[] { ExperienceActions.StillTrue.On(b.Experience.Id, say["action.experience-still-true", b.Common]), Remove(b) }),
            ],
        };

        ReplyAction Remove(Bond bond) => ExperienceActions.Remove.On(bond.Experience.Id, say["action.experience-remove", bond.Common]);
    }

    private static string First(Say say, Community community, Person person, Membership membership) => (membership.Asks, person.Capacity) switch
    {
        (0, _) => say["still-true.knows", community.Name],
        (var asks, 0) => say["still-true.gives-no-hours", community.Name, asks],
        var (asks, minutes) => say["still-true.gives", community.Name, asks, TimeSpan.FromMinutes(minutes)],
    };
}
