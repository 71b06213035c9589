using NodaTime;

namespace Unisson.Bot.Languages;

/// <summary>IANA time zones.</summary>
public static class Zones
{
    /// <summary>A zone that was checked when it was stored.</summary>
    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    public static bool Exists(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;

    /// <summary>The zone of that id or of that city, however it is written: <c>Europe/Paris</c>, <c>paris</c>, <c>Port of Spain</c>.</summary>
    public static DateTimeZone? Find(string typed)
    {
        var folded = Folded(typed);
        var id = All.FirstOrDefault(z => Folded(z) == folded) ?? (All.Where(z => Folded(City(z)) == folded).ToList() is [var only] ? only : null);
        return id is null ? null : Get(id);
    }

    /// <summary>The ids that were probably meant, by whole id or city.</summary>
    public static IReadOnlyList<string> Near(string typed, int count)
    {
        var cities = All.ToLookup(City, StringComparer.Ordinal);
        var near = Nearest.Of(typed, All.Concat(cities.Select(c => c.Key)), count);
        return [.. near.SelectMany(n => cities.Contains(n) ? cities[n] : [n]).Distinct(StringComparer.Ordinal).Take(count)];
    }

    // Etc/GMT-3 means the opposite of what it says, and old names without a region are kept for machines only.
    private static IEnumerable<string> All => DateTimeZoneProviders.Tzdb.Ids.Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)));

    private static string City(string id) => id[(id.LastIndexOf('/') + 1)..];

    private static string Folded(string zone) => Fold.Of(zone.Replace('_', ' '));
}
