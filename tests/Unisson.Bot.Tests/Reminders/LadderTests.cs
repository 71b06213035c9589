using System.Globalization;
using CsCheck;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class LadderTests
{
    private static readonly string[] ZoneIds = ["Europe/Paris", "Indian/Reunion", "America/Guadeloupe", "Pacific/Noumea"];

    private static readonly Gen<Ladder> Ladders = Gen.Select(
        Gen.Int[0, 800], Gen.Int[-1, 23], Gen.Int[0, 3].Select(i => ZoneIds[i]), Gen.Int[0, 95], Gen.Int[0, 95],
        Gen.Int[0, 2].Select(i => (Holidays)i), Gen.Bool, (day, hour, zone, from, to, holidays, weekend) =>
        {
            var deadline = new DateOnly(2026, 1, 1).AddDays(day);
            var end = Ladder.EndOf(deadline, hour < 0 ? null : new TimeOnly(hour, 0), Zones.Get("Europe/Paris"));
            var person = new Person { Name = "Claire", QuietFrom = from * 15, QuietTo = to * 15, Days = weekend ? Moments.Weekend : Moments.None };
            return new Ladder(deadline, end, person, Zones.Get(zone), holidays);
        });

    [Fact]
    public void No_rung_falls_into_a_night_or_far_ones_on_a_rest_day_and_none_is_too_late()
        => Ladders.Sample(ladder =>
        {
            Rung? before = null;
            for (var next = ladder.Next(DateTimeOffset.MinValue); next is { } rung; next = ladder.Next(rung.At))
            {
                Assert.Equal(rung.At, QuietHours.NextWake(ladder.Person, ladder.Zone, ladder.Holidays, rung.At, Ladder.IsUrgent(rung.Days)));
                Assert.True(rung.At < ladder.End);
                Assert.True(before is null || (rung.At > before.Value.At && rung.Days < before.Value.Days));
                before = rung;
            }
        });

    [Fact]
    public void What_was_said_on_a_day_is_not_said_again_on_that_day()
        => Gen.Select(Ladders, Gen.Int[-45 * 24, 24]).Sample((ladder, hours) =>
        {
            var said = ladder.End.AddHours(hours);
            Assert.True(ladder.NextAfterDayOf(said) is not { } rung || Day(ladder, rung.At) > Day(ladder, said));
        });

    [Theory]
    [InlineData("2026-12-15", "15 2026-11-30T09:00, 7 2026-12-08T09:00, 2 2026-12-13T09:00, 1 2026-12-14T09:00, 0 2026-12-15T09:00")]
    [InlineData("2026-12-13", "15 2026-11-30T09:00, 7 2026-12-07T09:00, 2 2026-12-11T09:00, 1 2026-12-12T09:00, 0 2026-12-13T09:00")]
    [InlineData("2027-01-08", "30 2026-12-09T09:00, 15 2026-12-24T09:00, 7 2027-01-04T09:00, 2 2027-01-06T09:00, 1 2027-01-07T09:00, 0 2027-01-08T09:00")]
    public void Rungs_stand_at_nine_and_far_ones_leave_rest_days(string deadline, string rungs)
    {
        var ladder = Of(DateOnly.ParseExact(deadline, "yyyy-MM-dd", CultureInfo.InvariantCulture), null, new Person { Name = "Claire" });

        Assert.Equal(rungs, string.Join(", ", All(ladder, new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)).Select(r => $"{r.Days} {Instant.FromDateTimeOffset(r.At).InZone(ladder.Zone):uuuu-MM-dd'T'HH:mm}")));
    }

    [Fact]
    public void Nobody_is_woken_and_who_wakes_after_the_hour_of_the_deadline_was_told_the_day_before()
    {
        var late = new Person { Name = "Claire", QuietFrom = 23 * 60, QuietTo = 11 * 60 };

        var rungs = All(Of(new DateOnly(2026, 12, 15), new TimeOnly(10, 0), late), new DateTimeOffset(2026, 12, 10, 9, 0, 0, TimeSpan.Zero));

        Assert.Equal([(2, 10), (1, 10)], rungs.Select(r => (r.Days, r.At.Hour)));
    }

    private static LocalDate Day(Ladder ladder, DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(ladder.Zone).Date;

    private static Ladder Of(DateOnly deadline, TimeOnly? hour, Person person)
        => new(deadline, Ladder.EndOf(deadline, hour, Zones.Get("Europe/Paris")), person, Zones.Get("Europe/Paris"), Holidays.France);

    private static List<Rung> All(Ladder ladder, DateTimeOffset now)
    {
        var all = new List<Rung>();
        for (var next = ladder.Next(now); next is { } rung; next = ladder.Next(rung.At))
        {
            all.Add(rung);
        }

        return all;
    }
}
