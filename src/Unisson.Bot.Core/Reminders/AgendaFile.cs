using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using Unisson.Bot.Dates;

namespace Unisson.Bot.Reminders;

/// <summary>Writes events as a calendar file (RFC 5545), which every calendar program opens.</summary>
internal static class AgendaFile
{
    public const string MediaType = "text/calendar";

    private const string Program = "-//Unisson//Unisson.Bot//EN";

    private static readonly NodaTime.Duration Before = NodaTime.Duration.FromDays(1);

    /// <param name="owner">Whose calendar it is, the same through every export and no one else's.</param>
    public static string Write(IReadOnlyCollection<AgendaEntry> entries, string owner, DateTimeOffset now)
    {
        var calendar = new Calendar { ProductId = Program };
        foreach (var zone in entries.Where(e => e.Day is null && e.Zone != DateTimeZone.Utc).GroupBy(e => e.Zone.Id, StringComparer.Ordinal))
        {
            var first = zone.Min(e => Instant.FromDateTimeOffset(e.At)) - Before;
            calendar.AddTimeZone(VTimeZone.FromDateTimeZone(zone.Key, first.ToDateTimeUtc(), includeHistoricalData: false));
        }

        var stamp = InUtc(Instant.FromDateTimeOffset(now));
        calendar.Events.AddRange(entries.Select(entry => Event(entry, owner, stamp)));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Event(AgendaEntry entry, string owner, CalDateTime stamp)
    {
        var made = new CalendarEvent
        {
            Uid = Uid(owner, entry.Key),
            DtStamp = stamp,
            Summary = entry.Title,
            Description = entry.About,
            Start = entry.Day is { } day ? new CalDateTime(day) : Start(entry),

            // It takes nobody's time: whoever looks for a free hour finds it free.
            Transparency = TransparencyType.Transparent,
        };
        if (entry.Rhythm is { } rhythm)
        {
            made.RecurrenceRule = new RecurrenceRule(Rule(rhythm));
        }

        if (entry.Day is null)
        {
            made.Alarms.Add(new Alarm { Action = AlarmAction.Display, Description = entry.Title, Trigger = new Trigger(Ical.Net.DataTypes.Duration.Zero) });
        }

        return made;
    }

    /// <summary>On the clock of the zone, which rules and readers go by; in UTC where that clock would tell another moment (hours that come twice) or hours are counted as they pass.</summary>
    private static CalDateTime Start(AgendaEntry entry)
    {
        var at = Instant.FromDateTimeOffset(entry.At);
        var local = at.InZone(entry.Zone).LocalDateTime;
        return entry.Rhythm switch
        {
            { IsHourly: true } => InUtc(at),

            // By its rule: where its hour is left out that day, what comes is later than what the rule says.
            { } rhythm => OnClock(local.Date + rhythm.Parts.At, entry.Zone),
            _ when entry.Zone.AtLeniently(local).ToInstant() == at => OnClock(local, entry.Zone),
            _ => InUtc(at),
        };
    }

    /// <summary>Without the hour, which is the start's: some programs know no other rule.</summary>
    private static string Rule(Repeat rhythm)
        => string.Join(';', rhythm.Rule.Split(';').Where(part => !part.StartsWith("BYHOUR=", StringComparison.Ordinal) && !part.StartsWith("BYMINUTE=", StringComparison.Ordinal)));

    private static CalDateTime OnClock(LocalDateTime local, DateTimeZone zone)
        => zone == DateTimeZone.Utc ? InUtc(local.InUtc().ToInstant()) : new CalDateTime(local.Year, local.Month, local.Day, local.Hour, local.Minute, local.Second, zone.Id);

    private static CalDateTime InUtc(Instant at) => new(at.ToDateTimeUtc());

    /// <summary>A UUID (RFC 7986, 5.3) of the name, version 8 (RFC 9562, 5.8): it tells nothing of whose it is.</summary>
    private static string Uid(string owner, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"unisson\n{owner}\n{key}"))[..16];
        (bytes[6], bytes[8]) = ((byte)((bytes[6] & 0x0F) | 0x80), (byte)((bytes[8] & 0x3F) | 0x80));
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
