using System.Runtime.InteropServices;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;

namespace Unisson.Bot.Reminders;

/// <summary>One step of the ladder: so many days before the deadline, at that instant for that person.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Rung(int Days, DateTimeOffset At);

/// <summary>
/// The countdown to a deadline for one person: 30, 15, 7, 2 and 1 days before and on the day, at 9:00 on their clock and never in their
/// night. The far rungs are not urgent and move from rest days to the next working day; the last three only avoid the night.
/// </summary>
/// <param name="End">The instant after which it is too late.</param>
/// <param name="Zone">The person's, else the community's.</param>
public sealed record Ladder(DateOnly Deadline, DateTimeOffset End, Person Person, DateTimeZone Zone, Holidays Holidays)
{
    /// <summary>From here on a rung is urgent.</summary>
    private const int Near = 2;

    private static readonly int[] Steps = [30, 15, 7, 2, 1, 0];
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>A deadline is a day in the community's zone, over at its hour, or with the day when none was said.</summary>
    public static DateTimeOffset EndOf(DateOnly deadline, TimeOnly? hour, DateTimeZone communityZone)
    {
        var day = LocalDate.FromDateOnly(deadline);
        var end = hour is { } at ? communityZone.AtLeniently(day + LocalTime.FromTimeOnly(at)) : communityZone.AtStartOfDay(day.PlusDays(1));
        return end.ToInstant().ToDateTimeOffset();
    }

    /// <summary>Near rungs may come on rest days.</summary>
    public static bool IsUrgent(int days) => days <= Near;

    /// <summary>The first rung that lies ahead; null when there is none before the end.</summary>
    public Rung? Next(DateTimeOffset now) => First((at, _) => at > now);

    /// <summary>The first rung of another day than the one on which something was said: what is said tells the days that are left.</summary>
    public Rung? NextAfterDayOf(DateTimeOffset said) => First((_, day) => day > DayOf(said));

    /// <summary>The first waking instant from then on, not before 9:00 when it is another day.</summary>
    public DateTimeOffset Awake(DateTimeOffset at, bool isUrgent)
    {
        var wake = QuietHours.NextWake(Person, Zone, Holidays, at, isUrgent);
        var day = DayOf(wake);
        var nine = Nine(day);
        return day == DayOf(at) || nine <= wake ? wake : QuietHours.NextWake(Person, Zone, Holidays, nine, isUrgent);
    }

    private Rung? First(Func<DateTimeOffset, LocalDate, bool> fits)
    {
        for (var i = 0; i < Steps.Length; i++)
        {
            // A far rung that rest days push past the next one is left to that one.
            var at = At(Steps[i]);
            if (at < End && (i + 1 == Steps.Length || at < Nine(Steps[i + 1])) && fits(at, DayOf(at)))
            {
                return new Rung(Steps[i], at);
            }
        }

        return null;
    }

    private DateTimeOffset At(int days) => Awake(Nine(days), IsUrgent(days));

    private DateTimeOffset Nine(int days) => Nine(LocalDate.FromDateOnly(Deadline).PlusDays(-days));

    private DateTimeOffset Nine(LocalDate day) => Zone.AtLeniently(day + Morning).ToInstant().ToDateTimeOffset();

    private LocalDate DayOf(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(Zone).Date;
}
