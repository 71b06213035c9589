using Xunit;

namespace Unisson.Bot.Tests.Stories;

/// <summary>The sentences by which people know the bot, at each door: a few weeks of a community in which nobody is asked in vain.</summary>
public sealed class VoiceTests
{
    public static TheoryData<string, bool> Doors => Stage.All;

    [Theory]
    [MemberData(nameof(Doors))]
    public async Task What_is_said_at_each_moment(string door, bool isFrench)
    {
        await using var s = await Stage.SetAsync(door, isFrench, "claire", "bob", "eva", "gil");

        // Set up, and what next.
        s.Says("Jura third places: all set. Nobody will be asked who did not want it.", "Jura : c’est en place. Personne ne recevra de demande sans l’avoir voulu.", await s.SetUpAsync());
        await s.SayAsync("claire", "common add", "commun ajouter", ("slug", "nom-court", "coworking"), ("name", "nom", "Coworking"), ("channel", "salon", s.CommonsChannel));

        // First contact, at one's own wish, and what it does not cost.
        s.Says(
            "Hello bob, this is Unisson, for Jura third places. I will ask you only if you want me to, never beyond what you give, and saying no costs nothing.",
            "Bonjour bob, ici Unisson, pour Jura. Je te solliciterai seulement si tu le veux, jamais au-delà de ce que tu donnes, et dire non ne coûte rien.",
            await s.FirstContactAsync("bob"));
        foreach (var who in (string[])["bob", "eva", "gil"])
        {
            await s.SayAsync(who, "experience add", "expérience ajouter", ("common", "commun", "coworking"), ("level", "niveau", s.T("I contribute to it", "J’y contribue")), ("since", "depuis", "2019"));
            s.Says("Noted: I ask you at most 4 times a month, 8 h in all.", "C’est noté : je te solliciterai au plus 4 fois par mois, 8 h en tout.",
                await s.SayAsync(who, "availability set", "dispo régler", ("asks", "demandes", "4"), ("hours", "heures", "8h")));
        }

        // A pause, and its end.
        s.Says("Paused until Tuesday 8 December. I ask nothing more of you and tell nobody why.", "Pause jusqu’au mardi 8 décembre. Je ne te demande plus rien et je ne dis à personne pourquoi.",
            await s.SayAsync("bob", "availability pause", "dispo pause", ("until", "jusque", s.T("8 December", "8 décembre"))));
        await s.PassAsync(TimeSpan.FromDays(14));
        s.Says("Your pause ends today. I will ask nothing before you say “I am here”; taking more time is fine too.", "Ta pause s’achève aujourd’hui. Je ne te demanderai rien avant que tu dises « Je suis là » ; prendre encore du temps, c’est très bien aussi.",
            await s.HearAsync("bob", s.T("Your pause", "Ta pause")));
        await s.TapAsync("bob", s.T("Your pause", "Ta pause"), s.T("I am here", "Je suis là"));

        // A mission, and a first call.
        s.Says("M1 is open. Next step: call somebody of the common. The rest is settled before it starts.", "M1 est ouverte. Prochain pas : appeler quelqu’un du commun. Le reste se règle avant le démarrage.",
            await s.SayAsync("claire", "mission open", "mission ouvrir", ("title", "titre", "Lons"), ("commons", "communs", "coworking"), ("sponsor", "commanditaire", "CC Bresse")));
        s.Says("C1 is open. I will gently ask the people who wished it; the card “I can help” is in the channel.", "C1 est ouvert. Je solliciterai doucement les personnes qui l’ont voulu ; la carte « Je peux aider » est dans le salon.",
            await s.SayAsync("claire", "commoners call", "commoners appeler", ("common", "commun", "coworking"), ("mission", "mission", "M1"), ("hours", "heures", "3h"), ("by", "échéance", s.T("in 6 days", "dans 6 jours")), ("terms", "contrepartie", s.T("Paid", "Rémunération"))));

        // An ask: what, how much, until when, on which terms; who asks; why me; what the common would read.
        var ask = s.T("Lons: 3 h by Monday 14 December, paid. Would you like to help?", "Lons : 3 h d’ici le lundi 14 décembre, rémunérées. As-tu envie d’aider ?");
        var asked = await s.HearAsync("bob", ask[..6]);
        s.Says("Lons: 3 h by Monday 14 December, paid. Would you like to help?", "Lons : 3 h d’ici le lundi 14 décembre, rémunérées. As-tu envie d’aider ?", asked);
        Assert.Contains(s.T("claire (coordination) asks; nobody guarantees the mission yet.", "C’est claire (coordination) qui demande ; personne ne garantit encore la mission."), asked, StringComparison.Ordinal);
        Assert.Contains(s.T("I thought of you because you have contributed to Coworking since 2019, you have 8 h left this month, and I have never asked anything of you.",
            "Je pense à toi parce que tu contribues au commun Coworking depuis 2019, qu’il te reste 8 h ce mois-ci et que je ne t’ai encore rien demandé."), asked, StringComparison.Ordinal);
        Assert.Contains(s.T("“For your information: somebody of our common is helping CC Bresse.", "« Pour information : une personne de notre commun aide CC Bresse."), asked, StringComparison.Ordinal);

        // A no costs nothing; a yes holds the place.
        s.Says("Noted, and thank you for answering. This stays between us; I am looking elsewhere.", "C’est noté, et merci d’avoir répondu. Cela reste entre nous ; je cherche ailleurs.", await s.TapAsync("bob", ask[..6], s.T("Not this time", "Pas cette fois")));
        await s.PassAsync(TimeSpan.Zero);
        s.Says("Thank you, the place is yours. Before you start, claire and you will write down what you will do, what you will not, and what you get for it; nothing binds you until then, and “Hand back” stays here to the end.",
            "Merci, la place est à toi. Avant de commencer, claire et toi écrirez ce que tu feras, ce que tu ne feras pas, et la contrepartie ; rien ne t’engage d’ici là, et « Passer la main » reste possible jusqu’au bout.",
            await s.TapAsync("eva", ask[..6], s.T("Yes, I’ll help", "Oui, j’aide")));
        s.Says("eva said yes for Lons: 3 h by Monday 14 December.", "eva a dit oui pour Lons : 3 h d’ici le lundi 14 décembre.", await s.HearAsync("claire", "eva"));
        s.Says("For your information: somebody of our common is helping CC Bresse.", "Pour information : une personne de notre commun aide CC Bresse.", await s.ReadAsync(s.CommonsChannel, s.T("For your information", "Pour information")));

        // Late, and free.
        s.Says("The place has just been taken. You are in reserve; I only come back if it frees up.", "La place vient d’être prise. Tu es en réserve ; je ne reviens vers toi que si elle se libère.",
            await s.SayAsync("bob", "call answer", "appel répondre", ("call", "appel", "C1"), ("answer", "réponse", s.T("Yes, I’ll help", "Oui, j’aide"))));

        // Filled: who was asked and had not answered is free, without a ring.
        await s.SayAsync("claire", "commoners call", "commoners appeler", ("common", "commun", "coworking"), ("mission", "mission", "M1"), ("hours", "heures", "1h"), ("by", "échéance", s.T("in 2 hours", "dans 2 heures")), ("terms", "contrepartie", s.T("Paid", "Rémunération")));
        await s.PassAsync(TimeSpan.Zero);
        await s.HearAsync("gil", s.T("Lons: 1 h", "Lons : 1 h"));
        await s.TapAsync("bob", s.T("Lons: 1 h", "Lons : 1 h"), s.T("Yes, I’ll help", "Oui, j’aide"));
        s.Says("The call for Lons is filled, there is nothing left for you to do.", "L’appel pour Lons est complet, tu n’as plus rien à faire.", await s.HearAsync("gil", s.T("The call", "L’appel")));

        // A contribution.
        s.Says("L1 is in the ledger: 3 h by bob for Coworking, “How-to”, for the mission Lons (M1).", "L1 est au registre : 3 h de bob pour Coworking, « How-to », pour la mission Lons (M1).",
            await s.SayAsync("bob", "contribution log", "contribution noter", ("common", "commun", "coworking"), ("amount", "combien", "3h"), ("what", "quoi", "How-to"), ("mission", "mission", "M1")));
    }
}
