using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>A tender by the method, at each door, from its opening to what is left of it a year after its end: eight people, and nobody reads what is not for them.</summary>
public sealed partial class MethodTests
{
    private const string Confided = "Claire tranche", Start = "2027-02-01T10:00:00+01:00", End = "2027-06-30T10:00:00+02:00", ThreeMonths = "2027-09-30T14:00:00+02:00", TwelveMonths = "2028-06-30T14:00:00+02:00";

    private static readonly string[] People = ["claire", "gil", "ana", "bob", "eva", "paul", "dov", "lea"];

    /// <summary>What was agreed with one person.</summary>
    private static readonly string[] Terms = ["60 euros", "40 euros", "Deux visites", "Sans dessin"];

    public static TheoryData<string, bool> Doors => Stage.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task A_year_of_a_tender(string door, bool isFrench)
    {
        await using var s = await Stage.SetAsync(door, isFrench, People);
        await GatherAsync(s);
        await OpenAsync(s);
        await CallAsync(s);
        await FrameAsync(s);
        await AnswerAsync(s);
        await StartAsync(s);
        await ConfideAsync(s);
        await CloseAsync(s);
        await LookBackAsync(s);
        await StoredAsync(s);
        Assert.DoesNotContain("Lons", s.Told("lea"), StringComparison.Ordinal);
        Assert.All(Terms.Append(Confided), secret => Assert.DoesNotContain(secret, s.InTheOpen(), StringComparison.Ordinal));
    }

    /// <summary>Whoever sets the place up guarantees there first, and says yes to the next; they to the one after.</summary>
    private static async Task GatherAsync(Stage s)
    {
        await s.SetUpAsync();
        foreach (var who in People)
        {
            await s.FirstContactAsync(who);
        }

        await s.SayAsync("claire", "common add", "commun ajouter", ("slug", "nom-court", "coworking"), ("name", "nom", "Coworking"), ("licence", "licence", "CC-BY-SA"), ("channel", "salon", s.CommonsChannel));
        foreach (var (who, by) in ((string, string)[])[("gil", "claire"), ("ana", "gil")])
        {
            s.Says("You accept the moral contract and stand", "Tu acceptes le contrat moral et te proposes", await s.SayAsync(who, "contract accept", "contrat accepter", ("role", "rôle", s.T("Guarantor-connector", "Garant-connecteur"))));
            await s.PassAsync(TimeSpan.Zero);
            s.Says($"{who} guarantees missions here from now on.", $"{who} est maintenant garant ici.", await s.TapAsync(by, who, s.T("I confirm", "Je confirme")));
        }
    }

    private static async Task OpenAsync(Stage s)
    {
        s.Says("M1 is open.", "M1 est ouverte.", await s.SayAsync("claire", "mission open", "mission ouvrir", ("title", "titre", "Lons"), ("kind", "genre", s.T("Tender", "Appel d’offres")), ("reference", "référence", "AO-2026-7"),
            ("deadline", "limite", s.T("15 December", "15 décembre")), ("commons", "communs", "coworking"), ("needs", "enjeux", "Une école vide")));
        s.Says("The role “Guarantor-connector” in “Lons” (M1): read what it is for", "Le rôle « Garant-connecteur » dans « Lons » (M1) : lis à quoi il sert", await s.SayAsync("gil", "mission accept", "mission accepter", M, ("role", "rôle", s.T("Guarantor-connector", "Garant-connecteur"))));
        s.Says("You are in the role for Lons (M1)", "Tu es en rôle pour Lons (M1)", await s.ChooseAsync("gil", s.T("I take this role", "Je prends ce rôle")));
        s.Says("CC Bresse is noted in the role “Sponsor”", "CC Bresse est noté dans le rôle « Commanditaire »", await s.SayAsync("claire", "mission assign", "mission confier", M, ("name", "nom", "CC Bresse"), ("role", "rôle", s.T("Sponsor", "Commanditaire"))));
    }

