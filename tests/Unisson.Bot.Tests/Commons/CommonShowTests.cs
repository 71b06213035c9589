using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

public sealed class CommonShowTests
{
    [Fact]
    public async Task Show_says_what_it_is_and_that_without_a_steward_there_is_no_budget()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking name:\"Coworking de Lons\" aliases:\"bureau partagé\" about:\"Un lieu pour travailler ensemble.\" links:https://exemple.fr licence:CC-BY-SA channel:#coworking");

        Assert.Equal(
            """
            Coworking de Lons (coworking), vivant.
              Un lieu pour travailler ensemble.
              Autres noms : bureau partagé.
              https://exemple.fr
              Licence : CC-BY-SA.
              Salon : #coworking.
              Sans porte-parole, pas de budget de demandes : seul ce que chaque personne donne limite ce qui lui est demandé.
              Rien ne lui est encore revenu ; /contribution noter l’écrit.
              Dire ton lien avec un commun, ou le redire : /expérience ajouter coworking …
              Qui connaît un commun : /commoners trouver coworking

            """,
            await bot.DoAsync("claire> /commun voir coworking"));
    }

    [Fact]
    public async Task Missions_that_lean_on_it_are_shown_to_who_may_see_them_and_leave_no_gap()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking",
            "bob> /mission open \"Secret\" commons:coworking visibility:private",
            "bob> /common show coworking");
        var without = await bot.DoAsync("cyr> /common show coworking");
        Assert.DoesNotContain("ission", without.Replace("/mission", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await bot.DoAsync("bob> /mission open \"Lons\" commons:coworking");
        Assert.Contains("Missions that lean on it: Lons (M1).", await bot.DoAsync("cyr> /common show coworking"), StringComparison.Ordinal);
        Assert.Contains("Missions that lean on it: Lons (M1) and Secret (MP", await bot.DoAsync("bob> /common show coworking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_back_is_summed_and_a_private_missions_line_has_no_title()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "/common add velo", "bob> /mission open \"Secret\" commons:coworking visibility:private");
        var label = await bot.SeeAsync(db => Task.FromResult(db.Missions.Single().Label));
        await bot.DoAsync(
            "/contribution log coworking 3h \"Fiche\"",
            "/contribution log coworking 120€ \"Chauffage\"",
            $"bob> /contribution log coworking 1h30 \"Aide\" mission:{label}",
            "/contribution log velo 8h \"Autre\"");

        var answer = await bot.DoAsync("cyr> /common show coworking");

        Assert.Contains("What came back: 4 h 30 and €120.", answer, StringComparison.Ordinal);
        Assert.Contains("Aide", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", answer, StringComparison.Ordinal);
        Assert.DoesNotContain(label, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_people_it_shows_only_the_callers_own_bond()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        var before = await bot.DoAsync("cyr> /common show coworking");

        await bot.DoAsync("bob> /experience add coworking maintained since:2019 visible:public");

        Assert.Equal(before, await bot.DoAsync("cyr> /common show coworking"));
        Assert.Contains("You: “I take care of it”, since 2019.", await bot.DoAsync("bob> /common show coworking"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_is_by_name_capped_and_narrowed_by_state()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.StartsWith("L’annuaire est vide.", await bot.DoAsync("/commun liste"), StringComparison.Ordinal);
        for (var i = 23; i > 0; i--)
        {
            await bot.DoAsync($"/common add c{i:00}");
        }

        await bot.DoAsync("/common add zebre state:to-build");
        var answer = await bot.DoAsync("/commun liste");

        Assert.StartsWith("24 communs dans l’annuaire :\n  c01 : c01 (vivant)\n  c02 :", answer, StringComparison.Ordinal);
        Assert.EndsWith("  c20 : c20 (vivant)\n  … et 4 de plus : /commun chercher trouve par des mots, état : ne montre qu’un état.\n", answer, StringComparison.Ordinal);
        Assert.Equal("1 commun dans l’annuaire :\n  zebre : zebre (à construire)\n", await bot.DoAsync("/commun liste état:\"à construire\""));
        Assert.StartsWith("Aucun commun n’est dans cet état.", await bot.DoAsync("/commun liste en sommeil"), StringComparison.Ordinal);
    }
}
