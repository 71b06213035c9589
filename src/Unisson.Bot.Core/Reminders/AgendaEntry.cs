using NodaTime;
using Unisson.Bot.Dates;

namespace Unisson.Bot.Reminders;

/// <summary>One event of a person's calendar: a moment, once or by a rhythm, or a whole day.</summary>
/// <param name="Key">Names it among all events of that person, through every export.</param>
/// <param name="Title">User text.</param>
/// <param name="About">What is told beneath; user text.</param>
internal sealed record AgendaEntry(string Key, string Title, string About)
{
    /// <summary>The whole day that it is; else <see cref="At"/> counts.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The moment, of a rhythm the next one.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>On whose clock it stands.</summary>
    public DateTimeZone Zone { get; init; } = DateTimeZone.Utc;

    public Repeat? Rhythm { get; init; }
}
