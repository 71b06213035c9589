using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Experiences;

/// <summary>Gestures about one's own experiences; the row is the experience, and only its person can press. Their labels name the common.</summary>
public static class ExperienceActions
{
    /// <summary>« Toujours vrai : Coworking »: says the same again.</summary>
    public static ActionSpec StillTrue { get; } = Of("experience-still-true", ExperienceAdd.Spec.Path, x => [("level", ExperienceChoices.Level.English(x.Level))]);

    /// <summary>« Retirer : Coworking ».</summary>
    public static ActionSpec Remove { get; } = Of("experience-remove", ExperienceRemove.Spec.Path, _ => []);

    public static IReadOnlyList<ActionSpec> All { get; } = [StillTrue, Remove];

    private static ActionSpec Of(string name, string path, Func<Experience, (string Option, string Value)[]> more) => new(name, path, async (db, caller, row, ct) =>
    {
        var found = await (
            from x in db.Experiences
            join c in db.Commons on x.CommonId equals c.Id
            where x.Id == row && x.PersonId == caller.PersonId && x.CommunityId == caller.CommunityId
            select new { Experience = x, c.Slug }).AsNoTracking().FirstOrDefaultAsync(ct);
        return found is null ? null : new CommandLine(path, [("common", found.Slug), .. more(found.Experience)]);
    });
}
