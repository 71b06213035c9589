using System.Net;
using Unisson.Bot.Deliveries;
using Unisson.Discord;

namespace Unisson.Bot.Discord;

/// <summary>What follows when Discord did not take a message (its page "Opcodes and Status Codes").</summary>
internal static class SendRefusals
{
    /// <summary>About a day of tries; silence of the network alone sets nothing aside.</summary>
    private const int MostTries = 30;

    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static Outcome Of(Delivery delivery, DiscordException error, DateTimeOffset now) => error switch
    {
        DiscordUnauthorizedException => new Later(delivery, now, Failed: false),
        DiscordRateLimitException limited => new Later(delivery, now + limited.RetryAfter + Chance(TimeSpan.FromSeconds(1)), Failed: false),
        { Code: DiscordErrors.DirectMessagesTooFast } => new NoNewPrivate(delivery),
        { Code: DiscordErrors.CannotMessageUser or DiscordErrors.NoMutualGuild } when delivery.Private is not null => new Closed(delivery),
        { Code: DiscordErrors.UnknownChannel or DiscordErrors.MissingAccess or DiscordErrors.MissingPermissions } => NoEntry(delivery),
        { Status: HttpStatusCode.Forbidden } => NoEntry(delivery),
        { Status: default(HttpStatusCode) } => Again(delivery, now),
        { Status: >= HttpStatusCode.InternalServerError } => delivery.Attempts < MostTries ? Again(delivery, now) : new Parked(delivery, Parking.Time),
        _ => new Parked(delivery, Parking.Message),
    };

    private static Outcome NoEntry(Delivery delivery) => delivery.Private is null ? new Parked(delivery, Parking.Channel) : new Closed(delivery);

    /// <summary>5 seconds, doubled each time up to an hour, with half of it left to chance.</summary>
    private static Later Again(Delivery delivery, DateTimeOffset now)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, 5 * Math.Pow(2, delivery.Attempts)));
        return new Later(delivery, now + (wait / 2) + Chance(wait / 2), Failed: true);
    }

    private static TimeSpan Chance(TimeSpan most) => most * Random.Shared.NextDouble();
}
