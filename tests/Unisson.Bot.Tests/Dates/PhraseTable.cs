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
        demain vers midi | 2026-11-25T12:00
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
        début mars | ambiguous 2027-03-01T09:00 2027-03-08T09:00
        en mars | vague
        à Noël | vague
        bientôt | vague
        dès que possible | vague
        quand tu peux | vague
        un de ces jours | vague
        un jour | vague
        dans quelques heures | vague
        vers 18h | 2026-11-24T18:00
        15 | vague
        le | nonsense
        dans | nonsense
        demain demain | 2026-11-25T09:00
        demain hier | contradiction
        demain patate | nonsense
        18h patate | nonsense
        lundi mardi | contradiction
        lundi ou patate | nonsense
        demain ou le 31 février | impossible
        aujourd'hui à 9h ou 11h | 2026-11-24T11:00
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
        around 6pm | 2026-11-24T18:00
        early January | ambiguous 2027-01-01T09:00 2027-01-04T09:00
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
        d'ici au 31 | 2026-12-31
        jusqu'au 15 du mois prochain | 2026-12-15
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

        # repeat fr
        tous les lundis à 9h | 2026-11-30T09:00 2026-12-07T09:00 2026-12-14T09:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        le mardi | 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        le mardi à 18h | 2026-11-24T18:00 2026-12-01T18:00 2026-12-08T18:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        mardi à 18h | 2026-11-24T18:00 2026-12-01T18:00 2026-12-08T18:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        chaque vendredi soir | 2026-11-27T19:00 2026-12-04T19:00 2026-12-11T19:00 FREQ=WEEKLY;BYDAY=FR;BYHOUR=19;BYMINUTE=0
        les lundis, mercredis et vendredis à 8h30 | 2026-11-25T08:30 2026-11-27T08:30 2026-11-30T08:30 FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=8;BYMINUTE=30
        du lundi au jeudi à 17h | 2026-11-24T17:00 2026-11-25T17:00 2026-11-26T17:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=17;BYMINUTE=0
        du vendredi au lundi à 9h | 2026-11-27T09:00 2026-11-28T09:00 2026-11-29T09:00 FREQ=WEEKLY;BYDAY=MO,FR,SA,SU;BYHOUR=9;BYMINUTE=0
        tous les jours ouvrés | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        tous les soirs à 20h | 2026-11-24T20:00 2026-11-25T20:00 2026-11-26T20:00 FREQ=DAILY;BYHOUR=20;BYMINUTE=0
        chaque matin à 7h30 | 2026-11-25T07:30 2026-11-26T07:30 2026-11-27T07:30 FREQ=DAILY;BYHOUR=7;BYMINUTE=30
        tous les jours à 18h | 2026-11-24T18:00 2026-11-25T18:00 2026-11-26T18:00 FREQ=DAILY;BYHOUR=18;BYMINUTE=0
        tous les 3 jours | 2026-11-27T09:00 2026-11-30T09:00 2026-12-03T09:00 FREQ=DAILY;INTERVAL=3;BYHOUR=9;BYMINUTE=0
        tous les 3 jours à 18h | 2026-11-24T18:00 2026-11-27T18:00 2026-11-30T18:00 FREQ=DAILY;INTERVAL=3;BYHOUR=18;BYMINUTE=0
        un mardi sur deux à 18h | 2026-11-24T18:00 2026-12-08T18:00 2026-12-22T18:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        un lundi sur trois | 2026-11-30T09:00 2026-12-21T09:00 2027-01-11T09:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        toutes les deux semaines | 2026-12-08T09:00 2026-12-22T09:00 2027-01-05T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        toutes les 2 semaines le jeudi | 2026-11-26T09:00 2026-12-10T09:00 2026-12-24T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;BYHOUR=9;BYMINUTE=0
        tous les 15 jours | 2026-12-08T09:00 2026-12-22T09:00 2027-01-05T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        tous les 8 jours | ambiguous 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0 2026-12-02T09:00 2026-12-10T09:00 2026-12-18T09:00 FREQ=DAILY;INTERVAL=8;BYHOUR=9;BYMINUTE=0
        tous les vendredis à minuit | vague
        tous les jours à minuit | 2026-11-25T00:00 2026-11-26T00:00 2026-11-27T00:00 FREQ=DAILY;BYHOUR=0;BYMINUTE=0
        tous les mois | 2026-12-24T09:00 2027-01-24T09:00 2027-02-24T09:00 FREQ=MONTHLY;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        tous les mois le 15 à midi | 2026-12-15T12:00 2027-01-15T12:00 2027-02-15T12:00 FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=12;BYMINUTE=0
        le 15 de chaque mois | 2026-12-15T09:00 2027-01-15T09:00 2027-02-15T09:00 FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=9;BYMINUTE=0
        le 31 du mois | ambiguous 2026-12-31T09:00 2027-01-31T09:00 2027-03-31T09:00 FREQ=MONTHLY;BYMONTHDAY=31;BYHOUR=9;BYMINUTE=0 2026-11-30T09:00 2026-12-31T09:00 2027-01-31T09:00 FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=9;BYMINUTE=0
        tous les 2 mois le premier lundi du mois | 2026-12-07T09:00 2027-02-01T09:00 2027-04-05T09:00 FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO;BYHOUR=9;BYMINUTE=0
        le premier et le troisième mardi du mois | 2026-12-01T09:00 2026-12-15T09:00 2027-01-05T09:00 FREQ=MONTHLY;BYDAY=1TU,3TU;BYHOUR=9;BYMINUTE=0
        dernier jour de chaque mois | 2026-11-30T09:00 2026-12-31T09:00 2027-01-31T09:00 FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=9;BYMINUTE=0
        chaque fin de mois | 2026-11-30T18:00 2026-12-31T18:00 2027-01-31T18:00 FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=18;BYMINUTE=0
        tous les trimestres | 2027-02-24T09:00 2027-05-24T09:00 2027-08-24T09:00 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        tous les ans | 2027-11-24T09:00 2028-11-24T09:00 2029-11-24T09:00 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        tous les ans le 8 mars | 2027-03-08T09:00 2028-03-08T09:00 2029-03-08T09:00 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8;BYHOUR=9;BYMINUTE=0
        chaque 1er mai | 2027-05-01T09:00 2028-05-01T09:00 2029-05-01T09:00 FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        chaque 31 février | impossible
        chaque 29 février | 2028-02-29T09:00 2032-02-29T09:00 2036-02-29T09:00 FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYHOUR=9;BYMINUTE=0
        toutes les 2 heures | 2026-11-24T12:58 2026-11-24T14:58 2026-11-24T16:58 FREQ=HOURLY;INTERVAL=2
        toutes les 10 minutes | vague
        à 9h tous les lundis | 2026-11-30T09:00 2026-12-07T09:00 2026-12-14T09:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        quotidien à 9h | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=DAILY;BYHOUR=9;BYMINUTE=0
        hebdomadaire | 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        mensuel le 1er | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        tous les week-ends | ambiguous 2026-11-28T09:00 2026-12-05T09:00 2026-12-12T09:00 FREQ=WEEKLY;BYDAY=SA;BYHOUR=9;BYMINUTE=0 2026-11-28T09:00 2026-11-29T09:00 2026-12-05T09:00 FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=9;BYMINUTE=0
        deux fois par semaine | vague
        régulièrement | vague
        tous les jours le lundi | contradiction
        tous les 0 jours | impossible
        tous les 99999999999 jours | impossible
        tous les lundis à 25h | impossible
        demain | nonsense
        18h | nonsense
        ce soir | nonsense
        chaque | nonsense
        tous les | nonsense
        tous les lundis patate | nonsense
        every tuesday | 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0

        # repeat en
        every Monday and Thursday at 6pm | 2026-11-26T18:00 2026-11-30T18:00 2026-12-03T18:00 FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=0
        Mondays and Wednesdays | 2026-11-25T09:00 2026-11-30T09:00 2026-12-02T09:00 FREQ=WEEKLY;BYDAY=MO,WE;BYHOUR=9;BYMINUTE=0
        mondays, wednesdays and fridays at 8:30am | 2026-11-25T08:30 2026-11-27T08:30 2026-11-30T08:30 FREQ=WEEKLY;BYDAY=MO,WE,FR;BYHOUR=8;BYMINUTE=30
        every other week on Friday | 2026-11-27T09:00 2026-12-11T09:00 2026-12-25T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=9;BYMINUTE=0
        every 2 weeks on Monday at 9am | 2026-11-30T09:00 2026-12-14T09:00 2026-12-28T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        every two days | 2026-11-26T09:00 2026-11-28T09:00 2026-11-30T09:00 FREQ=DAILY;INTERVAL=2;BYHOUR=9;BYMINUTE=0
        every other day at 8am | 2026-11-26T08:00 2026-11-28T08:00 2026-11-30T08:00 FREQ=DAILY;INTERVAL=2;BYHOUR=8;BYMINUTE=0
        every second Tuesday | ambiguous 2026-12-08T09:00 2027-01-12T09:00 2027-02-09T09:00 FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9;BYMINUTE=0 2026-12-01T09:00 2026-12-15T09:00 2026-12-29T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        every third month | 2027-02-24T09:00 2027-05-24T09:00 2027-08-24T09:00 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        every 3rd Friday of the month | 2026-12-18T09:00 2027-01-15T09:00 2027-02-19T09:00 FREQ=MONTHLY;BYDAY=3FR;BYHOUR=9;BYMINUTE=0
        last Friday of every month at 5pm | 2026-11-27T17:00 2026-12-25T17:00 2027-01-29T17:00 FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=17;BYMINUTE=0
        the 1st and 3rd Monday of the month | 2026-12-07T09:00 2026-12-21T09:00 2027-01-04T09:00 FREQ=MONTHLY;BYDAY=1MO,3MO;BYHOUR=9;BYMINUTE=0
        every month on the 15th | 2026-12-15T09:00 2027-01-15T09:00 2027-02-15T09:00 FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=9;BYMINUTE=0
        monthly on the 1st | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        daily at 9am | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=DAILY;BYHOUR=9;BYMINUTE=0
        weekly | 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        yearly on July 14 | 2027-07-14T09:00 2028-07-14T09:00 2029-07-14T09:00 FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14;BYHOUR=9;BYMINUTE=0
        every July 14 at 10am | 2027-07-14T10:00 2028-07-14T10:00 2029-07-14T10:00 FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=14;BYHOUR=10;BYMINUTE=0
        every quarter | 2027-02-24T09:00 2027-05-24T09:00 2027-08-24T09:00 FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        weekdays at 9 | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        every working day at 8:30 | 2026-11-25T08:30 2026-11-26T08:30 2026-11-27T08:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30
        from Monday to Friday at 9am | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        Saturday to Tuesday | 2026-11-28T09:00 2026-11-29T09:00 2026-11-30T09:00 FREQ=WEEKLY;BYDAY=MO,TU,SA,SU;BYHOUR=9;BYMINUTE=0
        every morning | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=DAILY;BYHOUR=9;BYMINUTE=0
        every night | ambiguous 2026-11-24T21:00 2026-11-25T21:00 2026-11-26T21:00 FREQ=DAILY;BYHOUR=21;BYMINUTE=0 2026-11-25T00:00 2026-11-26T00:00 2026-11-27T00:00 FREQ=DAILY;BYHOUR=0;BYMINUTE=0
        every hour | 2026-11-24T11:58 2026-11-24T12:58 2026-11-24T13:58 FREQ=HOURLY
        every evening at 8 | 2026-11-24T20:00 2026-11-25T20:00 2026-11-26T20:00 FREQ=DAILY;BYHOUR=20;BYMINUTE=0
        every day at 3 | ambiguous 2026-11-25T03:00 2026-11-26T03:00 2026-11-27T03:00 FREQ=DAILY;BYHOUR=3;BYMINUTE=0 2026-11-24T15:00 2026-11-25T15:00 2026-11-26T15:00 FREQ=DAILY;BYHOUR=15;BYMINUTE=0
        fortnightly | 2026-12-08T09:00 2026-12-22T09:00 2027-01-05T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        every weekend | ambiguous 2026-11-28T09:00 2026-12-05T09:00 2026-12-12T09:00 FREQ=WEEKLY;BYDAY=SA;BYHOUR=9;BYMINUTE=0 2026-11-28T09:00 2026-11-29T09:00 2026-12-05T09:00 FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=9;BYMINUTE=0
        twice a week | vague
        often | vague
        every potato | nonsense
        tomorrow | nonsense
        every 31st | ambiguous 2026-12-31T09:00 2027-01-31T09:00 2027-03-31T09:00 FREQ=MONTHLY;BYMONTHDAY=31;BYHOUR=9;BYMINUTE=0 2026-11-30T09:00 2026-12-31T09:00 2027-01-31T09:00 FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=9;BYMINUTE=0
        biweekly | vague
        tous les mardis à 18h | 2026-11-24T18:00 2026-12-01T18:00 2026-12-08T18:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        every 15 days | 2026-12-09T09:00 2026-12-24T09:00 2027-01-08T09:00 FREQ=DAILY;INTERVAL=15;BYHOUR=9;BYMINUTE=0
        every third Friday | ambiguous 2026-12-18T09:00 2027-01-15T09:00 2027-02-19T09:00 FREQ=MONTHLY;BYDAY=3FR;BYHOUR=9;BYMINUTE=0 2026-11-27T09:00 2026-12-18T09:00 2027-01-08T09:00 FREQ=WEEKLY;INTERVAL=3;BYDAY=FR;BYHOUR=9;BYMINUTE=0
        every friday at midnight | vague

        # instant fr
        dans 3/4 d'heure | 2026-11-24T11:43
        dès demain 9h | 2026-11-25T09:00
        demain (18h) | 2026-11-25T18:00
        demain @ 18h | 2026-11-25T18:00
        jusqu'au 15 inclus | 2026-12-15T09:00
        demain à 20h environ | 2026-11-25T20:00
        environ 2 h | vague
        demain à la première heure | 2026-11-25T09:00
        lundi en 15 à 10h | 2026-12-14T10:00
        lundi en 8 h | nonsense
        le 15 janvier prochain à 9h | 2027-01-15T09:00
        fin du mois de janvier | 2027-01-31T18:00
        demain 9h00 | 2026-11-25T09:00
        demain 9 heures | 2026-11-25T09:00
        jeudi à 9h et demie | 2026-11-26T09:30
        mercredi en quinze à 10h | 2026-12-09T10:00
        le 1er | 2026-12-01T09:00
        1er | 2026-12-01T09:00
        fin de la semaine | 2026-11-27T18:00
        fin d'année | 2026-12-31T18:00
        d'ici deux heures | 2026-11-24T12:58
        dans une heure et quart | 2026-11-24T12:13
        dans 18 mois | 2028-05-24T10:58
        après demain matin | 2026-11-26T09:00
        ce samedi | 2026-11-28T09:00
        cet après midi à 3h | 2026-11-24T15:00
        minuit | 2026-11-25T00:00
        lun. 9h | 2026-11-30T09:00
        mer 14h | 2026-11-25T14:00
        2h du mat | 2026-11-25T02:00
        demain 7h du mat | 2026-11-25T07:00
        1/1 | 2027-01-01T09:00
        le 3 mars 27 | 2027-03-03T09:00
        le 3 mars 24 | past
        15 décembre 18 | past
        le 15 décembre 26 à 18h | 2026-12-15T18:00
        dans les 10 jours | 2026-12-04T10:58
        le vendredi 27 à 14h | 2026-11-27T14:00
        samedi matin 10h | 2026-11-28T10:00
        samedi 10h du matin | 2026-11-28T10:00
        le soir | 2026-11-24T19:00
        demain midi 12h30 | 2026-11-25T12:30
        vendredi à 14 h 00 | 2026-11-27T14:00
        à 6h ce soir | 2026-11-24T18:00
        17h aujourd'hui | 2026-11-24T17:00
        17h demain | 2026-11-25T17:00
        le lendemain | nonsense
        lundi 30 à 9h | 2026-11-30T09:00
        31 décembre à 23h59 | 2026-12-31T23:59
        au 15 janvier | 2027-01-15T09:00
        pour vendredi | 2026-11-27T09:00
        jusqu'à demain 18h | 2026-11-25T18:00
        28/02/2027 9h | 2027-02-28T09:00
        le 5 janvier à midi | 2027-01-05T12:00
        jeudi prochain | ambiguous 2026-11-26T09:00 2026-12-03T09:00
        à 12h | 2026-11-24T12:00
        à midi pile | 2026-11-24T12:00
        dimanche prochain à 18h | ambiguous 2026-11-29T18:00 2026-12-06T18:00
        fin mars 2027 | 2027-03-31T18:00
        mi février | 2027-02-15T09:00
        mi-2027 | nonsense
        d'ici ce soir | 2026-11-24T19:00

        # instant en
        tomorrow at 9 or 10 | ambiguous 2026-11-25T09:00 2026-11-25T10:00
        8 tomorrow evening | 2026-11-25T20:00
        the twenty first of December | 2026-12-21T09:00
        close of business tomorrow | 2026-11-25T18:00
        tomorrow at around 9 | 2026-11-25T09:00
        thursday at half past 6 pm | 2026-11-26T18:30
        at half past nine | 2026-11-25T09:30
        noon | 2026-11-24T12:00
        midnight | 2026-11-25T00:00
        in 2 days' time | 2026-11-26T10:58
        in a week's time | 2026-12-01T10:58
        the day after tomorrow at noon | 2026-11-26T12:00
        Friday the 13th | contradiction
        1st of December | 2026-12-01T09:00
        Jan 2 at 9 | 2027-01-02T09:00
        at nine tomorrow | 2026-11-25T09:00
        8pm on Friday | 2026-11-27T20:00
        this evening at 7:30 | 2026-11-24T19:30
        this Saturday | 2026-11-28T09:00
        Saturday week | 2026-12-05T09:00
        Monday fortnight | 2026-12-14T09:00
        a week today | 2026-12-01T09:00
        a week tomorrow at noon | 2026-12-02T12:00
        within the next two hours | 2026-11-24T12:58
        in the next 10 days | 2026-12-04T10:58
        December 15 10 pm | 2026-12-15T22:00
        15 Dec 10 in the evening | 2026-12-15T22:00
        Dec 15 26 | 2026-12-15T09:00
        2027-01-05 | 2027-01-05T09:00
        5 January 2027 at 14:30 | 2027-01-05T14:30
        18h | 2026-11-24T18:00
        tomorrow 18h30 | 2026-11-25T18:30
        tomorrow 0:30 | 2026-11-25T00:30
        next month on the 3rd | 2026-12-03T09:00
        the 3rd at 9am | 2026-12-03T09:00
        first thing tomorrow | 2026-11-25T09:00
        at 9pm tonight | 2026-11-24T21:00
        3pm this Friday | 2026-11-27T15:00
        the end of the year | 2026-12-31T18:00
        end of this week | 2026-11-27T18:00
        end of November at noon | 2026-11-30T12:00
        in 3 months' time | 2027-02-24T10:58
        two hours from now | 2026-11-24T12:58

        # duration fr
        1 heure 30 | PT1H30M
        1:30 | PT1H30M
        90mn | PT1H30M
        une quinzaine | P15D
        2 heures et quart | PT2H15M
        trois jours | P3D
        deux ans | P2Y

        # duration en
        2hrs | PT2H
        1:45 | PT1H45M
        a fortnight | P2W
        two and a half hours | PT2H30M
        one hour and thirty minutes | PT1H30M
        1h30m | PT1H30M
        6 wks | P6W

        # amount fr
        50 € tous les mois | 50 EUR/P1M
        45 € l'heure | 45 EUR/PT1H
        50€/mois | 50 EUR/P1M
        50 € / mois | 50 EUR/P1M
        100 € mensuels | 100 EUR/P1M
        30 € la journée | 30 EUR/P1D
        EUR120 | 120 EUR
        1 200 € | 1200 EUR
        12,5€ | 12.50 EUR
        1.5k € | 1500 EUR
        cent euros | 100 EUR
        douze euros | 12 EUR
        3k | vague
        12,50 | vague
        5 €/j | 5 EUR/P1D
        1h30 par jour | 90 min/P1D

        # amount en
        €1.5k | 1500 EUR
        € 12 | 12 EUR
        100 euros a year | 100 EUR/P1Y
        12 eur | 12 EUR
        5 euros each month | 5 EUR/P1M
        1 200.50 EUR | 1200.50 EUR
        1234.56 EUR | 1234.56 EUR

        # repeat fr
        1 lundi sur 2 à 18h | 2026-11-30T18:00 2026-12-14T18:00 2026-12-28T18:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=18;BYMINUTE=0
        une fois par semaine | vague
        une fois par semaine le jeudi | 2026-11-26T09:00 2026-12-03T09:00 2026-12-10T09:00 FREQ=WEEKLY;BYDAY=TH;BYHOUR=9;BYMINUTE=0
        le 1er et le 15 du mois à 8h | 2026-12-01T08:00 2026-12-15T08:00 2027-01-01T08:00 FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=8;BYMINUTE=0
        mardi/jeudi vers 18h | 2026-11-24T18:00 2026-11-26T18:00 2026-12-01T18:00 FREQ=WEEKLY;BYDAY=TU,TH;BYHOUR=18;BYMINUTE=0
        du lundi jusqu'au jeudi à 18h | 2026-11-24T18:00 2026-11-25T18:00 2026-11-26T18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH;BYHOUR=18;BYMINUTE=0
        en semaine à 18h | 2026-11-24T18:00 2026-11-25T18:00 2026-11-26T18:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=18;BYMINUTE=0
        tous les lundi et jeudi à 18h | 2026-11-26T18:00 2026-11-30T18:00 2026-12-03T18:00 FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=0
        le lundi et le jeudi à 18h | 2026-11-26T18:00 2026-11-30T18:00 2026-12-03T18:00 FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=0
        lundi et jeudi 18h | 2026-11-26T18:00 2026-11-30T18:00 2026-12-03T18:00 FREQ=WEEKLY;BYDAY=MO,TH;BYHOUR=18;BYMINUTE=0
        chaque semaine le mardi à 18h | 2026-11-24T18:00 2026-12-01T18:00 2026-12-08T18:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        tous les 1er du mois à 9h | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        le 1er de chaque mois | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        le premier de chaque mois | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        premier jour du mois | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        tous les premiers lundis du mois | 2026-12-07T09:00 2027-01-04T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9;BYMINUTE=0
        un samedi sur deux à 10h | 2026-11-28T10:00 2026-12-12T10:00 2026-12-26T10:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;BYHOUR=10;BYMINUTE=0
        toutes les semaines | 2026-12-01T09:00 2026-12-08T09:00 2026-12-15T09:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0
        tous les jours de semaine à 9h | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        chaque jour ouvré à 8h30 | 2026-11-25T08:30 2026-11-26T08:30 2026-11-27T08:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30
        du mardi au samedi à 10h | 2026-11-25T10:00 2026-11-26T10:00 2026-11-27T10:00 FREQ=WEEKLY;BYDAY=TU,WE,TH,FR,SA;BYHOUR=10;BYMINUTE=0
        tous les 6 mois | 2027-05-24T09:00 2027-11-24T09:00 2028-05-24T09:00 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        toutes les heures | 2026-11-24T11:58 2026-11-24T12:58 2026-11-24T13:58 FREQ=HOURLY
        tous les dimanches soir | 2026-11-29T19:00 2026-12-06T19:00 2026-12-13T19:00 FREQ=WEEKLY;BYDAY=SU;BYHOUR=19;BYMINUTE=0
        les soirs à 20h | 2026-11-24T20:00 2026-11-25T20:00 2026-11-26T20:00 FREQ=DAILY;BYHOUR=20;BYMINUTE=0
        le 25 décembre de chaque année | 2026-12-25T09:00 2027-12-25T09:00 2028-12-25T09:00 FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25;BYHOUR=9;BYMINUTE=0
        un mois sur deux le 15 | 2026-12-15T09:00 2027-02-15T09:00 2027-04-15T09:00 FREQ=MONTHLY;INTERVAL=2;BYMONTHDAY=15;BYHOUR=9;BYMINUTE=0
        tous les mercredis après-midi à 3h | 2026-11-25T15:00 2026-12-02T15:00 2026-12-09T15:00 FREQ=WEEKLY;BYDAY=WE;BYHOUR=15;BYMINUTE=0

        # repeat en
        every month on the 1st and 15th | 2026-12-01T09:00 2026-12-15T09:00 2027-01-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1,15;BYHOUR=9;BYMINUTE=0
        once a day at 8pm | 2026-11-24T20:00 2026-11-25T20:00 2026-11-26T20:00 FREQ=DAILY;BYHOUR=20;BYMINUTE=0
        Monday through Friday at 8:30 | 2026-11-25T08:30 2026-11-26T08:30 2026-11-27T08:30 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30
        hourly | 2026-11-24T11:58 2026-11-24T12:58 2026-11-24T13:58 FREQ=HOURLY
        every Tue at 6pm | 2026-11-24T18:00 2026-12-01T18:00 2026-12-08T18:00 FREQ=WEEKLY;BYDAY=TU;BYHOUR=18;BYMINUTE=0
        each Monday at 9am | 2026-11-30T09:00 2026-12-07T09:00 2026-12-14T09:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        on Mondays at 10am | 2026-11-30T10:00 2026-12-07T10:00 2026-12-14T10:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=10;BYMINUTE=0
        the last day of the month at 6pm | 2026-11-30T18:00 2026-12-31T18:00 2027-01-31T18:00 FREQ=MONTHLY;BYMONTHDAY=-1;BYHOUR=18;BYMINUTE=0
        every last Friday of the month | 2026-11-27T09:00 2026-12-25T09:00 2027-01-29T09:00 FREQ=MONTHLY;BYDAY=-1FR;BYHOUR=9;BYMINUTE=0
        the second Tuesday of each month at 8pm | 2026-12-08T20:00 2027-01-12T20:00 2027-02-09T20:00 FREQ=MONTHLY;BYDAY=2TU;BYHOUR=20;BYMINUTE=0
        every 6 months | 2027-05-24T09:00 2027-11-24T09:00 2028-05-24T09:00 FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0
        every 2 hours | 2026-11-24T12:58 2026-11-24T14:58 2026-11-24T16:58 FREQ=HOURLY;INTERVAL=2
        every weekday morning | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        every Sunday evening at 8 | 2026-11-29T20:00 2026-12-06T20:00 2026-12-13T20:00 FREQ=WEEKLY;BYDAY=SU;BYHOUR=20;BYMINUTE=0
        Mon to Fri at 9am | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        Monday-Friday at 9am | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        every March 8 | 2027-03-08T09:00 2028-03-08T09:00 2029-03-08T09:00 FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8;BYHOUR=9;BYMINUTE=0
        every 1st of the month | 2026-12-01T09:00 2027-01-01T09:00 2027-02-01T09:00 FREQ=MONTHLY;BYMONTHDAY=1;BYHOUR=9;BYMINUTE=0
        once a week | vague
        Tuesdays, the first Tuesday of the month | contradiction
        alternate Mondays | 2026-11-30T09:00 2026-12-14T09:00 2026-12-28T09:00 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;BYHOUR=9;BYMINUTE=0
        every January 1 at 10am | 2027-01-01T10:00 2028-01-01T10:00 2029-01-01T10:00 FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=1;BYHOUR=10;BYMINUTE=0
        every day at noon | 2026-11-24T12:00 2026-11-25T12:00 2026-11-26T12:00 FREQ=DAILY;BYHOUR=12;BYMINUTE=0
        every day at midnight | 2026-11-25T00:00 2026-11-26T00:00 2026-11-27T00:00 FREQ=DAILY;BYHOUR=0;BYMINUTE=0
        every year | 2027-11-24T09:00 2028-11-24T09:00 2029-11-24T09:00 FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24;BYHOUR=9;BYMINUTE=0

        # repeat fr
        lundi-vendredi à 9h | 2026-11-25T09:00 2026-11-26T09:00 2026-11-27T09:00 FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=0
        le soir | 2026-11-24T19:00 2026-11-25T19:00 2026-11-26T19:00 FREQ=DAILY;BYHOUR=19;BYMINUTE=0
        le lundi le matin à 8h | 2026-11-30T08:00 2026-12-07T08:00 2026-12-14T08:00 FREQ=WEEKLY;BYDAY=MO;BYHOUR=8;BYMINUTE=0

        # instant fr
        lundi-vendredi | nonsense
        après-demain | 2026-11-26T09:00
        premier jour du mois prochain | 2026-12-01T09:00
        mardi - 18h | ambiguous 2026-11-24T18:00 2026-12-01T18:00
        rendez-vous | nonsense
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
