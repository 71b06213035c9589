using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Closing;
using Unisson.Bot.Missions;
using Unisson.Bot.Pledges;
using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>From the answer to the look back a year after the end.</summary>
public sealed partial class MethodTests
{
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
}
