using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Digests;

/// <summary>When digests come: at 9:00 on the person's clock, or when their night ends; each working day, or on Mondays and, where those are holidays, the next working day.</summary>
public static class DigestTimes
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>The next one after an instant; null for who wants none.</summary>
    public static DateTimeOffset? Next(Person person, DateTimeZone zone, Holidays holidays, DateTimeOffset after)
    {
        if (person.Digest == Digest.Never)
        {
            return null;
        }

        // A Monday of before may have been a holiday, and its morning lie ahead.
        for (var day = DayOf(after, zone).PlusDays(-7); ; day = day.PlusDays(1))
        {
            if ((person.Digest == Digest.Daily || day.DayOfWeek == IsoDayOfWeek.Monday) && MorningFrom(person, zone, holidays, day) is var at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>The first morning from a day on at which something quiet may come.</summary>
    public static DateTimeOffset MorningFrom(Person person, DateTimeZone zone, Holidays holidays, LocalDate day)
    {
        while (true)
        {
            var wake = QuietHours.NextWake(person, zone, holidays, Nine(day, zone), isUrgent: false);
            if (DayOf(wake, zone) is var there && there == day)
            {
                return wake;
            }

            day = there;
        }
    }

    /// <summary>The next one of a community's channels.</summary>
    public static DateTimeOffset Next(Community community, DateTimeOffset after)
    {
        var zone = Zones.Get(community.Zone);
        for (var monday = DayOf(after, zone).PlusDays(-7).Next(IsoDayOfWeek.Monday); ; monday = monday.PlusDays(7))
        {
            var day = monday;
            while (PublicHolidays.Has(community.Holidays, day.ToDateOnly()))
            {
                day = day.PlusDays(1);
            }

            if (Nine(day, zone) is var at && at > after)
            {
                return at;
            }
        }
    }

    /// <summary>Plans the digests of somebody anew, in all their communities, after they changed when these come.</summary>
    internal static async Task PlanAsync(BotDb db, Person person, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var membership in await db.Memberships.Where(m => m.PersonId == person.Id).ToListAsync(ct))
        {
            await PlanAsync(db, membership, person, now, ct);
        }
    }

    internal static async Task PlanAsync(BotDb db, Membership membership, Person person, DateTimeOffset now, CancellationToken ct)
    {
        var community = await db.CommunityAsync(membership.CommunityId, ct);
        membership.DigestedAt ??= now;
        membership.DigestAt = Next(person, Zones.Get(person.Zone ?? community.Zone), community.Holidays, now);
        if (membership.DigestAt is { } at)
        {
            db.Wake(at);
        }
    }

    private static LocalDate DayOf(DateTimeOffset at, DateTimeZone zone) => Instant.FromDateTimeOffset(at).InZone(zone).Date;

    private static DateTimeOffset Nine(LocalDate day, DateTimeZone zone) => zone.AtLeniently(day + Morning).ToInstant().ToDateTimeOffset();
}
