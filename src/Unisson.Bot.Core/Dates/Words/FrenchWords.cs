namespace Unisson.Bot.Dates.Words;

internal static class FrenchWords
{
    public static IEnumerable<Entry> All() =>
    [
        .. Numbers(), .. Calendar(), .. Clock(), .. Glue(), .. Money(),
        new("plus tard, un peu plus tard, tout a l heure, tantot, bientot, prochainement, un de ces jours, un autre jour", Term.Vague),
        new("quand, des que, aussitot, des que possible, au plus vite, au plus tot, rapidement, si possible", Term.Vague),
        new("quelques, plusieurs, des, un moment, un petit moment, un instant, longtemps, peu de temps, environ, vers, ces jours ci, incessamment, dizaine, quinzaine, vingtaine, trentaine, centaine, poignee", Term.Vague),
        new("debut, courant, rentree, vacances, ete, hiver, automne, printemps, toussaint, noel, paques, jour de l an", Term.Vague),
        new("fin de matinee, en fin de matinee, fin de soiree, en fin de soiree, parfois, souvent, regulierement, fois, jours ouvrables, jour ouvrable, de temps en temps, de temps a autre, occasionnellement, jamais, tot", Term.Vague),
    ];

    private static IEnumerable<Entry> Numbers() =>
    [
        new("zero", Term.Number, 0), new("un, une", Term.Number, 1), new("deux", Term.Number, 2), new("trois", Term.Number, 3),
        new("quatre", Term.Number, 4), new("cinq", Term.Number, 5), new("six", Term.Number, 6), new("sept", Term.Number, 7),
        new("huit", Term.Number, 8), new("neuf", Term.Number, 9), new("dix", Term.Number, 10), new("onze", Term.Number, 11),
        new("douze", Term.Number, 12), new("treize", Term.Number, 13), new("quatorze", Term.Number, 14), new("quinze", Term.Number, 15),
        new("seize", Term.Number, 16), new("vingt, vingts", Term.Number, 20), new("trente", Term.Number, 30), new("quarante", Term.Number, 40),
        new("cinquante", Term.Number, 50), new("soixante", Term.Number, 60),
        new("cent, cents", Term.Hundred), new("mille", Term.Thousand), new("k", Term.Kilo),
        new("demi, demie", Term.Half), new("quart, quarts", Term.Quarter),
        new("premier, premiere, premiers", Term.Ordinal, 1), new("deuxieme, deuxiemes, second, seconde", Term.Ordinal, 2), new("troisieme, troisiemes", Term.Ordinal, 3),
        new("quatrieme", Term.Ordinal, 4), new("cinquieme", Term.Ordinal, 5), new("er, ere, re, e, eme, ieme, nd, nde", Term.OrdinalEnding),
    ];

    private static IEnumerable<Entry> Calendar() =>
    [
        new("lundi, lun", Term.Weekday, 1), new("mardi, mar", Term.Weekday, 2), new("mercredi, mer", Term.Weekday, 3), new("jeudi, jeu", Term.Weekday, 4),
        new("vendredi, ven", Term.Weekday, 5), new("samedi, sam", Term.Weekday, 6), new("dimanche, dim", Term.Weekday, 7),
        new("lundis", Term.Weekdays, 1), new("mardis", Term.Weekdays, 2), new("mercredis", Term.Weekdays, 3), new("jeudis", Term.Weekdays, 4),
        new("vendredis", Term.Weekdays, 5), new("samedis", Term.Weekdays, 6), new("dimanches", Term.Weekdays, 7),
        new("jour ouvre, jours ouvres, jour de semaine, jours de semaine, jour de la semaine, jours de la semaine, en semaine", Term.WorkingDay),
        new("janvier, janv, jan", Term.Month, 1), new("fevrier, fevr, fev", Term.Month, 2), new("mars", Term.Month, 3), new("avril, avr", Term.Month, 4),
        new("mai", Term.Month, 5), new("juin", Term.Month, 6), new("juillet, juil, juill", Term.Month, 7), new("aout", Term.Month, 8),
        new("septembre, sept, sep", Term.Month, 9), new("octobre, oct", Term.Month, 10), new("novembre, nov", Term.Month, 11), new("decembre, dec", Term.Month, 12),
        new("aujourd hui, aujourdhui, ajd, auj, ce jour", Term.DayName, 0), new("demain", Term.DayName, 1), new("apres demain", Term.DayName, 2),
        new("hier", Term.DayName, -1), new("avant hier", Term.DayName, -2),
        new("week end, weekend, we, wk end, week ends, weekends", Term.Weekend),
        new("seconde, secondes, sec, s", Term.Unit, (int)Unit.Second), new("minute, minutes, min, mins, mn, m", Term.Unit, (int)Unit.Minute),
        new("heure, heures, h, hr, hrs", Term.Unit, (int)Unit.Hour), new("jour, jours, j, jrs, journee, journees", Term.Unit, (int)Unit.Day),
        new("semaine, semaines, sem", Term.Unit, (int)Unit.Week), new("mois", Term.Unit, (int)Unit.Month),
        new("an, ans, annee, annees", Term.Unit, (int)Unit.Year),
        new("trimestre, trimestres", Term.Unit, (int)Unit.Quarter), new("semestre, semestres", Term.Unit, (int)Unit.Semester),
        new("quinzaine", Term.Unit, (int)Unit.Quinzaine), new("huitaine", Term.Unit, (int)Unit.Huitaine),
        new("en huit", Term.WeeksOn, 1), new("en quinze", Term.WeeksOn, 2),
    ];

