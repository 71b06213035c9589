using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>A rhythm as said, piece by piece, before it meets a calendar.</summary>
internal sealed record Rhythm
{
    private const int MostInterval = 1_000;

    public Unit? Unit { get; init; }

    public int Interval { get; init; } = 1;

    public IReadOnlyList<NthDay> Days { get; init; } = [];

    public IReadOnlyList<int> MonthDays { get; init; } = [];

    public int? MonthOfYear { get; init; }

    /// <summary>"du mois" was said with an ordinal day.</summary>
    public bool MonthSaid { get; init; }

    public bool AtEnd { get; init; }

    public bool Weekend { get; init; }

    public Part? Part { get; init; }

    public Clock? Clock { get; init; }

    /// <summary>A part was said of every day.</summary>
    public bool Daily { get; init; }

    /// <summary>"Once a week" says how often; when, a day or an hour has to say.</summary>
    public bool HowOften { get; init; }

    public bool Contradictory { get; init; }

    /// <summary>"9h et 18h": each is a rhythm of its own.</summary>
    public bool SeveralHours { get; init; }

    public bool IsRhythm => Unit is not null || Days.Count > 0 || MonthDays.Count > 0 || Weekend || Daily;

    public static Rhythm Of(Unit unit, int count) => (unit, count) switch
    {
        (Dates.Unit.Fortnight or Dates.Unit.Quinzaine, _) => new() { Unit = Dates.Unit.Week, Interval = 2 * Capped(count) },
        (Dates.Unit.Quarter, _) => new() { Unit = Dates.Unit.Month, Interval = 3 * Capped(count) },
        (Dates.Unit.Semester, _) => new() { Unit = Dates.Unit.Month, Interval = 6 * Capped(count) },
        _ => new() { Unit = unit, Interval = count },
    };

    public static Rhythm Range(int start, int end) => new()
    {
        Days = [.. Enumerable.Range(0, 7).Select(i => ((start - 1 + i) % 7) + 1).TakeWhile((day, i) => i == 0 || ((day - start + 7) % 7) <= ((end - start + 7) % 7))
            .Select(day => new NthDay(0, (IsoDayOfWeek)day))],
    };

    public static Rhythm Weekly(int day, int interval) => new() { Days = [new(0, (IsoDayOfWeek)day)], Unit = Dates.Unit.Week, Interval = interval };

    public static Rhythm Nth(int nth, int day) => new() { Days = [new(nth, (IsoDayOfWeek)day)], MonthSaid = true };

    public Rhythm And(Rhythm next) => new()
    {
        Unit = Unit ?? next.Unit,
        Interval = Unit is null ? next.Interval : Interval,
        Days = [.. Days, .. next.Days],
        MonthDays = [.. MonthDays, .. next.MonthDays],
        MonthOfYear = MonthOfYear ?? next.MonthOfYear,
        MonthSaid = MonthSaid || next.MonthSaid,
        AtEnd = AtEnd || next.AtEnd,
        Weekend = Weekend || next.Weekend,
        Daily = Daily || next.Daily,
        Part = Part ?? next.Part,
        Clock = Clock ?? next.Clock,
        HowOften = HowOften || next.HowOften,
        Contradictory = Contradictory || next.Contradictory
            || (Unit is not null && next.Unit is not null)
            || (MonthDays.Count > 0 && next.MonthDays.Count > 0)
            || (Part is not null && next.Part is not null && Part != next.Part)
            || (Weekend && next.Days.Count > 0)
            || (next.Weekend && Days.Count > 0),
        SeveralHours = SeveralHours || next.SeveralHours || (Clock is not null && next.Clock is not null),
    };

    /// <summary>"Every second Tuesday" is every other one, or the second of each month; a weekend is its Saturday, or both days.</summary>
    public Rhythm[] Readings() => this switch
    {
        { Days: [{ Nth: > 1 } day], MonthSaid: false, Unit: null } =>
            [this with { MonthSaid = true }, this with { Days = [day with { Nth = 0 }], Unit = Dates.Unit.Week, Interval = day.Nth }],
        { Weekend: true } => [this with { Days = Range(6, 6).Days }, this with { Days = Range(6, 7).Days }],
        _ => [this],
    };

    private bool HourSaid => Clock is not null || Part is not null || AtEnd;

