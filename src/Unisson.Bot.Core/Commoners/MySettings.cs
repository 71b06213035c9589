using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Communities;
using Unisson.Bot.Digests;
using Unisson.Bot.Kernel;
using Unisson.Bot.Links;

namespace Unisson.Bot.Commoners;

/// <summary><c>/my settings</c>: how one likes to be spoken to, everywhere. Alone it says how it is now.</summary>
public static class MySettings
{
    private static readonly Option<Language> Tongue = Options.Choice("language", "langue", CommunityChoices.Language);
    private static readonly Option<string> Zone = SetupFields.ZoneOption();
    private static readonly Option<Digest> Digests = Options.Choice("digest", "récap", CommonerChoices.Digest);
    private static readonly Option<NameSeenBy> Visible = Options.Choice("visibility", "visibilité", CommonerChoices.NameSeenBy);
    private static readonly Option<Network> Door = Options.Choice("door", "canal", NetworkChoices.Networks);

    private static readonly (Digest When, ActionSpec Action)[] Ways =
        [(Digest.Daily, DigestActions.Daily), (Digest.Weekly, DigestActions.Weekly), (Digest.Never, DigestActions.Never)];

    public static CommandSpec Spec { get; } = new(Groups.My, new("settings", "réglages"))
    {
        Allow = Allow.Anyone,
        Options = [Tongue, Zone, Digests, Visible, Door],
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

        var changes = r.Given(Tongue) || r.Given(Zone) || r.Given(Digests) || r.Given(Visible) || r.Given(Door);
        var member = await r.Db.Memberships.SingleAsync(m => m.CommunityId == r.Caller.CommunityId && m.PersonId == person.Id, ct);
        member.IsNamedOutside = r.Given(Visible, out var seenBy) ? seenBy == NameSeenBy.Public : member.IsNamedOutside;
        person.Language = r.Value(Tongue) ?? person.Language;
        person.Zone = r.Text(Zone) ?? person.Zone;
        person.Digest = r.Value(Digests) ?? person.Digest;
        if (r.Given(Zone) || r.Given(Digests))
        {
            await DigestTimes.PlanAsync(r.Db, person, r.Now, ct);
        }

        var say = new Say(r.Value(Tongue) ?? r.Caller.Language, r.Caller.Zone, r.Now);
        return new Reply(say[changes ? "my.settings-changed" : "my.settings"])
        {
            Lines = [.. All(person, r.Caller, say), Named(member, say), .. await WaitedAsync(r, person, say, ct)],
            Actions = [.. Ways.Where(w => w.When != person.Digest).Select(w => w.Action.On(person.Id, say))],
        };
    }

    /// <summary>What waited for a digest that comes no more.</summary>
    private static async Task<IEnumerable<string>> WaitedAsync(Request r, Person person, Say say, CancellationToken ct)
        => person.Digest == Digest.Never && await TellingNews.TakeAllAsync(r.Db, person.Id, ct) is { Count: > 0 } news ? [say["my.digest-waited"], .. news] : [];

    /// <summary>All of them, a sentence each.</summary>
    internal static IEnumerable<string> All(Person person, Caller caller, Say say)
        => [Spoken(person, caller, say), Clock(person, caller, say), Together(person, say), .. person.Door is { } door ? [say["my.door-chosen", NetworkChoices.Label(door, say)]] : Array.Empty<string>()];

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

    /// <summary>Whether their name may leave this community.</summary>
    internal static string Named(Communities.Membership member, Say say) => say[member.IsNamedOutside ? "my.named-outside" : "my.named-inside"];

    /// <summary>When their digest comes.</summary>
    private static string Together(Person person, Say say) => say[person.Digest switch
    {
        Digest.Daily => "my.digest-daily",
        Digest.Weekly => "my.digest-weekly",
        Digest.Never => "my.digest-never",
        _ => "my.digest-own",
    }];
}
