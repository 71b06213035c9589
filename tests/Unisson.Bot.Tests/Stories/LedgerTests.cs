using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>A contribution from its line to its oblivion, at each door: witnessed, corrected, taken away by its person, and forgotten, in the channel too.</summary>
public sealed class LedgerTests
{
    public static TheoryData<string, bool> Doors => Stage.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_given_stays_and_who_gave_it_may_leave(string door, bool isFrench)
    {
        await using var s = await Stage.SetAsync(door, isFrench, "claire", "bob");
        await s.SetUpAsync();
        await s.FirstContactAsync("claire");
        await s.FirstContactAsync("bob");
        await s.SayAsync("claire", "setup channel", "espace salon", ("use", "usage", s.T("Ledger", "Registre")), ("channel", "salon", s.CommonsChannel));
        await s.SayAsync("claire", "common add", "commun ajouter", ("slug", "nom-court", "coworking"), ("name", "nom", "Coworking"));

        s.Says("L1 is in the ledger: 3 h by bob for Coworking, “Fiche”.", "L1 est au registre : 3 h de bob pour Coworking, « Fiche ».",
            await s.SayAsync("bob", "contribution log", "contribution noter", ("common", "commun", "coworking"), ("amount", "combien", "3h"), ("what", "quoi", "Fiche")));
        s.Says("L2: claire confirms L1, 3 h by bob for Coworking, “Fiche”.", "L2 : claire confirme L1, 3 h de bob pour Coworking, « Fiche ».",
            await s.SayAsync("claire", "contribution confirm", "contribution confirmer", ("line", "ligne", "L1")));
        s.Says("L3 corrects L1: 2 h by bob for Coworking, “Fiche”.", "L3 corrige L1 : 2 h de bob pour Coworking, « Fiche ».",
            await s.SayAsync("bob", "contribution correct", "contribution corriger", ("line", "ligne", "L1"), ("amount", "combien", "2h")));
        s.Says("L3 corrects L1", "L3 corrige L1", await s.ReadAsync(s.CommonsChannel, s.T("L3 corrects", "L3 corrige")));

        s.Says("Here is all that I know about you", "Voici tout ce que je sais de toi", await s.SayAsync("bob", "my export", "moi exporter"));
        Assert.Contains("Fiche", await s.FileAsync("bob", "unisson-me.html"), StringComparison.Ordinal);

        s.Says("Nothing is erased yet.", "Rien n’est encore effacé.", await s.SayAsync("bob", "my forget", "moi effacer"));
        s.Says("All of it is erased.", "Tout est effacé.", await s.ChooseAsync("bob", s.T("Erase all of it", "Tout effacer")));

        await s.PassAsync(TimeSpan.FromMinutes(5));
        if (s.TakesBack)
        {
            s.Says("L1, Tuesday 24 November: 3 h for Coworking, a contribution by a person who asked to be forgotten", "L1, mardi 24 novembre : 3 h pour Coworking, une contribution d’une personne qui a demandé l’oubli",
                await s.ReadAsync(s.CommonsChannel, s.T("L1, Tue", "L1, mar")));
            await s.ReadAsync(s.CommonsChannel, s.T("L2, Tue", "L2, mar"));
            await s.ReadAsync(s.CommonsChannel, s.T("L3, Tue", "L3, mar"));
            await s.GoneAsync("Fiche");
        }

        var list = await s.SayAsync("claire", "contribution list", "contribution liste");
        Assert.Contains(s.T("a person who asked to be forgotten", "une personne qui a demandé l’oubli"), list, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", list, StringComparison.Ordinal);
        s.Says("3 lines up to L3", "3 lignes jusqu’à L3", await s.SayAsync("claire", "contribution verify", "contribution vérifier"));
    }
}