    /// <param name="start">Where it begins, if that was said beside it: it gives the hour where the rhythm says none, and intervals count from it.</param>
    public Reading<Repeat> From(ZonedDateTime now, Language language, ZonedDateTime? start = null)
    {
        if (SeveralHours)
        {
            return Reason.SeveralHours;
        }

        if (Contradictory || Days.Select(day => day.Nth == 0).Distinct().Count() > 1)
        {
            return Reason.Contradiction;
        }

        if (Interval is <= 0 or > MostInterval || MonthDays.Any(day => day is 0 or > 31))
        {
            return Reason.Impossible;
        }

        if (Unit < Dates.Unit.Hour || (HowOften && Days.Count == 0 && MonthDays.Count == 0 && (Unit != Dates.Unit.Day || (Clock is null && Part is null))))
        {
            return Reason.Vague;
        }

        if (Unit == Dates.Unit.Hour)
        {
            return Days.Count > 0 || MonthDays.Count > 0 || Clock is not null || Part is not null
                ? Reason.Contradiction
                : Repeat.Hourly(Interval, start?.ToInstant() ?? now.ToInstant() + Duration.FromHours(Interval));
        }

        var hour = Clock?.In(Part, language)
            ?? (start is { } from && !HourSaid ? new Hour(from.TimeOfDay) : Parts.Usual(Part ?? (AtEnd ? Dates.Part.EndOfDay : Dates.Part.Morning)));
        return hour.Then(at => AtNight(at) ? Reason.Vague : Rule((start ?? now).Date, at.Time, language)).Then(rule => rule.StartingAfter(After(now, start)));
    }

    /// <summary>A rhythm that says its hour may begin on the whole day that it starts on.</summary>
    private ZonedDateTime After(ZonedDateTime now, ZonedDateTime? start)
    {
        if (start is not { } from)
        {
            return now;
        }

        var first = (HourSaid ? from.Zone.AtStartOfDay(from.Date) : from).PlusTicks(-1);
        return first.ToInstant() > now.ToInstant() ? first : now;
    }

    /// <summary>"Fridays at midnight", "Friday nights at 1": the night before that day or after it.</summary>
    private bool AtNight(Hour at) => (at.DaysLater > 0 || Clock is { Midnight: true }) && (Days.Count > 0 || MonthDays.Count > 0);

    private Reading<Rule> Rule(LocalDate today, LocalTime at, Language language)
    {
        var rule = new Rule(Frequency.Daily, Interval, at, CountsFrom: today);
        return this switch
        {
            { MonthOfYear: { } month, MonthDays: [var day], Unit: null or Dates.Unit.Year, Days: [] } => Yearly(rule, month, day),
            { MonthOfYear: not null } => Reason.Contradiction,
            { MonthDays: [_, ..], Unit: null or Dates.Unit.Month, Days: [] } => Monthly(rule with { CountsFrom = null }, MonthDays),
            { MonthDays: [_, ..] } => Reason.Contradiction,
            { Days: [{ Nth: not 0 }, ..], Unit: null or Dates.Unit.Month } => Days.All(day => day.Nth is -1 or (>= 1 and <= 5))
                ? rule with { Frequency = Frequency.Monthly, Days = [.. Days.Distinct()], CountsFrom = null }
                : Reason.Impossible,
            { Days: [{ Nth: 0 }, ..], Unit: null or Dates.Unit.Week } => rule with { Frequency = Frequency.Weekly, Days = Sorted(Days), CountsFrom = null },
            { Days: [_, ..] } => Reason.Contradiction,

            // French says fifteen days for two weeks, and some say eight for one.
            { Unit: Dates.Unit.Day, Interval: 15 } when language == Language.French => Weekly(rule, 2),
            { Unit: Dates.Unit.Day, Interval: 8 } when language == Language.French => TwoReadings.Of(Weekly(rule, 1), rule),
            { Unit: Dates.Unit.Day } => rule,
            { Unit: Dates.Unit.Week } => Weekly(rule, Interval),
            { Unit: Dates.Unit.Month } => Monthly(rule, [today.Day]),
            { Unit: Dates.Unit.Year } => Yearly(rule, today.Month, today.Day),
            { Unit: null, Daily: true } => rule,
            _ => Reason.Vague,
        };

        Rule Weekly(Rule rule, int interval) => rule with { Frequency = Frequency.Weekly, Interval = interval, Days = [new(0, today.DayOfWeek)] };
    }

    private static Reading<Rule> Yearly(Rule rule, int month, int day) => Horizon.Date(2000, month, day) is null
        ? Reason.Impossible
        : rule with { Frequency = Frequency.Yearly, Month = month, MonthDays = [day] };

    /// <summary>Months without a 31st: left out by some, their last day for others.</summary>
    private static Reading<Rule> Monthly(Rule rule, IReadOnlyList<int> days)
    {
        var monthly = rule with { Frequency = Frequency.Monthly, MonthDays = [.. days.Distinct().Order()] };
        return days.Contains(31) ? TwoReadings.Of(monthly, monthly with { MonthDays = [.. monthly.MonthDays.Select(day => day == 31 ? -1 : day)] }) : monthly;
    }

    private static NthDay[] Sorted(IEnumerable<NthDay> days) => [.. days.Distinct().OrderBy(day => day.Weekday)];

    private static int Capped(int count) => Math.Min(count, MostInterval);
}
