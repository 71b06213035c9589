using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;

namespace Unisson.Bot.Commoners;

/// <summary><c>/my settings</c>: how one likes to be spoken to, everywhere. Alone it says how it is now.</summary>
public static class MySettings
{
    private static readonly Option<Language> Tongue = Options.Choice("language", "langue", CommunityChoices.Language);
    private static readonly Option<string> Zone = SetupFields.ZoneOption();
    private static readonly Option<Network> Door = Options.Choice("door", "canal", NetworkChoices.Networks);

    public static CommandSpec Spec { get; } = new(Groups.My, new("settings", "réglages"))
    {
        Allow = Allow.Anyone,
        Options = [Tongue, Zone, Door],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        var person = await r.Db.People.SingleAsync(p => p.Id == r.Caller.PersonId, ct);
        if (r.Given(Door, out var network))
        {
            var door = NetworkChoices.Door(network);
            if (!await r.Db.Accounts.AnyAsync(a => a.PersonId == person.Id && a.Door == door, ct))
            {
                return new Refusal("my.no-account-there", NetworkChoices.Networks.Labelled(network), r.Catalogue["my link"].Write(new CommandLine("my link"), r.Say.Language));
            }

            person.Door = door;
        }

        var changes = r.Given(Tongue) || r.Given(Zone) || r.Given(Door);
        person.Language = r.Value(Tongue) ?? person.Language;
        person.Zone = r.Text(Zone) ?? person.Zone;
        var say = new Say(r.Value(Tongue) ?? r.Caller.Language, r.Caller.Zone, r.Now);
        return new Reply(say[changes ? "my.settings-changed" : "my.settings"])
        {
            Lines = [.. All(person, r.Caller, say)],
        };
    }

    /// <summary>All of them, a sentence each.</summary>
    internal static IEnumerable<string> All(Person person, Caller caller, Say say)
        => [Spoken(person, caller, say), Clock(person, caller, say), .. person.Door is { } door ? [say["my.door-chosen", NetworkChoices.Label(door, say)]] : Array.Empty<string>()];

    /// <summary>Their language, and who chose it.</summary>
    private static string Spoken(Person person, Caller caller, Say say) => person.Language is { } chosen
        ? say["my.language-chosen", CommunityChoices.Language.Label(chosen, say)]
        : person.LanguageGuess is not null || caller.Language != caller.CommunityLanguage
            ? say["my.language-guessed", CommunityChoices.Language.Label(caller.Language, say)]
            : say["my.language-community", CommunityChoices.Language.Label(caller.CommunityLanguage, say)];

    /// <summary>Their time zone, and who chose it.</summary>
    private static string Clock(Person person, Caller caller, Say say) => person.Zone is { } chosen
        ? say["my.zone-chosen", chosen]
        : say["my.zone-community", caller.CommunityZone.Id];
}
