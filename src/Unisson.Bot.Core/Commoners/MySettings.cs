using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Commoners;

/// <summary><c>/my settings</c>: how one likes to be spoken to, everywhere. Alone it says how it is now.</summary>
public static class MySettings
{
    private static readonly Option<Language> Tongue = Options.Choice("language", "langue", CommunityChoices.Language);
    private static readonly Option<string> Zone = SetupFields.ZoneOption();

    public static CommandSpec Spec { get; } = new(Groups.My, new("settings", "réglages"))
    {
        Allow = Allow.Anyone,
        Options = [Tongue, Zone],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.People.SingleAsync(p => p.Id == r.Caller.PersonId, ct);
        var changes = r.Given(Tongue) || r.Given(Zone);
        person.Language = r.Value(Tongue) ?? person.Language;
        person.Zone = r.Text(Zone) ?? person.Zone;
        var say = new Say(r.Value(Tongue) ?? r.Caller.Language, r.Caller.Zone, r.Now);
        return new Reply(say[changes ? "my.settings-changed" : "my.settings"])
        {
            Lines = [Spoken(person, r.Caller, say), Clock(person, r.Caller, say)],
        };
    }

    /// <summary>Their language, and who chose it.</summary>
    internal static string Spoken(Person person, Caller caller, Say say) => person.Language is { } chosen
        ? say["my.language-chosen", CommunityChoices.Language.Label(chosen, say)]
        : person.LanguageGuess is not null || caller.Language != caller.CommunityLanguage
            ? say["my.language-guessed", CommunityChoices.Language.Label(caller.Language, say)]
            : say["my.language-community", CommunityChoices.Language.Label(caller.CommunityLanguage, say)];

    /// <summary>Their time zone, and who chose it.</summary>
    internal static string Clock(Person person, Caller caller, Say say) => person.Zone is { } chosen
        ? say["my.zone-chosen", chosen]
        : say["my.zone-community", caller.CommunityZone.Id];
}
