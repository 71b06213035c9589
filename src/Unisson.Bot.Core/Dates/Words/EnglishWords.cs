namespace Unisson.Bot.Dates.Words;

internal static class EnglishWords
{
    public static IEnumerable<Entry> All() =>
    [
        .. Numbers(), .. Calendar(), .. Clock(), .. Glue(), .. Money(),
        new("later, later on, soon, sometime, some time, someday, some day, one of these days, another day, eventually, whenever", Term.Vague),
        new("when, as soon as, as soon as possible, asap, as early as, if possible, shortly, in a while, in a bit, in a moment", Term.Vague),
        new("few, some, several, couple, about, around, approximately, roughly, or so, a while, a bit, a moment, these days", Term.Vague),
        new("now and then, now and again, from time to time, once in a while, occasionally, regularly, dozen", Term.Vague),
        new("early, late, beginning, start, summer, winter, autumn, spring, holidays, christmas, easter, new year, twice, times, biweekly, bimonthly, once, often, sometimes, never", Term.Vague),
    ];

    private static IEnumerable<Entry> Numbers() =>
    [
        new("zero", Term.Number, 0), new("one", Term.Number, 1), new("two", Term.Number, 2), new("three", Term.Number, 3), new("four", Term.Number, 4),
        new("five", Term.Number, 5), new("six", Term.Number, 6), new("seven", Term.Number, 7), new("eight", Term.Number, 8), new("nine", Term.Number, 9),
        new("ten", Term.Number, 10), new("eleven", Term.Number, 11), new("twelve", Term.Number, 12), new("thirteen", Term.Number, 13),
        new("fourteen", Term.Number, 14), new("fifteen", Term.Number, 15), new("sixteen", Term.Number, 16), new("seventeen", Term.Number, 17),
        new("eighteen", Term.Number, 18), new("nineteen", Term.Number, 19), new("twenty", Term.Number, 20), new("thirty", Term.Number, 30),
        new("forty", Term.Number, 40), new("fifty", Term.Number, 50), new("sixty", Term.Number, 60), new("seventy", Term.Number, 70),
        new("eighty", Term.Number, 80), new("ninety", Term.Number, 90), new("hundred", Term.Hundred), new("thousand", Term.Thousand), new("k", Term.Kilo),
        new("a, an", Term.One), new("half", Term.Half), new("quarter, quarters", Term.Quarter),
        new("first", Term.Ordinal, 1), new("second", Term.Ordinal, 2), new("third", Term.Ordinal, 3), new("fourth", Term.Ordinal, 4),
        new("fifth", Term.Ordinal, 5), new("sixth", Term.Ordinal, 6), new("seventh", Term.Ordinal, 7), new("eighth", Term.Ordinal, 8),
        new("ninth", Term.Ordinal, 9), new("tenth", Term.Ordinal, 10), new("eleventh", Term.Ordinal, 11), new("twelfth", Term.Ordinal, 12),
        new("thirteenth", Term.Ordinal, 13), new("fourteenth", Term.Ordinal, 14), new("fifteenth", Term.Ordinal, 15), new("sixteenth", Term.Ordinal, 16),
        new("seventeenth", Term.Ordinal, 17), new("eighteenth", Term.Ordinal, 18), new("nineteenth", Term.Ordinal, 19), new("twentieth", Term.Ordinal, 20),
        new("twenty first", Term.Ordinal, 21), new("twenty second", Term.Ordinal, 22), new("twenty third", Term.Ordinal, 23), new("twenty fourth", Term.Ordinal, 24),
        new("twenty fifth", Term.Ordinal, 25), new("twenty sixth", Term.Ordinal, 26), new("twenty seventh", Term.Ordinal, 27), new("twenty eighth", Term.Ordinal, 28),
        new("twenty ninth", Term.Ordinal, 29), new("thirtieth", Term.Ordinal, 30), new("thirty first", Term.Ordinal, 31),
        new("st, nd, rd, th", Term.OrdinalEnding),
    ];

