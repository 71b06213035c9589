using NodaTime;

namespace Unisson.Bot.Dates;

/// <summary>A rhythm: its RFC 5545 rule and its first occurrence, which anchors the intervals. It keeps its local hour across clock changes.</summary>
public sealed record Repeat
{
    private readonly Rule _rule;
    private readonly Instant _first;

    internal Repeat(Rule rule, Instant first)
    {
        _rule = rule;
        _first = first;
    }

    /// <summary>FREQ, INTERVAL (above 1), BYMONTH, BYMONTHDAY, BYDAY, BYHOUR, BYMINUTE, in this order.</summary>
    public string Rule => _rule.ToString();

    /// <summary>Comes more than once a day.</summary>
    public bool IsHourly => _rule.Frequency == Frequency.Hourly;

    /// <summary>Names more than one weekday or day of the month.</summary>
    public bool IsOnSeveralDays => _rule.Days.Count > 1 || _rule.MonthDays.Count > 1;

    /// <summary>UTC.</summary>
    public DateTimeOffset First => _first.ToDateTimeOffset();

    /// <summary>From what was stored: <see cref="Rule"/> and <see cref="First"/>.</summary>
    public static Repeat Stored(string rule, DateTimeOffset first) => new(Dates.Rule.Parse(rule), Instant.FromDateTimeOffset(first));

    internal static Repeat Hourly(int interval, Instant first) => new(new Rule(Frequency.Hourly, interval, LocalTime.Midnight), first);

    /// <summary>What the words for it are made of.</summary>
    internal Rule Parts => _rule;

    /// <summary>All occurrences from the first on, in UTC, without end.</summary>
    public IEnumerable<DateTimeOffset> Occurrences(DateTimeZone zone) => From(First.AddTicks(-1), zone);

    /// <summary>The next occurrence after a moment, in UTC; null past the end of the calendar.</summary>
    public DateTimeOffset? Next(DateTimeOffset after, DateTimeZone zone) => From(after, zone).Select(next => (DateTimeOffset?)next).FirstOrDefault();

    /// <summary>Of the occurrences from one of them on, the last that is not after a moment.</summary>
    public DateTimeOffset LastUntil(DateTimeOffset until, DateTimeOffset from, DateTimeZone zone)
        => From(from, zone).TakeWhile(next => next <= until).Prepend(from).Last();

    private IEnumerable<DateTimeOffset> From(DateTimeOffset after, DateTimeZone zone)
    {
        var start = Instant.FromDateTimeOffset(after);
        var near = Instant.Max(start, _first);
        var instants = _rule.Frequency == Frequency.Hourly
            ? Enumerable.Range((int)((near - _first).TotalHours / _rule.Interval), int.MaxValue / 2).Select(i => _first + Duration.FromHours((long)i * _rule.Interval))
            : _rule.Dates(_first.InZone(zone).Date, near.InZone(zone).Date).Select(day => _rule.Resolve(day, zone));
        return instants.Where(instant => instant > start).Select(instant => instant.ToDateTimeOffset());
    }
}