    private static IEnumerable<Entry> Clock() =>
    [
        new("h, heure, heures, hr, hrs", Term.HourMark), new("minuit", Term.Midnight),
        new("matin, mat, matinee, matins, premiere heure, a la premiere heure, des la premiere heure", Term.Part, (int)Part.Morning), new("midi", Term.Part, (int)Part.Noon),
        new("apres midi, aprem, aprems, apres m, aprm, ap midi", Term.Part, (int)Part.Afternoon), new("soir, soiree, soirs", Term.Part, (int)Part.Evening),
        new("nuit", Term.Part, (int)Part.Night), new("pile, precises, tapantes, environ, a peu pres", Term.Sharp), new("vers, autour de, aux alentours de, aux environs de", Term.About), new("am", Term.Meridiem, 0), new("pm", Term.Meridiem, 1),
        new("t", Term.IsoT), new("maintenant, tout de suite, immediatement", Term.Now),
    ];

    private static IEnumerable<Entry> Glue() =>
    [
        new("a, au, @", Term.At), new("le, la, l, les, au", Term.Article), new("de, du, d, des", Term.Of), new("et, &", Term.And), new("ou, ou bien", Term.Or),
        new("dans, d ici, sous", Term.In), new("d ici", Term.Within), new("en", Term.On), new("a partir de, apres, a compter de", Term.From), new("a partir de maintenant", Term.FromNow),
        new("il y a, y a, ya, ca fait", Term.Since), new("pour, d ici, d ici a, jusqu a, jusqu, jusque, au plus tard, inclus, inclusivement, compris, des, deadline, echeance, date limite", Term.By),
        new("pour au plus tard, dernier delai, limite", Term.By), new("avant", Term.Before),
        new("ce, cet, cette, ces", Term.This), new("prochain, prochaine", Term.Next), new("dernier, derniere, derniers, passe, passee", Term.Last),
        new("qui vient", Term.Coming), new("fin, a la fin, en fin", Term.End), new("mi, milieu", Term.Middle), new("debut, au debut, en debut", Term.Middle, 1),
        new("par", Term.Per), new("chaque, tous les, toutes les, tout les, ts les, une fois tous les, une fois toutes les", Term.Every), new("une fois par", Term.Every, 1), new("sur", Term.OneIn),
        new("quotidien, quotidienne, quotidiennement", Term.Rhythm, (int)Unit.Day), new("hebdo, hebdomadaire, hebdomadaires", Term.Rhythm, (int)Unit.Week),
        new("mensuel, mensuelle, mensuels, mensuellement", Term.Rhythm, (int)Unit.Month), new("annuel, annuelle, annuels", Term.Rhythm, (int)Unit.Year),
        new("trimestriel, trimestrielle", Term.Rhythm, (int)Unit.Quarter), new("toutes les quinzaines", Term.Rhythm, (int)Unit.Fortnight), new("pendant, durant, pour", Term.During), new("moins", Term.Minus),
    ];

    private static IEnumerable<Entry> Money() =>
    [
        new("€, eur, euro, euros, balles", Term.Euro), new("centime, centimes, cts, ct, c", Term.Cents),
        new("$, £, ¥, usd, gbp, chf, cad, jpy, dollar, dollars, livre, livres, livres sterling, franc, francs, francs suisses", Term.OtherCurrency),
    ];
}
