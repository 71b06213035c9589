using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Frames;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>A tender by the method, at each door, from its opening to what is left of it a year after its end: eight people, and nobody reads what is not for them.</summary>
public sealed class MethodTests
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

    /// <summary>The answer leaves with neither terms nor a name that did not agree to it, and only then the common hears of it; nothing starts while something is missing, and each thing says its line.</summary>
    private static async Task AnswerAsync(Stage s)
    {
        s.Says("The answer of the mission Lons (M1) is in the file", "La réponse de la mission Lons (M1) est dans le fichier", await s.SayAsync("claire", "mission kit", "mission dossier", M, ("format", "format", "md")));
        var file = await s.FileAsync("claire", s.T("unisson-answer-M1.md", "unisson-dossier-M1.md"));
        Assert.All(["# Lons\n", "CC Bresse", "AO-2026-7", "Coworking"], said => Assert.Contains(said, file, StringComparison.Ordinal));
        Assert.All([.. Terms, "claire", "gil", "paul", " eva"], secret => Assert.DoesNotContain(secret, file, StringComparison.Ordinal));
        var note = s.T("For your information: somebody of our common is helping", "Pour information : une personne de notre commun aide");
        Assert.DoesNotContain(note, s.InTheOpen(), StringComparison.Ordinal);
        await StepAsync(s, s.T("Answer sent", "Réponse envoyée"));
        await s.PassAsync(TimeSpan.Zero);
        await s.ReadAsync(s.CommonsChannel, note);
        await StepAsync(s, s.T("Won", "Retenue"));
        var refused = await s.SayAsync("claire", "mission status", "mission étape", M, ("to", "vers", s.T("Running", "En cours")));
        s.Says("“Lons” (M1) cannot start yet.", "« Lons » (M1) ne peut pas encore démarrer.", refused);
        Assert.All([s.T("the moral contract of paul (Provider)", "le contrat moral de paul (Prestataire)"), s.T("a pledge to a common", "une promesse à un commun")], missing => Assert.Contains(missing, refused, StringComparison.Ordinal));
    }

    private static async Task StartAsync(Stage s)
    {
        foreach (var who in (string[])["paul", "gil"])
        {
            await s.SayAsync(who, "contract read", "contrat lire", M);
            s.Says("You accepted the moral contract as", "Tu acceptes le contrat moral pour « Lons » (M1)", await s.ChooseAsync(who, s.T("I accept this contract", "J’accepte ce contrat")));
        }

        foreach (var (what, amount) in ((string, string)[])[("Atelier", "10h"), ("Budget", "5 %")])
        {
            s.Says("Promised.", "C’est promis.", await s.SayAsync("claire", "mission pledge", "mission promettre", M, ("common", "commun", "coworking"), ("what", "quoi", what), ("amount", "combien", amount)));
        }

        await s.PassUntilAsync(Start);
        await StepAsync(s, s.T("Running", "En cours"));
        foreach (var who in (string[])["eva", "paul"])
        {
            await s.SayAsync(who, "contribution log", "contribution noter", ("common", "commun", "coworking"), ("amount", "combien", "3h"), ("what", "quoi", "Fiche"), M);
        }
    }

    /// <summary>Eva confides in the guarantor who is not of the mission; the team learns that there was a concern, others nothing.</summary>
    private static async Task ConfideAsync(Stage s)
    {
        s.Says("Whom shall I tell", "À qui le dire", await s.SayAsync("eva", "mission concern", "mission alerter", M, ("what", "quoi", Confided)));
        s.Says("ana reads it in private", "ana le lit en privé", await s.ChooseAsync("eva", s.T("Tell ana", "Le dire à ana")));
        await s.PassAsync(TimeSpan.Zero);
        var heard = s.T("eva confides a concern to you about “Lons” (M1).", "eva te confie une inquiétude sur « Lons » (M1).");
        Assert.Contains(Confided, await s.HearAsync("ana", heard), StringComparison.Ordinal);
        Assert.Contains(s.T("ana heard a concern", "ana a entendu une inquiétude"), await s.SayAsync("claire", "mission journal", "mission journal", M), StringComparison.Ordinal);
        var outside = await s.SayAsync("dov", "mission journal", "mission journal", M) + await s.SayAsync("dov", "mission show", "mission voir", M);
        Assert.All([.. Terms, Confided, s.T("concern", "inquiétude")], secret => Assert.DoesNotContain(secret, outside, StringComparison.Ordinal));
        s.Says("Noted: you have spoken with eva.", "C’est noté : tu en as parlé avec eva.", await s.TapAsync("ana", heard, s.T("We have spoken", "Nous en avons parlé")));
        await s.PassAsync(TimeSpan.Zero);
        await s.HearAsync("eva", s.T("ana says that you have spoken", "ana dit que vous en avez parlé"));
        Assert.All(People.Where(p => p is not ("eva" or "ana")), who => Assert.DoesNotContain(Confided, s.Told(who), StringComparison.Ordinal));
        Assert.All(Terms, terms => Assert.All(["dov", "lea", "ana"], who => Assert.DoesNotContain(terms, s.Told(who), StringComparison.Ordinal)));
    }

    private static async Task CloseAsync(Stage s)
    {
        await s.PassUntilAsync(End);
        await StepAsync(s, s.T("Delivered", "Livrée"));
        await s.SayAsync("claire", "mission pledge", "mission promettre", M, ("pledge", "promesse", "P1"), ("state", "état", s.T("Kept", "Tenue")));
        s.Says("“Lons” (M1) cannot close yet.", "« Lons » (M1) ne peut pas encore se clore.", await s.SayAsync("claire", "mission status", "mission étape", M, ("to", "vers", s.T("Closed", "Close"))));
        await s.SayAsync("claire", "mission pledge", "mission promettre", M, ("pledge", "promesse", "P2"), ("state", "état", s.T("Carried over", "Reportée")), ("by", "échéance", s.T("1 October", "1er octobre")));
        s.Says("The mission Lons (M1) is closed.", "La mission Lons (M1) est close.", await s.SayAsync("claire", "mission close", "mission clore", M, ("learned", "appris", "Petites salles"), ("where", "où", "https://movilab.example/lons")));
        await s.PassAsync(TimeSpan.Zero);
        await s.HearAsync("eva", s.T("The mission Lons (M1) is closed.", "La mission Lons (M1) est close."));
        s.Says("The report of the mission Lons (M1) is in the file.", "Le bilan de la mission Lons (M1) est dans le fichier.", await s.SayAsync("claire", "mission report", "mission bilan", M, ("format", "format", "md")));
        var report = await s.FileAsync("claire", s.T("unisson-report-M1.md", "unisson-bilan-M1.md"));
        Assert.All(["Petites salles", "Atelier", "Budget", "Fiche"], said => Assert.Contains(said, report, StringComparison.Ordinal));
        Assert.All([.. Terms, Confided], secret => Assert.DoesNotContain(secret, report, StringComparison.Ordinal));
    }

    private static async Task LookBackAsync(Stage s)
    {
        await s.PassUntilAsync(ThreeMonths);
        s.Says("Kept for Coworking: A little.", "C’est gardé pour Coworking : Un peu.", await s.TapAsync("claire", s.T("The mission Lons (M1) ended three months ago.", "La mission Lons (M1) s’est achevée il y a trois mois."), s.T("A little", "Un peu")));
        Assert.DoesNotContain(s.T("ended three months ago", "il y a trois mois"), s.Told("eva"), StringComparison.Ordinal);
        await s.PassUntilAsync(TwelveMonths);
        s.Says("Kept for Coworking: Yes.", "C’est gardé pour Coworking : Oui.", await s.TapAsync("gil", s.T("The mission Lons (M1) ended a year ago.", "La mission Lons (M1) s’est achevée il y a un an."), s.T("Yes", "Oui")));
    }

    private static async Task StoredAsync(Stage s)
    {
        Assert.Equal(MissionState.Closed, await s.SeeAsync(db => db.Missions.Select(m => m.State).SingleAsync()));
        Assert.Equal([PledgeState.Kept, PledgeState.Carried], await s.SeeAsync(db => db.Pledges.OrderBy(p => p.Number).Select(p => p.State).ToListAsync()));
        var roles = await s.SeeAsync(db => db.RoleHolders.ToListAsync());
        Assert.Equal((4, RoleKind.HelpingCommoner), (roles.Count(h => h.Holding == Holding.Done), Assert.Single(roles, h => h.Holding == Holding.HandedBack).Role));
        Assert.Equal(2, await s.SeeAsync(db => db.Ledger.CountAsync(l => l.MissionId != null)));
        var frames = await s.SeeAsync(db => db.Frames.ToListAsync());
        Assert.Equal((5, 1), (frames.Count, frames.Count(f => f.EndedAt is not null)));
        Assert.All(frames, f => Assert.True(f.IsAgreed));
        Assert.Equal([(3, LinkLives.ALittle), (12, LinkLives.Yes)], (await s.SeeAsync(db => db.Lookbacks.OrderBy(l => l.Months).ToListAsync())).Select(l => (l.Months, l.Answer!.Value)));
        Assert.Equal((null, true), await s.SeeAsync(async db => (await db.Concerns.Select(c => c.What).SingleAsync(), await db.Concerns.AllAsync(c => c.AnsweredAt != null))));
    }

    private static async Task StepAsync(Stage s, string to)
        => s.Says("The mission Lons (M1) is now at: " + to, "La mission Lons (M1) en est maintenant à : " + to, await s.SayAsync("claire", "mission status", "mission étape", M, ("to", "vers", to)));

    private static (string, string, string) M => ("mission", "mission", "M1");
}
