using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Communities;

/// <summary>What can be done about messages that found no way out.</summary>
public enum Undelivery
{
    Again,
}

/// <summary>Messages that found no way out, as admins see them: where and why for channels, only how many for private ones.</summary>
public static class Undelivered
{
    /// <summary>« Renvoyer ».</summary>
    public static ActionSpec Again { get; } = new("setup-send-again", "setup settings", (_, caller, row, _) => Task.FromResult(
        row == caller.CommunityId ? new CommandLine("setup settings", ("key", "undelivered"), ("value", "again")) : null));

    internal static Option<Undelivery> What { get; } = Options.Choice("undelivered", "non-remis", CommunityChoices.Undelivery);

    /// <summary>Adds it to what is listed, and the gesture that sends it again where that may help.</summary>
    internal static async Task<Reply> AddAsync(Request r, Reply list, CancellationToken ct)
    {
        var parked = await r.Db.Outbox.Where(o => o.CommunityId == r.Caller.CommunityId && o.Parked != null)
            .GroupBy(o => new { o.Channel, o.Parked }).Select(g => new { g.Key.Channel, Why = g.Key.Parked!, Count = g.Count() }).ToListAsync(ct);
        var closed = parked.Where(p => p.Channel is not null).OrderBy(p => p.Channel, StringComparer.Ordinal)
            .Select(p => r.Say["undelivered.channel", p.Count, p.Channel, r.Say[$"undelivered.why.{p.Why}"]]);
        var privately = parked.Where(p => p.Channel is null).Sum(p => p.Count);
        return list with
        {
            Lines = [.. list.Lines, .. closed, .. privately > 0 ? [r.Say["undelivered.private", privately]] : Array.Empty<string>()],
            Actions = parked.Exists(p => p.Why != Parking.Private) ? [Again.On(r.Caller.CommunityId, r.Say)] : [],
        };
    }

    internal static async Task<Reply> SendAgainAsync(Request r, CancellationToken ct)
        => new(r.Say["undelivered.again", await Waiting.SendAgainAsync(r.Db, r.Caller.CommunityId, r.Now, ct)]);
}
