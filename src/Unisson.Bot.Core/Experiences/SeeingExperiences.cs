using Unisson.Bot.Commons;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Experiences;

/// <summary>Which experiences somebody may see, and how they are told.</summary>
internal static class SeeingExperiences
{
    /// <summary>What others show to a person of this standing.</summary>
    public static IReadOnlyList<SeenBy> ShownTo(Caller caller)
        => caller.IsGuarantor ? [SeenBy.Community, SeenBy.Public, SeenBy.Guarantors] : [SeenBy.Community, SeenBy.Public];

    /// <summary>« J’en prends soin », depuis 2019</summary>
    public static string Words(this Experience experience, Say say)
    {
        var level = ExperienceChoices.Level.Label(experience.Level, say);
        return experience.Since is { } year ? say["experience.words-since", level, Year(year)] : say["experience.words", level];
    }

    /// <summary>« ma communauté »</summary>
    public static string Seers(this Experience experience, Say say) => ExperienceChoices.SeenBy.Label(experience.SeenBy, say).ToLower(say.Culture);

    /// <summary>The line that would say this again.</summary>
    public static string Again(this Experience experience, Request r, Common common)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["common"] = common.Slug,
            ["level"] = ExperienceChoices.Level.Label(experience.Level, r.Say),
            ["visible"] = ExperienceChoices.SeenBy.Label(experience.SeenBy, r.Say),
        };
        if (experience.Since is { } year)
        {
            values["since"] = Year(year);
        }

        if (experience.Note is { } note)
        {
            values["note"] = note;
        }

        return ExperienceAdd.Spec.Write(new CommandLine(ExperienceAdd.Spec.Path, values), r.Caller.Language);
    }

    private static string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
