using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Unisson.Bot.Dates;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Tests.Dates;

/// <summary>Reads a phrase for a kind of field and shows the answer as text, for tables of phrases.</summary>
internal static class Phrases
{
    public static DateTimeZone Paris { get; } = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    /// <summary>2026-11-24T10:58</summary>
    public static LocalDateTimePattern Written { get; } = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static DateTimeOffset Local(string local, DateTimeZone zone) =>
        zone.AtLeniently(Written.Parse(local).Value).ToDateTimeOffset();

    public static string Answer(string kind, Language language, string phrase, DateTimeOffset now, DateTimeZone zone) => kind switch
    {
        "instant" => Show(DateReader.Instant(phrase, language, now, zone), instant => Show(instant, zone)),
        "date" => Show(DateReader.Day(phrase, language, now, zone), Show),
        "past" => Show(DateReader.PastDay(phrase, language, now, zone), Show),
        "repeat" => Show(Repeats.Read(phrase, language, now, zone), repeat => string.Join(' ', repeat.Occurrences(zone).Take(3).Select(instant => Show(instant, zone)).Append(repeat.Rule))),
        "duration" => Show(Durations.Read(phrase, language), PeriodPattern.Roundtrip.Format),
        "amount" => Show(Amounts.Read(phrase, language), Show),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of field."),
    };

    /// <summary>Local time; with its offset only where that local time happens twice.</summary>
    public static string Show(DateTimeOffset instant, DateTimeZone zone)
    {
        var there = Instant.FromDateTimeOffset(instant).InZone(zone);
        var text = there.LocalDateTime.ToString("uuuu-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
        return zone.MapLocal(there.LocalDateTime).Count == 2 ? text + there.Offset.ToString("m", CultureInfo.InvariantCulture) : text;
    }

    private static string Show(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    private static string Show(Amount amount)
    {
        var size = (amount.Minutes, amount.Cents) switch
        {
            ({ } minutes, _) => $"{minutes.ToString(CultureInfo.InvariantCulture)} min",
            (_, { } cents) when cents % 100 == 0 => $"{(cents / 100).ToString(CultureInfo.InvariantCulture)} EUR",
            (_, { } cents) => $"{(cents / 100m).ToString("0.00", CultureInfo.InvariantCulture)} EUR",
            _ => "nothing",
        };
        return amount.Per is { } per ? $"{size}/{PeriodPattern.Roundtrip.Format(per)}" : size;
    }

    private static string Show<T>(Reading<T> reading, Func<T, string> show)
        where T : notnull
    {
        if (reading.Is(out var value))
        {
            return show(value);
        }

        return reading.Readings is { } both
            ? $"ambiguous {show(both.First)} {show(both.Second)}"
            : reading.Refused!.Value.ToString().ToLowerInvariant();
    }
}
