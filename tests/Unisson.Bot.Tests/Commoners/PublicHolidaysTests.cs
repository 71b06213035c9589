using System.Globalization;
using Unisson.Bot.Communities;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

public sealed class PublicHolidaysTests
{
    [Fact]
    public void The_holidays_of_2027_in_most_of_France()
        => Assert.Equal(
            ["01-01", "03-29", "05-01", "05-06", "05-08", "05-17", "07-14", "08-15", "11-01", "11-11", "12-25"],
            Days(2027, Holidays.France));

    [Fact]
    public void Alsace_and_Moselle_have_Good_Friday_and_the_second_day_of_Christmas_as_well()
        => Assert.Equal(["03-26", "12-26"], Days(2027, Holidays.AlsaceMoselle).Except(Days(2027, Holidays.France)));

    [Theory]
    [InlineData(Holidays.Guadeloupe, "05-27", "05-27")]
    [InlineData(Holidays.Martinique, "05-22", "05-22")]
    [InlineData(Holidays.Guyane, "06-10", "06-10")]
    [InlineData(Holidays.Reunion, "12-20", "12-20")]
    [InlineData(Holidays.Mayotte, "04-27", "04-27")]
    [InlineData(Holidays.SaintBarthelemy, "10-09", "10-09")]
    [InlineData(Holidays.SaintMartin, "05-28", "05-28")]
    [InlineData(Holidays.SaintPierreMiquelon, "", "")]
    [InlineData(Holidays.NewCaledonia, "09-24", "09-24")]
    [InlineData(Holidays.Polynesia, "03-05 04-18 06-29", "03-05 03-26 11-20")]
    [InlineData(Holidays.WallisFutuna, "04-28 07-29", "04-28 07-29")]
    public void Overseas_each_place_adds_its_own_days(Holidays of, string in2025, string in2027)
    {
        Assert.Equal([.. Days(2025, Holidays.France).Concat(in2025.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)], Days(2025, of));
        Assert.Equal([.. Days(2027, Holidays.France).Concat(in2027.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Order(StringComparer.Ordinal)], Days(2027, of));
    }

    [Fact]
    public void Elsewhere_there_are_none() => Assert.Empty(Days(2027, Holidays.None));

    [Theory]
    [InlineData(1954, 4, 18)] // the two exceptions of the old rule
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)] // the earliest and latest of these centuries
    [InlineData(2038, 4, 25)]
    [InlineData(2026, 4, 5)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    public void Easter_is_where_the_calendars_print_it(int year, int month, int day) => Assert.Equal(new DateOnly(year, month, day), PublicHolidays.Easter(year));

    [Fact]
    public void Easter_is_always_a_Sunday_from_22_March_to_25_April()
    {
        for (var year = 1583; year < 5000; year++)
        {
            var easter = PublicHolidays.Easter(year);
            Assert.Equal(DayOfWeek.Sunday, easter.DayOfWeek);
            Assert.InRange(easter, new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }
    }

    private static IEnumerable<string> Days(int year, Holidays of)
        => Enumerable.Range(0, 365).Select(d => new DateOnly(year, 1, 1).AddDays(d)).Where(d => PublicHolidays.Has(of, d)).Select(d => d.ToString("MM-dd", CultureInfo.InvariantCulture));
}
