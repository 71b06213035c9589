using System.Collections.Frozen;
using NodaTime;
using Unisson.Bot.Languages;

namespace Unisson.Bot.Reminders;

/// <summary>Says a zone as people do: « heure de Paris », "Paris time".</summary>
public static class ZoneNames
{
    /// <summary>Places that do not go by the last word of their zone's id, or take an article in French: <c>place.ID</c> in the texts.</summary>
    private static readonly FrozenSet<string> Named = FrozenSet.Create(
        StringComparer.Ordinal, "America/Cayenne", "America/Guadeloupe", "America/Martinique", "America/Miquelon", "Etc/UTC", "Indian/Reunion", "Pacific/Noumea", "UTC");

    public static string Of(DateTimeZone zone, Say say)
    {
        if (Named.Contains(zone.Id))
        {
            return say["zone.time", say[$"place.{zone.Id}"]];
        }

        var city = zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' ');
        return say["zone.time", say["AEIOU".Contains(city[0], StringComparison.Ordinal) ? "place.vowel" : "place.of", city]];
    }
}
