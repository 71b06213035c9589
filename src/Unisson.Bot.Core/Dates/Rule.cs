using System.Globalization;
using System.Runtime.InteropServices;
using NodaTime;

namespace Unisson.Bot.Dates;

internal enum Frequency
{
    Hourly,
    Daily,
    Weekly,
    Monthly,
    Yearly,
}

/// <summary>A weekday; in a month the nth (-1 the last), else 0.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct NthDay(int Nth, IsoDayOfWeek Weekday);

/// <summary>A rule on the wall clock. CountsFrom: the day of the saying, where no day was said and the interval counts from it.</summary>
internal sealed record Rule(Frequency Frequency, int Interval, LocalTime At, LocalDate? CountsFrom = null)
{
    private const int MostEmptyPeriods = 1_000;

    public IReadOnlyList<NthDay> Days { get; init; } = [];

    public int? Month { get; init; }

    /// <summary>1 to 31; -1 the last.</summary>
    public IReadOnlyList<int> MonthDays { get; init; } = [];

    /// <summary>Today counts while its hour is ahead.</summary>
    public Reading<Repeat> StartingAfter(ZonedDateTime now)
    {
        var anchor = CountsFrom ?? (this with { Interval = 1 }).Dates(now.Date).FirstOrDefault(day => Resolve(day, now.Zone) > now.ToInstant());
        var first = Dates(anchor).Select(day => Resolve(day, now.Zone)).FirstOrDefault(instant => instant > now.ToInstant());
        return first == default ? Reason.Impossible : new Repeat(this, first);
    }

    public Instant Resolve(LocalDate day, DateTimeZone zone) => zone.AtLeniently(day + At).ToInstant();

    /// <summary>The days of the rule from this one on, whose period (day, week, month, year) is the first; those long before the other day are left out.</summary>
    public IEnumerable<LocalDate> Dates(LocalDate from, LocalDate? near = null)
    {
        var empty = 0;
        for (var period = Math.Max(0, Periods(from, near ?? from) - 1) / Interval * Interval; empty < MostEmptyPeriods; period += Interval)
        {
            empty++;
            foreach (var day in Within(from, period).Where(day => day >= from).Distinct().Order())
            {
                empty = 0;
                yield return day;
            }
        }
    }

    private int Periods(LocalDate from, LocalDate to) => Frequency switch
    {
        Frequency.Daily => Period.DaysBetween(from, to),
        Frequency.Weekly => Period.DaysBetween(from, to) / 7,
        Frequency.Yearly => to.Year - from.Year,
        _ => ((to.Year - from.Year) * 12) + to.Month - from.Month,
    };

    private IEnumerable<LocalDate> Within(LocalDate from, int period)
    {
        // The calendar ends with the year 9999.
        if (from.Year + (Frequency == Frequency.Yearly ? period : period / 12) > 9_000)
        {
            return [];
        }

        var month = from.With(DateAdjusters.StartOfMonth).PlusMonths(Frequency == Frequency.Monthly ? period : 0);
        return Frequency switch
        {
            Frequency.Daily => [from.PlusDays(period)],
            Frequency.Weekly => Days.Select(day => from.PlusDays(1 - (int)from.DayOfWeek).PlusWeeks(period).PlusDays((int)day.Weekday - 1)),
            Frequency.Yearly => MonthDays.SelectMany(day => Some(Horizon.Date(from.Year + period, Month!.Value, day))),
            _ when MonthDays.Count > 0 => MonthDays.SelectMany(day => day == -1 ? [month.With(DateAdjusters.EndOfMonth)] : Some(Horizon.Date(month.Year, month.Month, day))),
            _ => Days.SelectMany(day => Some(NthWeekday.In(month, day.Nth, day.Weekday))),
        };
    }

    private static IEnumerable<LocalDate> Some(LocalDate? day) => day is { } there ? [there] : [];

    /// <summary>Reads what <see cref="ToString"/> wrote. Throws on anything else, which nobody but us can have stored.</summary>
    public static Rule Parse(string text)
    {
        var parts = text.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        var at = new LocalTime(Number("BYHOUR") ?? 0, Number("BYMINUTE") ?? 0);
        return new(Enum.Parse<Frequency>(parts["FREQ"], ignoreCase: true), Number("INTERVAL") ?? 1, at)
        {
            Month = Number("BYMONTH"),
            MonthDays = parts.TryGetValue("BYMONTHDAY", out var monthDays) ? [.. monthDays.Split(',').Select(day => int.Parse(day, CultureInfo.InvariantCulture))] : [],
            Days = parts.TryGetValue("BYDAY", out var days) ? [.. days.Split(',').Select(Day)] : [],
        };

        int? Number(string name) => parts.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;

        static NthDay Day(string day) => new(
            day.Length > 2 ? int.Parse(day[..^2], CultureInfo.InvariantCulture) : 0,
            Enum.GetValues<IsoDayOfWeek>().First(weekday => weekday != IsoDayOfWeek.None && string.Equals(Two(weekday), day[^2..], StringComparison.Ordinal)));
    }

    public override string ToString()
    {
        var parts = new List<string> { $"FREQ={Frequency.ToString().ToUpperInvariant()}" };
        Add("INTERVAL", Interval > 1 ? Interval : null);
        Add("BYMONTH", Month);
        if (MonthDays.Count > 0)
        {
            parts.Add("BYMONTHDAY=" + string.Join(',', MonthDays.Select(day => day.ToString(CultureInfo.InvariantCulture))));
        }

        if (Days.Count > 0)
        {
            parts.Add("BYDAY=" + string.Join(',', Days.Select(day => (day.Nth == 0 ? "" : day.Nth.ToString(CultureInfo.InvariantCulture)) + Two(day.Weekday))));
        }

        Add("BYHOUR", Frequency == Frequency.Hourly ? null : At.Hour);
        Add("BYMINUTE", Frequency == Frequency.Hourly ? null : At.Minute);
        return string.Join(';', parts);

        void Add(string name, int? value)
        {
            if (value is { } said)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name}={said}"));
            }
        }
    }

    private static string Two(IsoDayOfWeek day) => day.ToString()[..2].ToUpperInvariant();
}
