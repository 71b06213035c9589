using System.Globalization;
using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>Says a rhythm as people do: « tous les mardis à 9 h », "on the first Monday of each month at 9:00".</summary>
public static class Spoken
{
    private static readonly IsoDayOfWeek[] Working = [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday];

    public static string Of(Repeat rhythm, Say say)
    {
        var rule = rhythm.Parts;
        return rule.Frequency == Frequency.Hourly ? Counted("hour", rule, say) : say["rhythm.at", OfDays(rule, say), say.Clock(rule.At.ToTimeOnly())];
    }

    private static string OfDays(Rule rule, Say say) => rule.Frequency switch
    {
        Frequency.Daily => Counted("day", rule, say),
        Frequency.Weekly when rule.Interval > 1 => Counted("week", rule, say, say.List([.. rule.Days.Select(day => say["rhythm.on-weekday", Name(day, say)])])),
        Frequency.Weekly when rule.Days.Select(day => day.Weekday).SequenceEqual(Working) => say["rhythm.working-days"],
        Frequency.Weekly => say["rhythm.week", say.List([.. rule.Days.Select(day => say["rhythm.each-weekday", Name(day, say)])])],
        Frequency.Monthly => Counted("month", rule, say, rule.MonthDays.Count > 0 ? say.List([.. rule.MonthDays.Select(number => InMonth(number, say))]) : say.List([.. rule.Days.Select(day => say[$"rhythm.nth.{Place(day.Nth)}", Name(day, say)])])),
        _ => Counted("year", rule, say, say["rhythm.of-year", InMonth(rule.MonthDays[0], say), say.Culture.DateTimeFormat.GetMonthName(rule.Month!.Value)]),
    };

    /// <summary>"every day", "every 3 days".</summary>
    private static string Counted(string unit, Rule rule, Say say, string on = "")
        => rule.Interval == 1 ? say[$"rhythm.{unit}", on] : say[$"rhythm.{unit}s", rule.Interval, on];

    private static string Name(NthDay day, Say say) => say.Culture.DateTimeFormat.GetDayName((DayOfWeek)((int)day.Weekday % 7));

    private static string Place(int nth) => nth < 0 ? "last" : nth.ToString(CultureInfo.InvariantCulture);

    private static string InMonth(int number, Say say) => number < 0 ? say["rhythm.last-day"] : say["rhythm.day-number", Ordinal(number, say)];

    private static string Ordinal(int number, Say say) => (say.Language, number) switch
    {
        (Language.French, 1) => "1er",
        (Language.French, _) => number.ToString(say.Culture),
        (_, 1 or 21 or 31) => number.ToString(say.Culture) + "st",
        (_, 2 or 22) => number.ToString(say.Culture) + "nd",
        (_, 3 or 23) => number.ToString(say.Culture) + "rd",
        _ => number.ToString(say.Culture) + "th",
    };
}
