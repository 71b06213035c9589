using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>Two teams at one order, at each door: one in the open, one private that comes forward by a tap.</summary>
public sealed class LikeTests
{
    public static TheoryData<string, bool> Doors => Stage.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task Who_answers_alone_learns_that_they_need_not(string door, bool isFrench)
    {
        await using var s = await Stage.SetAsync(door, isFrench, "claire", "bob", "eva");
        await s.SetUpAsync();
        foreach (var who in (string[])["claire", "bob", "eva"])
        {
            await s.FirstContactAsync(who);
        }

        await s.SayAsync("eva", "mission open", "mission ouvrir", ("title", "titre", "Secret"), ("reference", "référence", "AO-2026-7"), ("visibility", "visibilité", s.T("Team only", "Équipe seulement")));
        await s.SayAsync("claire", "mission open", "mission ouvrir", ("title", "titre", "Lons"), ("reference", "référence", "AO-2026-7"));
        await s.PassAsync(TimeSpan.Zero);
        var begins = s.T("Lons (M1) looks like", "Lons (M1) ressemble");
        s.Says("Lons (M1) looks like your mission Secret", "Lons (M1) ressemble à votre mission Secret", await s.HearAsync("eva", begins));

        s.Says("The team of Lons (M1) reads in private", "L’équipe de Lons (M1) lit en privé", await s.TapAsync("eva", begins, s.T("Come forward", "Me faire connaître")));
        await s.PassAsync(TimeSpan.Zero);
        var forward = await s.HearAsync("claire", "eva");
        s.Says("eva proposes to join forces for Lons (M1).", "eva propose un groupement pour Lons (M1).", forward);
        Assert.DoesNotContain("Secret", forward, StringComparison.Ordinal);

        var opened = await s.SayAsync("bob", "mission open", "mission ouvrir", ("title", "titre", s.T("Study", "Étude")), ("reference", "référence", "ao 2026 7"));
        Assert.Contains(s.T("It looks like Lons (M1): same reference.", "Elle ressemble à Lons (M1) : même référence."), opened, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", opened.Split('→')[0], StringComparison.Ordinal);
        s.Says("The team of Lons (M1) reads in private", "L’équipe de Lons (M1) lit en privé", await s.ChooseAsync("bob", s.T("Join forces with M1", "Proposer un groupement à M1")));
        await s.PassAsync(TimeSpan.Zero);
        s.Says("bob proposes to join forces for Lons (M1).", "bob propose un groupement pour Lons (M1).", await s.HearAsync("claire", "bob"));

        await s.SayAsync("claire", "mission journal", "mission journal", ("mission", "mission", "M1"), ("note", "mot", s.T("We talk on Monday", "On se parle lundi")));
        var journal = await s.SayAsync("claire", "mission journal", "mission journal", ("mission", "mission", "M1"));
        Assert.Contains(s.T("claire notes: We talk on Monday", "claire note : On se parle lundi"), journal, StringComparison.Ordinal);
        Assert.Contains(s.T("eva proposes to answer as a group", "eva propose un groupement"), journal, StringComparison.Ordinal);
    }
}
