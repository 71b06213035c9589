using Unisson.Bot.Commoners;

namespace Unisson.Bot.Calls;

/// <summary>Chances as the call sees them. Fair-call policy, steps 2, 3 and 5.</summary>
internal static class Forecast
{
    private const double ReliefMinutes = WakingTime.Day / 2.0;

    /// <summary>p: chance of a yes to an ask made now.</summary>
    public static double Chance(in Candidate candidate, long now)
        => candidate.Signal == Signal.Yes ? AskHistory.MostChance : candidate.History.ChanceAt(now, candidate.Level);

    /// <summary>Share of replies that come within <paramref name="left"/> waking minutes.</summary>
    public static double InTime(double left, double meanDelay) => 1 - Math.Exp(-left / meanDelay);

    /// <summary>Chance that an open ask still brings a yes before the deadline: each minute of silence makes it less likely.</summary>
    public static double StillComing(in OpenAsk ask, long now, long deadline)
    {
        // An ask that waits for the end of somebody's quiet hours has no age, and less time left.
        var from = Math.Max(now, ask.AskedAt);
        var delay = ask.History.MeanDelay;
        var silent = Math.Exp(-(from - ask.AskedAt) / delay);
        var replies = ask.Chance + (1 - ask.Chance) / 2;
        var inTime = InTime(Math.Max(0, deadline - from), delay);
        return Math.Min(AskHistory.MostChance, ask.Chance * silent * inTime / Math.Max(1e-9, 1 - replies * (1 - silent)));
    }

    /// <summary>Largest F with which somebody may still be asked: about two calls in two weeks, three if it is urgent.</summary>
    public static double FatigueCap(bool urgent) => urgent ? 3.0 : 2.0;

    /// <summary>Least chance of a yes in time that is worth an ask: 0.08, falling to 0.03 at the deadline.</summary>
    public static double Floor(double left) => 0.03 + 0.05 * Relief(left);

    /// <summary>theta: P(enough) that stops asking: 0.15, rising to 0.8 at the deadline.</summary>
    public static double Enough(double left) => 0.8 - 0.65 * Relief(left);

    // u: 1 with half a waking day or more to go, 0 at the deadline.
    private static double Relief(double left) => Math.Min(1, left / ReliefMinutes);
}
