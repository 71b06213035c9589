using NodaTime;
using Unisson.Discord.Stub;

namespace Unisson.Bot.Tests.Discord;

/// <summary>Somebody of a <see cref="BusyWeek"/>.</summary>
/// <param name="Asks">How often a month they agreed to be asked.</param>
/// <param name="Wakes">The hour at which their night ends; it begins at 21:00.</param>
internal sealed record Member(StubUser User, int Asks, string Zone, int Wakes)
{
    /// <summary>What the bot wrote to them in private, without the message that opened the conversation at their own wish.</summary>
    public IReadOnlyList<StubMessage> Told => [.. User.Dms.Where(m => m.Author.IsBot).Skip(1)];

    public bool IsUp(DateTimeOffset at) => There(at).Hour is var hour && hour >= Wakes && hour < 21;

    public LocalDateTime There(DateTimeOffset at) => Instant.FromDateTimeOffset(at).InZone(DateTimeZoneProviders.Tzdb[Zone]).LocalDateTime;

    public bool IsRung(StubMessage message) => User.Pings.Any(p => p.Id == message.Id);
}
