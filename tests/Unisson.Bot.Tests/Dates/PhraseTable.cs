using Xunit;

namespace Unisson.Bot.Tests.Dates;

/// <summary>
/// What people type, and its one right answer or the reason for none, on Tuesday 24 November 2026 at 10:58 in Paris.
/// A head names the kind of field and the person's language; each line is "phrase | answer".
/// </summary>
internal static class PhraseTable
{
    private const string Text = """
        # instant fr
        demain 18h30 | 2026-11-25T18:30
        demain vers midi | vague
        après-demain à 8 h | 2026-11-26T08:00
        aujourd’hui à 14h | 2026-11-24T14:00
        auj 17h | 2026-11-24T17:00
        ce midi | 2026-11-24T12:00
        à midi et demi | 2026-11-24T12:30
        à 16 h moins le quart | 2026-11-24T15:45
        neuf heures et quart | 2026-11-25T09:15
        dix-huit heures trente | 2026-11-24T18:30
        vingt et une heures | 2026-11-24T21:00
        demain à 9h du soir | 2026-11-25T21:00
        demain à 3h du matin | 2026-11-25T03:00
        cet après-midi à 4h | 2026-11-24T16:00
        ce soir à 9h | 2026-11-24T21:00
        ce soir à minuit | 2026-11-25T00:00
        demain à 24h | 2026-11-26T00:00
        demain minuit | ambiguous 2026-11-25T00:00 2026-11-26T00:00
        demain matin à 15h | contradiction
        demain à 18h ou 19h | ambiguous 2026-11-25T18:00 2026-11-25T19:00
        mardi | 2026-12-01T09:00
        mardi à 18h | ambiguous 2026-11-24T18:00 2026-12-01T18:00
        mardi 9h | 2026-12-01T09:00
        mercredi prochain | ambiguous 2026-11-25T09:00 2026-12-02T09:00
        lundi prochain | 2026-11-30T09:00
        ce vendredi à 16h | 2026-11-27T16:00
        ce lundi | past
        vendredi soir à minuit | 2026-11-28T00:00
        vendredi qui vient | 2026-11-27T09:00
        samedi en quinze | 2026-12-12T09:00
        demain en huit | 2026-12-02T09:00
        le mardi de la semaine prochaine à 10h | 2026-12-01T10:00
        la semaine prochaine | ambiguous 2026-11-30T09:00 2026-12-01T09:00
        la semaine prochaine jeudi | 2026-12-03T09:00
        le mois prochain | ambiguous 2026-12-01T09:00 2026-12-24T09:00
        l'année prochaine | ambiguous 2027-01-01T09:00 2027-11-24T09:00
        week-end prochain | ambiguous 2026-11-28T09:00 2026-12-05T09:00
        cette semaine | vague
        dimanche 29 novembre à 10h | 2026-11-29T10:00
        dimanche 30 novembre | contradiction
        jeu. 3 déc. à 9h | 2026-12-03T09:00
        le 3 décembre à neuf heures | 2026-12-03T09:00
        1er janvier 2028 0h00 | 2028-01-01T00:00
        le premier mars | 2027-03-01T09:00
        le 15 du mois | 2026-12-15T09:00
        le 10 de ce mois à 9h | past
        vendredi 13 | contradiction
        mardi 15 à 18h | 2026-12-15T18:00
        le 15/12/26 à 18:30 | 2026-12-15T18:30
        15-12-2026 18h | 2026-12-15T18:00
        15/12/2026 | 2026-12-15T09:00
        32/12/2026 | impossible
        2026-12-15 18:30 | 2026-12-15T18:30
        2026-12-15T18:30:00 | 2026-12-15T18:30
        le premier lundi du mois à 20h | 2026-12-07T20:00
        le dernier vendredi de mars | 2027-03-26T09:00
        dernier jour du mois | 2026-11-30T09:00
        fin de semaine | 2026-11-27T18:00
        en fin de matinée | vague
        fin d'après-midi | 2026-11-24T18:00
        demain en fin de journée | 2026-11-25T18:00
        fin de la semaine prochaine à 12h | 2026-12-04T12:00
        fin 2027 | 2027-12-31T18:00
        mi-décembre | 2026-12-15T09:00
        milieu du mois prochain | 2026-12-15T09:00
        dans 90 secondes | 2026-11-24T10:59
        dans trois quarts d'heure | 2026-11-24T11:43
        dans 1h30 | 2026-11-24T12:28
        dans 2 h 15 min | 2026-11-24T13:13
        dans 1,5 h | 2026-11-24T12:28
        dans 1/2 heure | 2026-11-24T11:28
        dans un an et demi | 2028-05-24T10:58
        dans 2 ans, 3 mois et 4 jours | 2029-02-28T10:58
        dans 3 jours 14h | 2026-11-27T14:00
        dans 3 jours et 2 heures | 2026-11-27T12:58
        dans une semaine à midi | 2026-12-01T12:00
        dans 15 jours | ambiguous 2026-12-09T10:58 2026-12-08T10:58
        dans une huitaine | ambiguous 2026-12-02T10:58 2026-12-01T10:58
        dans vingt-cinq minutes | 2026-11-24T11:23
        dans quatre-vingt-dix jours | 2027-02-22T10:58
        d'ici une heure | 2026-11-24T11:58
        d'ici 18h | ambiguous 2026-11-24T18:00 2026-11-25T04:58
        d'ici demain soir | 2026-11-25T19:00
        sous 48h | 2026-11-26T10:58
        pour le 15 décembre à 12h au plus tard | 2026-12-15T12:00
        10 minutes | 2026-11-24T11:08
        dix minutes | 2026-11-24T11:08
        3 jours | 2026-11-27T10:58
        2 heures | 2026-11-25T02:00
        10 minutes à partir de maintenant | 2026-11-24T11:08
        3 jours après vendredi | 2026-11-30T09:00
        avant vendredi | ambiguous 2026-11-26T09:00 2026-11-27T09:00
        avant vendredi 18h | 2026-11-27T18:00
        avant la fin du mois | 2026-11-30T18:00
        cette nuit | ambiguous 2026-11-24T21:00 2026-11-25T00:00
        cette nuit à 2h | 2026-11-25T02:00
        demain at 6pm | 2026-11-25T18:00
        lundi at noon | 2026-11-30T12:00
        tomorrow à 18h | 2026-11-25T18:00
        next monday | 2026-11-30T09:00
        hier soir | past
        il y a 2 heures | past
        lundi dernier | past
        l'année dernière | past
        maintenant | past
        dans 0 minute | past
        dans -2 heures | impossible
        dans 2h90 | impossible
        à 25h | impossible
        24h30 | impossible
        dans 1000 ans | impossible
        dans 99999999999999999999 jours | impossible
        31 avril | impossible
        le 32 | impossible
        le 15 décembre 20260 | impossible
        début mars | vague
        en mars | vague
        à Noël | vague
        bientôt | vague
        dès que possible | vague
        quand tu peux | vague
        un de ces jours | vague
        un jour | vague
        dans quelques heures | vague
        vers 18h | vague
        15 | vague
        le | nonsense
        dans | nonsense
        demain demain | 2026-11-25T09:00
        demain hier | contradiction
        demain patate | nonsense
        18h patate | nonsense
        lundi mardi | contradiction
        lundi ou patate | nonsense
        demain ? | nonsense

        # instant en
        tomorrow, 6pm | 2026-11-25T18:00
        day after tomorrow at 8:15am | 2026-11-26T08:15
        Tomorrow at Noon! | 2026-11-25T12:00
        today at 5 | 2026-11-24T17:00
        at 5 | ambiguous 2026-11-25T05:00 2026-11-24T17:00
        at 9 | 2026-11-25T09:00
        at 12 | 2026-11-24T12:00
        tomorrow at 3 | ambiguous 2026-11-25T03:00 2026-11-25T15:00
        tomorrow at 7:30 | ambiguous 2026-11-25T07:30 2026-11-25T19:30
        tomorrow at 07:30 | 2026-11-25T07:30
        tomorrow at seven thirty pm | 2026-11-25T19:30
        half past six | ambiguous 2026-11-25T06:30 2026-11-24T18:30
        half past nine tomorrow | 2026-11-25T09:30
        quarter to ten | 2026-11-25T09:45
        ten to nine am tomorrow | 2026-11-25T08:50
        nine o'clock tomorrow | 2026-11-25T09:00
        9 in the morning | 2026-11-25T09:00
        10 at night | 2026-11-24T22:00
        7 tonight | 2026-11-24T19:00
        tonight | 2026-11-24T19:00
        tonight at 1am | 2026-11-25T01:00
        tomorrow night | ambiguous 2026-11-25T21:00 2026-11-26T00:00
        tomorrow night at 9 | 2026-11-25T21:00
        friday evening at 8 | 2026-11-27T20:00
        friday afternoon at 3 | 2026-11-27T15:00
        friday morning at 4pm | contradiction
        8am in the evening | contradiction
        15:00 am | contradiction
        12am tomorrow | 2026-11-25T00:00
        12pm tomorrow | 2026-11-25T12:00
        tomorrow at midnight | ambiguous 2026-11-25T00:00 2026-11-26T00:00
        this morning at 11 | 2026-11-24T11:00
        this morning | past
        friday | 2026-11-27T09:00
        next friday | ambiguous 2026-11-27T09:00 2026-12-04T09:00
        next wednesday at 2pm | ambiguous 2026-11-25T14:00 2026-12-02T14:00
        friday next week at 2pm | 2026-12-04T14:00
        next week friday | 2026-12-04T09:00
        next week | ambiguous 2026-11-30T09:00 2026-12-01T09:00
        a week on friday | 2026-12-04T09:00
        friday week | 2026-12-04T09:00
        two weeks from friday at noon | 2026-12-11T12:00
        a week from tomorrow | 2026-12-02T09:00
        three weeks from now | 2026-12-15T10:58
        a fortnight from now | 2026-12-08T10:58
        in a fortnight | 2026-12-08T10:58
        in half an hour | 2026-11-24T11:28
        in a quarter of an hour | 2026-11-24T11:13
        in an hour and a half | 2026-11-24T12:28
        in one and a half hours | 2026-11-24T12:28
        in 2 and a half hours | 2026-11-24T13:28
        in 1 day and 2 hours | 2026-11-25T12:58
        in twenty-five minutes | 2026-11-24T11:23
        in 15 days | 2026-12-09T10:58
        in two hundred days | 2027-06-12T10:58
        Dec 15, 2026 6pm | 2026-12-15T18:00
        15 Dec at 6pm | 2026-12-15T18:00
        December 15th, 18:00 | 2026-12-15T18:00
        the first of January at 10am | 2027-01-01T10:00
        may 4 at 9am | 2027-05-04T09:00
        25/12 at 10am | 2026-12-25T10:00
        12/25 at 10am | 2026-12-25T10:00
        06/05 at 10am | ambiguous 2027-05-06T10:00 2027-06-05T10:00
        05/05 | 2027-05-05T09:00
        06/05/2027 | ambiguous 2027-05-06T09:00 2027-06-05T09:00
        11/12/2026 | 2026-12-11T09:00
        13/13 | impossible
        2026/12/15 18:00 | 2026-12-15T18:00
        2nd Tuesday of March | 2027-03-09T09:00
        last friday of the month at 5pm | 2026-11-27T17:00
        5th monday of next month | impossible
        the 3rd of next month | 2026-12-03T09:00
        the 31st | 2026-12-31T09:00
        tuesday the 15th at 6pm | 2026-12-15T18:00
        monday 15 december | contradiction
        by friday 6pm at the latest | 2026-11-27T18:00
        until tomorrow noon | 2026-11-25T12:00
        before friday | ambiguous 2026-11-26T09:00 2026-11-27T09:00
        end of next week | 2026-12-04T18:00
        eod | 2026-11-24T18:00
        EOD friday | 2026-11-27T18:00
        by eom | 2026-11-30T18:00
        mid March | 2027-03-15T09:00
        end of June 2027 | 2027-06-30T18:00
        last day of the year | 2026-12-31T09:00
        sat 5 dec 10.30am | 2026-12-05T10:30
        at 18.30 | 2026-11-24T18:30
        18.30 | 2026-11-24T18:30
        demain 18h | 2026-11-25T18:00
        lundi prochain à 14h | 2026-11-30T14:00
        friday or saturday at 10am | ambiguous 2026-11-27T10:00 2026-11-28T10:00
        6pm or 7pm tomorrow | ambiguous 2026-11-25T18:00 2026-11-25T19:00
        in a few days | vague
        in a couple of hours | vague
        some day | vague
        one day | vague
        soon | vague
        around 6pm | vague
        early January | vague
        christmas | vague
        3 days ago | past
        last night | past
        last week | past
        yesterday | past
        now | past
        june 31 | impossible
        tomorrow at 13:61 | impossible
        in 3 potatoes | nonsense
        not tomorrow | nonsense
        tomorrow at | nonsense
        the the the the 15th | nonsense
        in in 3 days | nonsense

        # date fr
        aujourd'hui | 2026-11-24
        demain à 18h | 2026-11-25
        le 24 | 2026-11-24
        24 novembre | 2026-11-24
        23 novembre | 2027-11-23
        mardi | 2026-12-01
        mardi prochain | 2026-12-01
        pour le 15 décembre | 2026-12-15
        d'ici la fin du mois | 2026-11-30
        avant le 15 décembre | ambiguous 2026-12-14 2026-12-15
        fin février 2028 | 2028-02-29
        fin du mois | 2026-11-30
        dans 3 semaines | 2026-12-15
        dans 15 jours | ambiguous 2026-12-09 2026-12-08
        ce soir | 2026-11-24
        18h | nonsense
        demain à 25h | impossible
        06/05 | 2027-05-06
        31/02 | impossible
        hier | past
        3/3/24 | past
        la semaine prochaine | ambiguous 2026-11-30 2026-12-01

        # date en
        today | 2026-11-24
        by Friday | 2026-11-27
        25 Dec | 2026-12-25
        12/25/2026 | 2026-12-25
        06/05 | ambiguous 2027-05-06 2027-06-05
        in a month | 2026-12-24
        two weeks from today | 2026-12-08
        by the end of next month | 2026-12-31
        no later than the 15th | 2026-12-15
        yesterday | past
        tomorrow at 25:00 | impossible

        # past fr
        hier | 2026-11-23
        avant-hier soir | 2026-11-22
        ce matin | 2026-11-24
        aujourd'hui | 2026-11-24
        lundi | 2026-11-23
        mardi | ambiguous 2026-11-24 2026-11-17
        lundi dernier | 2026-11-23
        vendredi dernier à 15h | 2026-11-20
        le 15 | 2026-11-15
        15/12 | 2025-12-15
        15 novembre | 2026-11-15
        24 novembre | 2026-11-24
        il y a 3 jours | 2026-11-21
        il y a quinze jours | ambiguous 2026-11-09 2026-11-10
        il y a quelques jours | vague
        vendredi de la semaine dernière | 2026-11-20
        la semaine dernière | vague
        fin octobre | 2026-10-31
        le premier lundi du mois | 2026-11-02
        demain | ahead
        dans 3 jours | ahead
        15/12/2026 | ahead
        29 février | 2024-02-29
        patate | nonsense

        # past en
        yesterday at 6pm | 2026-11-23
        last night | 2026-11-23
        day before yesterday | 2026-11-22
        2 days ago | 2026-11-22
        last Friday | 2026-11-20
        a week ago | 2026-11-17
        Nov 15 | 2026-11-15
        on the 3rd | 2026-11-03
        03/04 | ambiguous 2026-04-03 2026-03-04
        tomorrow | ahead
        not long ago | vague

        # duration fr
        1h30 | PT1H30M
        1 h 30 min | PT1H30M
        90 min | PT1H30M
        2,5 h | PT2H30M
        2.25 h | PT2H15M
        une heure et quart | PT1H15M
        deux heures et demie | PT2H30M
        trois quarts d'heure | PT45M
        un an et demi | P1Y6M
        un mois | P1M
        2j 3h | P2DT3H
        15 jours | P15D
        une demi-journée | vague
        2 ou 3 h | ambiguous PT2H PT3H
        quelques heures | vague
        0 min | impossible
        -2 h | impossible
        1h75 | impossible
        300 ans | impossible
        3 | vague
        20 € | nonsense
        pendant 2 heures | PT2H

        # duration en
        an hour and a half | PT1H30M
        three quarters of an hour | PT45M
        2 hours 15 | PT2H15M
        2h 15m | PT2H15M
        a day | P1D
        half a year | P6M
        1 year, 2 months and 3 days | P1Y2M3D
        2 or 3 days | ambiguous P2D P3D
        a couple of hours | vague
        minus 3 hours | impossible
        5 potatoes | nonsense

        # amount fr
        3h | 180 min
        3h30 | 210 min
        90 min | 90 min
        1/2 j | 210 min
        ½ journée | 210 min
        demi-journée | 210 min
        1 jour et demi | 630 min
        2 jours | 840 min
        2j 3h | 1020 min
        0,25 j | 105 min
        1,75 h | 105 min
        0,33 h | 20 min
        120 € | 120 EUR
        120€ | 120 EUR
        120 euros | 120 EUR
        1 200,50 € | 1200.50 EUR
        1 200,5 € | 1200.50 EUR
        1.200,50 € | 1200.50 EUR
        1200,50 € | 1200.50 EUR
        12.50 € | 12.50 EUR
        12€50 | 12.50 EUR
        12 euros 50 | 12.50 EUR
        12 euros et 50 centimes | 12.50 EUR
        50 centimes | 0.50 EUR
        2,5k€ | 2500 EUR
        deux cents euros | 200 EUR
        mille deux cents euros | 1200 EUR
        quatre-vingts euros | 80 EUR
        1,200 € | ambiguous 1200 EUR 1.20 EUR
        1.200 € | ambiguous 1200 EUR 1.20 EUR
        12,505 € | impossible
        1 20 € | nonsense
        10000 h | 600000 min
        10001 h | impossible
        100000000 € | 100000000 EUR
        100000000,01 € | impossible
        99999999999999999999999 € | impossible
        0 € | impossible
        0h | impossible
        -50 € | impossible
        - 50 € | impossible
        -3h | impossible
        45 €/h | 45 EUR/PT1H
        20 € de l'heure | 20 EUR/PT1H
        100 € par mois | 100 EUR/P1M
        3h par semaine | 180 min/P1W
        100 $ | othercurrency
        50 livres sterling | othercurrency
        CHF 50 | othercurrency
        2 ou 3 h | ambiguous 120 min 180 min
        une semaine | vague
        120 | vague
        euros | nonsense
        quelques euros | vague
        3h et 20 € | nonsense
        20 patates | nonsense

        # amount en
        2 days | 840 min
        half a day | 210 min
        a day and a half | 630 min
        €1,200.50 | 1200.50 EUR
        1,200 € | 1200 EUR
        1.200 € | ambiguous 1200 EUR 1.20 EUR
        1,20 € | 1.20 EUR
        EUR 1,000,000 | 1000000 EUR
        ten euros | 10 EUR
        a hundred and fifty euros | 150 EUR
        50 cents | 0.50 EUR
        €50/month | 50 EUR/P1M
        €20 an hour | 20 EUR/PT1H
        $50 | othercurrency
        fifty pounds | othercurrency
        -€50 | impossible
        €-50 | impossible
        3 hours and 20 minutes | 200 min
        2 jours | 840 min
        3 potatoes | nonsense
        """;

    public static TheoryData<string, string, string, string> Rows()
    {
        var rows = new TheoryData<string, string, string, string>();
        var head = Array.Empty<string>();
        foreach (var line in Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith('#'))
            {
                head = line[2..].Split(' ');
                continue;
            }

            var cells = line.Split(" | ");
            rows.Add(head[0], head[1], cells[0], cells[1]);
        }

        return rows;
    }
}
