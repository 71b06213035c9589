namespace Unisson.Bot.Communities;

/// <summary>
/// Public holidays, computed: the eleven of France (Code du travail, L3133-1), and what law adds in places: Good Friday and 26 December in Alsace
/// and Moselle (L3134-13), the day slavery was abolished overseas (L3422-2), the days of the labour laws of New Caledonia, French Polynesia and
/// Wallis and Futuna. Days that are kept by custom alone (Carnival, Victor Schœlcher) are not among them; Saint-Pierre and Miquelon adds none.
/// </summary>
public static class PublicHolidays
{
    private const int FirstMatarii = 2026;

    public static bool Has(Holidays of, DateOnly day) => of switch
    {
        Holidays.None => false,
        _ => IsFrench(day) || IsLocal(of, day),
    };

    /// <summary>Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        var late = (golden + 11 * epact + 22 * weekday) / 451;
        var days = epact + weekday - 7 * late + 114;
        return new DateOnly(year, days / 31, days % 31 + 1);
    }

    private static bool IsFrench(DateOnly day)
        => (day.Month, day.Day) is (1, 1) or (5, 1) or (5, 8) or (7, 14) or (8, 15) or (11, 1) or (11, 11) or (12, 25)
            || AfterEaster(day) is 1 or 39 or 50;

    private static bool IsLocal(Holidays of, DateOnly day) => (of, day.Month, day.Day) switch
    {
        (Holidays.AlsaceMoselle, 12, 26) => true,
        (Holidays.Guadeloupe, 5, 27) or (Holidays.Martinique, 5, 22) or (Holidays.Guyane, 6, 10) or (Holidays.Reunion, 12, 20) or (Holidays.Mayotte, 4, 27) => true,
        (Holidays.SaintBarthelemy, 10, 9) or (Holidays.SaintMartin, 5, 28) => true,
        (Holidays.NewCaledonia, 9, 24) => true,
        (Holidays.WallisFutuna, 4, 28) or (Holidays.WallisFutuna, 7, 29) => true,
        (Holidays.Polynesia, 3, 5) => true,

        // The feast of autonomy gave way to Matari’i.
        (Holidays.Polynesia, 6, 29) => day.Year < FirstMatarii,
        (Holidays.Polynesia, 11, 20) => day.Year >= FirstMatarii,
        (Holidays.AlsaceMoselle or Holidays.Polynesia, _, _) => AfterEaster(day) == -2,
        _ => false,
    };

    private static int AfterEaster(DateOnly day) => day.DayNumber - Easter(day.Year).DayNumber;
}
