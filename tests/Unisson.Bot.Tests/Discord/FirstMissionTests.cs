using Microsoft.EntityFrameworkCore;
using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>The first mission of the README, by buttons and forms.</summary>
public sealed class FirstMissionTests
{
    [Fact]
    public async Task A_first_mission_in_French_from_the_greeting_to_the_ledger()
    {
        StubGuild guild = null!;
        StubChannel missions = null!;
        await using var world = await DiscordWorld.StartAsync(before: discord =>
        {
            guild = discord.AddGuild("Tiers-lieux du Jura", "fr");
            missions = guild.AddChannel("missions");
        });
        var discord = world.Discord;
        var claire = discord.AddUser("claire").In(guild, manageGuild: true).At(missions);
        var bob = discord.AddUser("bob").In(guild).At(missions);

        // Greeted once, set up by a form.
        await discord.UntilAsync(() => guild.SystemChannel!.Messages.Count == 1, "the greeting");
        var hello = guild.SystemChannel!.Messages[0];
        Assert.Equal("Bonjour, je suis Unisson. Une personne qui gère ce serveur peut m’installer en deux minutes ; d’ici là, je me tais.", Plain(hello.Content));
        Assert.Equal("Je ne suis pas encore en place ici. Demande à une personne qui gère le serveur.", Plain((await bob.Slash("commun liste")).Text));
        var setUp = await claire.Slash("espace installer");
        var placed = await claire.Submit(setUp, ("nom", "Tiers-lieux du Jura"), ("langue", "Français"));
        Assert.StartsWith("Tiers-lieux du Jura : c’est en place.", Plain(placed.Text), StringComparison.Ordinal);
        Assert.Contains($"<#{missions.Id}>", placed.Text, StringComparison.Ordinal);

        // A common, by the gesture's form; what Bob knows and can give.
        var common = await claire.Submit(await claire.Press(placed, "Ajouter un premier commun"), ("nom court", "coworking"), ("nom", "Coworking de Lons"));
        Assert.StartsWith("Coworking de Lons est dans l’annuaire", Plain(common.Text), StringComparison.Ordinal);
        await bob.Slash("expérience ajouter", ("commun", "coworking"), ("niveau", "J’en prends soin"), ("depuis", "2019"));
        var giving = await bob.Slash("dispo régler");
        await bob.Submit(giving, ("me demander au plus, par mois (0, 2, 4, 6)", "4"), ("heures par mois, en tout", "8"));
        await discord.UntilAsync(() => bob.Dms.Count == 1, "the first private message");

        // The mission, its card, the call.
        var opened = await claire.Slash("mission ouvrir", ("titre", "Étude *coworking* @everyone"), ("genre", "Appel d’offres"), ("limite", "15 décembre"), ("communs", "coworking"));
        Assert.StartsWith("M1 est ouverte.", Plain(opened.Text), StringComparison.Ordinal);
        await discord.UntilAsync(() => missions.Messages.Count == 1, "the card");
        Assert.Contains(@"Étude \*coworking\* \@everyone", missions.Messages[0].Content, StringComparison.Ordinal);
        await claire.Slash("commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "6"), ("échéance", "10 décembre"), ("contrepartie", "Rémunération"));
        await world.DueAsync();
        await discord.UntilAsync(() => bob.Dms.Count == 2, "the ask");
        Assert.Single(bob.Pings);

        // Yes by one tap: the ask becomes the thanks, the card is edited, not repeated.
        var ask = bob.Dms[^1];
        var yes = await bob.Press(ask, "Oui, j’aide");
        Assert.StartsWith("Merci, la place est à toi.", Plain(yes.Text), StringComparison.Ordinal);
        Assert.Equal(2, bob.Dms.Count);
        Assert.Equal(2, missions.Messages.Count);

        // What went back, by a form.
        var log = await bob.Submit(await bob.Slash("contribution noter"), ("commun", "coworking"), ("combien", "3h"), ("quoi", "Fiche pratique"));
        Assert.StartsWith("L1 est au registre : 3 h de bob pour Coworking de Lons", Plain(log.Text), StringComparison.Ordinal);
        Assert.Equal(1, await world.SeeAsync(db => db.Ledger.CountAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(0, await world.SeeAsync(db => db.Calls.CountAsync(c => c.State == Bot.Calls.CallState.Open, TestContext.Current.CancellationToken)));
    }

    private static string Plain(string text) => text.Replace('\u202F', ' ').Replace('\u00A0', ' ').Replace("\\", "", StringComparison.Ordinal);
}
