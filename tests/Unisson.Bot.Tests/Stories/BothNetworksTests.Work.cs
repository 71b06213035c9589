using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>From the provider to the look back a year after the end.</summary>
public sealed partial class BothNetworksTests
{
    /// <summary>Paul steps forward on Matrix, is chosen on Discord by what he is called, and says yes on Matrix; scope of those who lead is agreed from either side.</summary>
    private static async Task FrameAsync(BothStage s)
    {
        await s.SayAsync("paul", "mission join", M, ("role", "Provider"));
        Assert.Contains("paul se propose pour Lons (M1)", await s.HearAsync("claire", "paul"), StringComparison.Ordinal);
        Says("Je propose à paul de prendre le rôle « Prestataire »", await s.SayAsync("claire", "mission confier", M, ("nom", "Paul"), ("rôle", "Prestataire"), ("cadre", "Trois ateliers"), ("heures", "40h"), ("comment", "60 euros")));
        Says("The role “Provider” in “Lons” (M1) is yours.", await s.TapAsync("paul", "claire asks you to take the role “Provider”", "I take this role"));
        Says("Ta proposition pour « Lons » (M1) est partie", await s.SayAsync("claire", "mission confier", M, ("personne", "claire"), ("rôle", "Coordination"), ("cadre", "Tenir le fil")));
        Says("Agreed: scope and terms of claire hold", await s.TapAsync("ana", "claire proposes scope and terms", "I agree"));
        Says("Your proposal for “Lons” (M1) went", await s.SayAsync("ana", "mission assign", M, ("person", "@ana:localhost"), ("role", "Guarantor-connector"), ("scope", "Two readings")));
        Says("C’est convenu : le cadre et la contrepartie de ana valent", await s.TapAsync("claire", "ana propose un cadre", "D’accord"));
    }

    /// <summary>What was told waits for the answer, and then stands in the common's channels of both networks.</summary>
    private static async Task AnswerAsync(BothStage s)
    {
        const string Note = "Pour information : une personne de notre commun aide";
        Assert.DoesNotContain(s.InTheOpenHere().Concat(s.InTheOpenThere()), m => m.StartsWith(Note, StringComparison.Ordinal));
        await StepAsync(s, "Réponse envoyée");
        await s.World.PassAsync(TimeSpan.Zero);
        Assert.Equal(2, s.InTheOpenHere().Count(m => m.StartsWith(Note, StringComparison.Ordinal)));
        Assert.Equal(2, s.InTheOpenThere().Count(m => m.StartsWith(Note, StringComparison.Ordinal)));
        await StepAsync(s, "Retenue");
    }

    private static async Task StartAsync(BothStage s)
    {
        var refused = await s.SayAsync("claire", "mission étape", M, ("vers", "En cours"));
        Says("« Lons » (M1) ne peut pas encore démarrer.", refused);
        Assert.All(["le contrat moral de paul (Prestataire)", "le contrat moral de ana", "une promesse à un commun"], missing => Assert.Contains(missing, refused, StringComparison.Ordinal));
        foreach (var who in (string[])["paul", "ana"])
        {
            await s.SayAsync(who, "contract read", M);
            Says("You accepted the moral contract as", await s.ChooseAsync(who, "I accept this contract"));
        }

        Says("C’est promis.", await s.SayAsync("claire", "mission promettre", M, ("commun", "coworking"), ("quoi", "Atelier"), ("combien", "10h")));
        Says("Promised.", await s.SayAsync("ana", "mission pledge", M, ("common", "coworking"), ("what", "Budget"), ("amount", "5 %")));
        await s.PassUntilAsync(Start);
        await StepAsync(s, "En cours");
        await s.World.PassAsync(TimeSpan.FromHours(2));
        Assert.Contains(s.InTheOpenThere(), m => m.StartsWith("Lons (M1) : En cours", StringComparison.Ordinal));
    }

    /// <summary>A line about somebody of the other network is theirs once they said yes, where they are.</summary>
    private static async Task GiveAsync(BothStage s)
    {
        Says("eva fait partie de la communauté, il faut donc son propre oui", await s.SayAsync("claire", "contribution noter", ("commun", "coworking"), ("combien", "3h"), ("quoi", "Fiche"), M, ("nom", "eva")));
        Assert.Contains("Je demande à eva en privé.", await s.ChooseAsync("claire", "/contribution noter"), StringComparison.Ordinal);
        await s.TapAsync("eva", "claire suggests for the ledger: 3 h by you for Coworking", "I confirm");
        Assert.Contains("I ask claire in private.", await s.SayAsync("eva", "contribution log", ("common", "coworking"), ("amount", "2h"), ("what", "Minutes"), M, ("person", "claire")), StringComparison.Ordinal);
        await s.TapAsync("claire", "eva propose pour le registre : 2 h de toi pour Coworking", "Je confirme");
    }

    /// <summary>Eva confides in the guarantor who is not of the mission, and who is on Discord.</summary>
    private static async Task ConfideAsync(BothStage s)
    {
        Says("Whom shall I tell", await s.SayAsync("eva", "mission concern", M, ("what", Confided)));
        Says("gil reads it in private", await s.ChooseAsync("eva", "Tell gil"));
        Assert.Contains(Confided, await s.HearAsync("gil", "eva te confie une inquiétude sur « Lons » (M1)."), StringComparison.Ordinal);
        Says("C’est noté : tu en as parlé avec eva.", await s.TapAsync("gil", "eva te confie une inquiétude", "Nous en avons parlé"));
        await s.HearAsync("eva", "gil says that you have spoken");
    }

    private static async Task CloseAsync(BothStage s)
    {
        await s.PassUntilAsync(End);
        await StepAsync(s, "Livrée");
        await s.SayAsync("claire", "mission promettre", M, ("promesse", "P1"), ("état", "Tenue"));
        await s.SayAsync("ana", "mission pledge", M, ("pledge", "P2"), ("state", "Carried over"), ("by", "1 October"));
        Says("La mission Lons (M1) est close.", await s.SayAsync("claire", "mission clore", M, ("appris", "Petites salles"), ("où", "https://movilab.example/lons")));
        await s.HearAsync("eva", "The mission Lons (M1) is closed.");
    }

    /// <summary>Who coordinated is asked on Discord and who guaranteed on Matrix, and each answer counts for both.</summary>
    private static async Task LookBackAsync(BothStage s)
    {
        await s.PassUntilAsync(ThreeMonths);
        Says("Kept for Coworking: A little.", await s.TapAsync("ana", "The mission Lons (M1) ended three months ago.", "A little"));
        await s.PassUntilAsync(TwelveMonths);
        Says("C’est gardé pour Coworking : Oui.", await s.TapAsync("claire", "La mission Lons (M1) s’est achevée il y a un an.", "Oui"));
    }

    private static async Task StepAsync(BothStage s, string to) => Says("La mission Lons (M1) en est maintenant à : " + to, await s.SayAsync("claire", "mission étape", M, ("vers", to)));
}
