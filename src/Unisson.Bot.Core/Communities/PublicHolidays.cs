namespace Unisson.Bot.Communities;

/// <summary>
/// Public holidays, computed: the eleven of France (Code du travail, L3133-1), and for Alsace and Moselle Good Friday and 26 December as well.
/// </summary>
public static class PublicHolidays
{
    public static bool Has(Holidays of, DateOnly day) => of switch
    {
        Holidays.None => false,
        Holidays.AlsaceMoselle => IsFrench(day) || (day.Month, day.Day) == (12, 26) || AfterEaster(day) == -2,
        _ => IsFrench(day),
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

    private static int AfterEaster(DateOnly day) => day.DayNumber - Easter(day.Year).DayNumber;
}
