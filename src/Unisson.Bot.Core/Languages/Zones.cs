using NodaTime;

namespace Unisson.Bot.Languages;

/// <summary>IANA time zones.</summary>
public static class Zones
{
    /// <summary>A zone that was checked when it was stored.</summary>
    public static DateTimeZone Get(string id) => DateTimeZoneProviders.Tzdb[id];

    public static bool Exists(string id) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(id) is not null;
}
