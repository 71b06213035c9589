using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Communities;

/// <summary>What a community's own space is made of, as options, and what is noted of each change.</summary>
internal static class SetupFields
{
    public static readonly Option<string> Name = new(("name", "nom"), ReadName) { Longest = 80 };
    public static readonly Option<Language> Language = Options.Choice("language", "langue", CommunityChoices.Language);
    public static readonly Option<string> Zone = ZoneOption();
    public static readonly Option<Holidays> Holidays = Options.Choice("holidays", "jours-fériés", CommunityChoices.Holidays);

    /// <summary>An IANA zone by its id or its city; the value is the id. Refusal: <c>zone.unknown</c>, with the three nearest.</summary>
    public static Option<string> ZoneOption() => new(
        ("zone", "fuseau"),
        (text, _) => Zones.Find(text) is { } zone ? zone.Id : new Refusal("zone.unknown", text, Zones.Near(text, 3)))
    {
        Longest = 60,
    };

    /// <summary>Who did what to the space, and when: the command, never its values.</summary>
    public static void Note(this Request r) => r.Db.Audit.Add(new AuditRow
    {
        CommunityId = r.Caller.CommunityId,
        PersonId = r.Caller.PersonId,
        At = r.Now,
        Command = r.Spec.Path,
    });

    private static Result<string> ReadName(string text, Reading reading)
        => text.OneLine() is { Length: > 0 } name ? name : new Refusal("setup.name-empty");
}
