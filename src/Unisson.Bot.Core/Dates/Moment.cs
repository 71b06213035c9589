using NodaTime;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Dates;

/// <summary>What a phrase says of a moment: a day, a part of it, a clock, each at most once.</summary>
internal sealed record Moment(Day? Day = null, PartSaid? Part = null, Clock? Clock = null, bool Before = false, bool Contradictory = false)
{
    private const int EndOfNight = 5;

    private bool HourSaid => Clock is not null || Part is not null;

    /// <summary>Names an hour, or counts hours from now.</summary>
    public bool IsInstant => HourSaid || Day is Counted { From: null, Length.HasHours: true };

    public Moment And(Day day) => (Day, day) switch
    {
        (null, _) => this with { Day = day },
        _ when Day == day => this,
        (WeekdayNamed { IsBare: true } said, _) => this with { Day = new WithWeekday(said.Weekday, day) },
        (_, WeekdayNamed { IsBare: true } said) => this with { Day = new WithWeekday(said.Weekday, Day) },
        _ => this with { Contradictory = true },
    };

    public Moment And(PartSaid part)
    {
        var on = part.Today ? And(new NamedDay(0)) : this;
        return on with { Part = part, Contradictory = on.Contradictory || (Part is not null && Part.Part != part.Part) };
    }

    public Moment And(Clock clock) => this with { Clock = clock, Contradictory = Contradictory || (Clock is not null && Clock != clock) };

    /// <summary>"mardi ou jeudi à 18h": what one side leaves out, the other says.</summary>
    public Moment CompletedBy(Moment other) => this with
    {
        Day = Day ?? other.Day,
        Part = HourSaid ? Part : other.Part,
        Clock = HourSaid ? Clock : other.Clock,
    };

    /// <summary>The moment, which lies after now.</summary>
    public Reading<Instant> At(ZonedDateTime now, Language language)
    {
        if (Contradictory)
        {
            return Reason.Contradiction;
        }

        if (Day is Counted { From: null } counted && !HourSaid)
        {
            return counted.ExactlyFrom(now, language).Then<Instant>(instant => instant > now.ToInstant() ? instant : Reason.Past);
        }

        return Hours(language).Then(hour => At(hour, now, language));
    }

    /// <summary>The day alone: today or later, or today or earlier in a field that looks back.</summary>
    public Reading<LocalDate> On(ZonedDateTime now, Language language, bool back)
    {
        if (Contradictory)
        {
            return Reason.Contradiction;
        }

        // The hour is not kept, yet it has to be one.
        if (Clock?.In(Part?.Part, language) is { Refused: { } refused and not Reason.Ambiguous })
        {
            return refused;
        }

        var horizon = new Horizon(now.LocalDateTime, language, back, HourSaid, Fits);
        return Days(horizon, now).Then<LocalDate>(day => Fits(day) ? day : back ? Reason.Ahead : Reason.Past);

        bool Fits(LocalDate day) => back ? day <= now.Date : day >= now.Date;
    }

    private Reading<LocalDate> Days(Horizon horizon, ZonedDateTime now)
    {
        if (Day is Counted { From: null } counted)
        {
            return counted.ExactlyFrom(now, horizon.Language).Then<LocalDate>(instant => instant.InZone(now.Zone).Date);
        }

        var day = Day ?? (Part?.Part == Dates.Part.EndOfDay ? new NamedDay(0) : null);
        return day is null ? Reason.Nonsense : Beforehand(day.On(horizon), day, horizon.Back);
    }

    private Reading<Instant> At(Hour hour, ZonedDateTime now, Language language)
    {
        var day = Day ?? (Part?.Part == Dates.Part.EndOfDay ? new NamedDay(0) : null);
        var horizon = new Horizon(now.LocalDateTime, language, Back: false, HourSaid, Fits);
        if (day is null || (day is NamedDay { Offset: 0 } && hour.DaysLater > 0 && Clock is { Midnight: false } && now.Hour < EndOfNight))
        {
            return Next(hour, now);
        }

        return Beforehand(day.On(horizon), day, back: false).Then<Instant>(on => On(on) is var instant && instant > now.ToInstant() ? instant : Reason.Past);

        Instant On(LocalDate on) => Resolve(on, hour, now.Zone);

        bool Fits(LocalDate on) => on > now.Date || (on == now.Date && (HourSaid || day!.IsEnd) && On(on) > now.ToInstant());
    }

    /// <summary>A clock without a day is its next time.</summary>
    private static Reading<Instant> Next(Hour hour, ZonedDateTime now)
    {
        for (var days = -1; days <= 2; days++)
        {
            var instant = Resolve(now.Date.PlusDays(days), hour, now.Zone);
            if (instant > now.ToInstant())
            {
                return instant;
            }
        }

        return Reason.Past;
    }

    /// <summary>"Before Friday" may have Friday in it or not.</summary>
    private Reading<LocalDate> Beforehand(Reading<LocalDate> day, Day said, bool back) => (Before && !said.IsEnd && Clock is null, back) switch
    {
        (true, true) => Reason.Vague,
        (true, false) => day.Then(on => TwoReadings.Of(on.PlusDays(-1), on)),
        _ => day,
    };

    private Reading<Hour> Hours(Language language) => this switch
    {
        { Clock: { Midnight: true } clock } => Midnight(clock),
        { Clock: { } clock } => clock.In(Part?.Part, language),
        { Part: { } part } => Parts.Usual(part.Part),
        { Day.IsEnd: true } => Parts.Usual(Dates.Part.EndOfDay),
        _ => Parts.Usual(Dates.Part.Morning),
    };

    /// <summary>The coming midnight, unless another day is named: then people differ on which of its two ends is meant.</summary>
    private Reading<Hour> Midnight(Clock clock)
    {
        var before = new Hour(new(0, clock.Minutes));
        var after = before with { DaysLater = 1 };
        return this switch
        {
            { Day: null, Part: null } => before,
            { Day: NamedDay { Offset: 0 } } or { Part.Part: Dates.Part.Evening or Dates.Part.Night } => after,
            { Part: not null } => Reason.Contradiction,
            _ => TwoReadings.Of(before, after),
        };
    }

    /// <summary>A time that a clock change skips moves forward by the gap; one that comes twice is the first.</summary>
    private static Instant Resolve(LocalDate day, Hour hour, DateTimeZone zone) => zone.AtLeniently(day.PlusDays(hour.DaysLater) + hour.Time).ToInstant();
}