    private static IEnumerable<Entry> Calendar() =>
    [
        new("monday, mon", Term.Weekday, 1), new("tuesday, tue, tues", Term.Weekday, 2), new("wednesday, wed, weds", Term.Weekday, 3),
        new("thursday, thu, thur, thurs", Term.Weekday, 4), new("friday, fri", Term.Weekday, 5), new("saturday, sat", Term.Weekday, 6), new("sunday, sun", Term.Weekday, 7),
        new("mondays", Term.Weekdays, 1), new("tuesdays", Term.Weekdays, 2), new("wednesdays", Term.Weekdays, 3), new("thursdays", Term.Weekdays, 4),
        new("fridays", Term.Weekdays, 5), new("saturdays", Term.Weekdays, 6), new("sundays", Term.Weekdays, 7),
        new("weekday, weekdays, working day, working days, work day, work days, workday, workdays, business day, business days", Term.WorkingDay),
        new("january, jan", Term.Month, 1), new("february, feb", Term.Month, 2), new("march, mar", Term.Month, 3), new("april, apr", Term.Month, 4),
        new("may", Term.Month, 5), new("june, jun", Term.Month, 6), new("july, jul", Term.Month, 7), new("august, aug", Term.Month, 8),
        new("september, sept, sep", Term.Month, 9), new("october, oct", Term.Month, 10), new("november, nov", Term.Month, 11), new("december, dec", Term.Month, 12),
        new("today, tdy", Term.DayName, 0), new("tomorrow, tmrw, tmw, tmr, tomorow, tommorow, tommorrow", Term.DayName, 1),
        new("day after tomorrow, overmorrow", Term.DayName, 2), new("yesterday", Term.DayName, -1), new("day before yesterday", Term.DayName, -2),
        new("weekend, week end, weekends", Term.Weekend),
        new("second, seconds, sec, secs, s", Term.Unit, (int)Unit.Second), new("minute, minutes, min, mins, mn, m", Term.Unit, (int)Unit.Minute),
        new("hour, hours, h, hr, hrs", Term.Unit, (int)Unit.Hour), new("day, days, d", Term.Unit, (int)Unit.Day),
        new("week, weeks, wk, wks, w", Term.Unit, (int)Unit.Week), new("month, months, mo, mos", Term.Unit, (int)Unit.Month),
        new("year, years, yr, yrs, y", Term.Unit, (int)Unit.Year), new("fortnight, fortnights", Term.Unit, (int)Unit.Fortnight),
        new("quarter, quarters", Term.Rhythm, (int)Unit.Quarter), new("week", Term.WeeksOn, 1), new("fortnight", Term.WeeksOn, 2),
    ];

    private static IEnumerable<Entry> Clock() =>
    [
        new("h", Term.HourMark), new("o clock, oclock", Term.OClock), new("midnight", Term.Midnight),
        new("am, a m", Term.Meridiem, 0), new("pm, p m", Term.Meridiem, 1), new("past, after", Term.MinutesPast), new("to, before", Term.MinutesTo),
        new("morning, mornings, first thing", Term.Part, (int)Part.Morning), new("noon, midday, lunchtime, lunch time", Term.Part, (int)Part.Noon), new("afternoon, afternoons", Term.Part, (int)Part.Afternoon),
        new("evening, evenings, eve", Term.Part, (int)Part.Evening), new("night, nights", Term.Part, (int)Part.Night), new("tonight, tonite", Term.PartToday, (int)Part.Evening),
        new("sharp, or so, approximately, roughly, ish", Term.Sharp), new("about, around, circa", Term.About), new("t", Term.IsoT), new("now, right now, right away, immediately", Term.Now),
    ];

    private static IEnumerable<Entry> Glue() =>
    [
        new("at, @", Term.At), new("on", Term.On), new("the", Term.Article), new("of", Term.Of), new("and, &", Term.And), new("or", Term.Or),
        new("in, within", Term.In), new("from, after", Term.From), new("from now, time, s time", Term.FromNow), new("ago", Term.Ago),
        new("by, until, till, for, no later than, not later than, at the latest, due, due on, due by, up to, through, thru, inclusive, included, deadline", Term.By), new("before", Term.Before),
        new("this", Term.This), new("next", Term.Next), new("last, past", Term.Last), new("coming, this coming", Term.Coming),
        new("end, at the end", Term.End), new("eod, cob, close of business, end of business, close of play", Term.EndOfDay), new("eow", Term.EndOf, 0), new("eom", Term.EndOf, 1), new("eoy", Term.EndOf, 2),
        new("mid, middle", Term.Middle), new("early, beginning, at the beginning, start, at the start", Term.Middle, 1), new("per, a, an, each, every", Term.Per), new("every, each, once every, once each", Term.Every), new("once a, once an, once per", Term.Every, 1), new("every other, each other, alternate", Term.EveryOther),
        new("one in", Term.OneIn), new("hourly", Term.Rhythm, (int)Unit.Hour), new("daily, everyday", Term.Rhythm, (int)Unit.Day), new("weekly", Term.Rhythm, (int)Unit.Week),
        new("monthly", Term.Rhythm, (int)Unit.Month), new("yearly, annually", Term.Rhythm, (int)Unit.Year), new("quarterly", Term.Rhythm, (int)Unit.Quarter),
        new("fortnightly", Term.Rhythm, (int)Unit.Fortnight), new("for, during", Term.During), new("minus", Term.Minus),
    ];

    private static IEnumerable<Entry> Money() =>
    [
        new("€, eur, euro, euros", Term.Euro), new("cent, cents, c", Term.Cents),
        new("$, £, ¥, usd, gbp, chf, cad, jpy, dollar, dollars, pound, pounds, quid, yen, franc, francs, swiss francs", Term.OtherCurrency),
    ];
}