    /// <summary>Bob says yes, agrees, and hands back; Eva takes over.</summary>
    private static async Task CallAsync(Stage s)
    {
        await GivesAsync(s, "bob");
        await s.SayAsync("claire", "commoners call", "commoners appeler", ("common", "commun", "coworking"), M, ("hours", "heures", "3h"), ("by", "échéance", s.T("10 December", "10 décembre")), ("terms", "contrepartie", s.T("Paid", "Rémunération")));
        await s.PassAsync(TimeSpan.Zero);
        await YesAsync(s, "bob", "Deux visites");
        await GivesAsync(s, "eva");
        await s.PassAsync(TimeSpan.FromDays(1));
        await s.SayAsync("bob", "call show", "appel voir", ("call", "appel", "C1"));
        s.Says("Noted: your place is free again", "C’est noté : ta place est libre", await s.ChooseAsync("bob", s.T("Hand back", "Passer la main")));
        await s.PassAsync(TimeSpan.FromMinutes(5));
        await YesAsync(s, "eva", "Sans dessin");
    }

    private static async Task GivesAsync(Stage s, string who)
    {
        await s.SayAsync(who, "experience add", "expérience ajouter", ("common", "commun", "coworking"), ("level", "niveau", s.T("I contribute to it", "J’y contribue")), ("since", "depuis", "2019"));
        await s.SayAsync(who, "availability set", "dispo régler", ("asks", "demandes", "4"), ("hours", "heures", "8h"));
    }

    /// <summary>A yes by gesture; then scope and terms from the coordination, and the other yes.</summary>
    private static async Task YesAsync(Stage s, string who, string scope)
    {
        await s.HearAsync(who, s.T("Lons: 3 h", "Lons : 3 h"));
        s.Says("Thank you, the place is yours.", "Merci, la place est à toi.", await s.TapAsync(who, s.T("Lons: 3 h", "Lons : 3 h"), s.T("Yes, I’ll help", "Oui, j’aide")));
        s.Says($"I ask {who} whether this holds", $"Je demande à {who} si cela convient", await s.SayAsync("claire", "mission assign", "mission confier", M, ("person", "personne", who), ("role", "rôle", s.T("Helping commoner", "Commoner aidant")), ("scope", "cadre", scope), ("how", "comment", "40 euros")));
        await s.PassAsync(TimeSpan.Zero);
        var asked = s.T("claire proposes scope and terms for your role", "claire te propose un cadre et une contrepartie pour ton rôle");
        Assert.Contains(scope, await s.HearAsync(who, asked), StringComparison.Ordinal);
        s.Says("The role “Helping commoner” in “Lons” (M1) is yours.", "Le rôle « Commoner aidant » dans « Lons » (M1) est à toi.", await s.TapAsync(who, asked, s.T("I agree", "D’accord")));
        await s.PassAsync(TimeSpan.Zero);
    }

    private static async Task FrameAsync(Stage s)
    {
        await s.SayAsync("claire", "mission assign", "mission confier", M, ("person", "personne", "paul"), ("role", "rôle", s.T("Provider", "Prestataire")), ("scope", "cadre", "Sans dessin"), ("hours", "heures", "40h"), ("terms", "contrepartie", s.T("Paid", "Rémunération")), ("how", "comment", "60 euros"));
        await s.PassAsync(TimeSpan.Zero);
        var chosen = s.T("claire asks you to take the role “Provider”", "claire te propose de prendre le rôle « Prestataire »");
        Assert.Contains("60 euros", await s.HearAsync("paul", chosen), StringComparison.Ordinal);
        s.Says("The role “Provider” in “Lons” (M1) is yours.", "Le rôle « Prestataire » dans « Lons » (M1) est à toi.", await s.TapAsync("paul", chosen, s.T("I take this role", "Je prends ce rôle")));
        foreach (var (who, by, role) in ((string, string, string)[])[("claire", "gil", s.T("Coordinator", "Coordination")), ("gil", "claire", s.T("Guarantor-connector", "Garant-connecteur"))])
        {
            s.Says("Your proposal for “Lons” (M1) went", "Ta proposition pour « Lons » (M1) est partie", await s.SayAsync(who, "mission assign", "mission confier", M, ("person", "personne", who), ("role", "rôle", role), ("scope", "cadre", "Deux visites")));
            await s.PassAsync(TimeSpan.Zero);
            s.Says($"Agreed: scope and terms of {who} hold", $"C’est convenu : le cadre et la contrepartie de {who} valent", await s.TapAsync(by, s.T($"{who} proposes scope and terms", $"{who} propose un cadre"), s.T("I agree", "D’accord")));
        }
    }

    private static async Task StepAsync(Stage s, string to)
        => s.Says("The mission Lons (M1) is now at: " + to, "La mission Lons (M1) en est maintenant à : " + to, await s.SayAsync("claire", "mission status", "mission étape", M, ("to", "vers", to)));

    private static (string, string, string) M => ("mission", "mission", "M1");
}
