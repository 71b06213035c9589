using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>A tender of a community that lives on Discord and on Matrix at once, from its opening to a year after its end: eight people, of whom each reads and says all where they are.</summary>
public sealed partial class BothNetworksTests
{
    private const string Confided = "Claire decides alone", Start = "2027-02-01T10:00:00+01:00", End = "2027-06-30T10:00:00+02:00", ThreeMonths = "2027-09-30T14:00:00+02:00", TwelveMonths = "2028-06-30T14:00:00+02:00";

    private static readonly string[] Here = ["claire", "gil", "bob", "dov"], There = ["ana", "eva", "paul", "lea", "bob"];

    [Fact]
    public async Task A_year_of_a_tender_on_two_networks()
    {
        await using var s = await BothStage.SetAsync(Stage.Start, Here, There);
        await GatherAsync(s);
        await OpenAsync(s);
        await CallAsync(s);
        await FrameAsync(s);
        await AnswerAsync(s);
        await StartAsync(s);
        await GiveAsync(s);
        await ConfideAsync(s);
        await CloseAsync(s);
        await LookBackAsync(s);
        await StoredAsync(s);
        await ToldOnceAsync(s);
        NamedAsPeopleDo(s);
    }

    /// <summary>Each network names its channels; whoever looks after the one says yes to who would guarantee on the other.</summary>
    private static async Task GatherAsync(BothStage s)
    {
        foreach (var who in Here)
        {
            await s.MeetAsync(who);
        }

        await s.BecomeOneAsync("bob");
        await s.SayAsync("claire", "commun ajouter", ("nom-court", "coworking"), ("nom", "Coworking"), ("licence", "CC-BY-SA"), ("salon", "coworking"));
        Says("From now on #missions is the channel", await s.SayAsync("ana", "setup channel", ("use", "Missions"), ("channel", "#missions")));
        await s.SayAsync("ana", "common edit", ("common", "coworking"), ("channel", "#coworking"));
        Says("Tu acceptes le contrat moral et te proposes", await s.SayAsync("gil", "contrat accepter", ("rôle", "Garant-connecteur")));
        Says("gil guarantees missions here from now on.", await s.TapAsync("ana", "gil", "I confirm"));
    }

    /// <summary>Opened on Discord, the card stands in both; who guarantees on Matrix reads there what comes next, and Discord's card names them.</summary>
    private static async Task OpenAsync(BothStage s)
    {
        Says("M1 est ouverte.", await s.SayAsync("claire", "mission ouvrir", ("titre", "Lons"), ("genre", "Appel d’offres"), ("référence", "AO-2026-7"), ("limite", "15 décembre"), ("communs", "coworking")));
        await s.World.PassAsync(TimeSpan.Zero);
        Assert.Contains(s.InTheOpenHere(), m => m.Contains("Lons (M1)", StringComparison.Ordinal));
        Assert.Contains(s.InTheOpenThere(), m => m.Contains("Lons (M1)", StringComparison.Ordinal));
        await s.SayAsync("ana", "mission accept", M, ("role", "Guarantor-connector"));
        Says("You are in the role for Lons (M1)", await s.ChooseAsync("ana", "I take this role"));
        Assert.Contains("Next step: ", await s.SayAsync("ana", "mission show", M), StringComparison.Ordinal);
        await s.World.PassAsync(TimeSpan.FromMinutes(2));
        Assert.Contains(s.InTheOpenHere(), m => m.Contains("Lons (M1)", StringComparison.Ordinal) && m.Contains("ana", StringComparison.Ordinal));
    }

    /// <summary>Called on Discord: Eva is asked on Matrix, Bob once on the network that he likes. What is agreed goes over the same way, and by the words and gestures of either side.</summary>
    private static async Task CallAsync(BothStage s)
    {
        foreach (var who in (string[])["eva", "bob"])
        {
            await s.SayThereAsync(who, "experience add", ("common", "coworking"), ("level", "I contribute to it"), ("since", "2019"));
            await s.SayThereAsync(who, "availability set", ("asks", "2"), ("hours", "8h"));
        }

        await s.SayAsync("claire", "commoners appeler", ("commun", "coworking"), ("mission", "M1"), ("heures", "3h"), ("places", "2"), ("échéance", "10 décembre"), ("contrepartie", "Rémunération"));
        await s.World.PassAsync(TimeSpan.Zero);
        await s.World.PassAsync(TimeSpan.FromDays(1));
        foreach (var who in (string[])["eva", "bob"])
        {
            Says("Thank you, the place is yours.", await s.TapThereAsync(who, "Lons: 3 h", "Yes, I’ll help"));
            Assert.Single(s.ToldThere(who), m => m.Text.StartsWith("Lons: 3 h", StringComparison.Ordinal));
        }

        Assert.DoesNotContain(s.ToldHere("bob"), m => m.Text.Contains("Lons", StringComparison.Ordinal));
        await s.TapAsync("claire", "eva", "Écrire le cadre");
        Says("Je demande à eva si cela convient", await s.FillAsync("claire", ("scope", "Deux visites")));
        Says("Je demande à bob si cela convient", await s.SayAsync("claire", "mission confier", M, ("personne", "bob"), ("rôle", "Commoner aidant"), ("cadre", "Sans dessin"), ("comment", "50 euros")));
        await s.World.PassAsync(TimeSpan.Zero);
        foreach (var who in (string[])["eva", "bob"])
        {
            Says("The role “Helping commoner” in “Lons” (M1) is yours.", await s.TapThereAsync(who, "claire proposes scope and terms for your role", "I agree"));
        }
    }

    private static void Says(string words, string real) => Assert.StartsWith(words, real, StringComparison.Ordinal);

    private static (string, string) M => ("mission", "M1");
}
