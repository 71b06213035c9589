using System.Runtime.InteropServices;

namespace Unisson.Bot.Commoners;

/// <summary>
/// What is remembered of the asks one person got, as sums only, over all communities. Instants are waking minutes.
/// Fair-call policy, step 2. The default value is somebody who was never asked.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct AskHistory
{
    /// <summary>Nobody is ever taken for certain.</summary>
    internal const double MostChance = 0.95;

    private const double ForgetfulnessMinutes = 14.0 * WakingTime.Day;
    private const double AwakeningMinutes = 21.0 * WakingTime.Day;
    private const double Wear = 0.25;
    private const double PriorAsks = 4, PriorYesShare = 0.35;
    private const double PriorReplies = 2, PriorDelay = 240;

    /// <summary>When the last ask left; null = never asked.</summary>
    public long? LastAsk { get; init; }

    /// <summary>F as it stood right after the last ask: each ask adds 1, which fades with exp(-age / 14 waking days).</summary>
    public double Fatigue { get; init; }

    /// <summary>Yeses that a fresh person would have been expected to give per unit of willingness: sum of x[level] * exp(-F/4).</summary>
    public double Exposure { get; init; }

    /// <summary>U: asks since the last reply of any kind.</summary>
    public int Unanswered { get; init; }

    public int Replies { get; init; }

    public int Yeses { get; init; }

    /// <summary>Sum of the delays of all replies, waking minutes.</summary>
    public long ReplyMinutes { get; init; }

    /// <summary>D: expected delay of a reply, waking minutes, > 0; two replies of 240 minutes are assumed beforehand.</summary>
    public double MeanDelay => (PriorReplies * PriorDelay + ReplyMinutes) / (PriorReplies + Replies);

    /// <summary>The history of somebody who had it cleared: their turn starts again as if asked now.</summary>
    public static AskHistory ClearedAt(long now) => new() { LastAsk = now, Fatigue = 1 };

    /// <summary>After an ask for something where the person has this <paramref name="level"/> (1 to 3).</summary>
    public AskHistory Asked(long now, int level)
    {
        var fatigue = FatigueAt(now);
        return this with
        {
            LastAsk = now,
            Fatigue = fatigue + 1,
            Exposure = Exposure + Freshness(fatigue) * Ease(level),
            Unanswered = Unanswered + 1,
        };
    }

    /// <summary>After a reply of any kind, even a late one, <paramref name="delay"/> waking minutes after the ask.</summary>
    public AskHistory Answered(long delay, bool yes) => this with
    {
        Unanswered = 0,
        Replies = Replies + 1,
        Yeses = Yeses + (yes ? 1 : 0),
        ReplyMinutes = ReplyMinutes + Math.Max(0, delay),
    };

    /// <summary>F: how much was asked of the person lately, >= 0.</summary>
    public double FatigueAt(long now) => Fatigue * Math.Exp(-Since(now) / ForgetfulnessMinutes);

    /// <summary>Chance of a yes to an ask made now, 0 to 0.95, however late the yes.</summary>
    internal double ChanceAt(long now, int level)
    {
        var willing = (PriorAsks * PriorYesShare + Yeses) / (PriorAsks + Exposure);
        return Math.Min(MostChance, willing * Ease(level) * Freshness(FatigueAt(now)) * AwakeAt(now));
    }

    /// <summary>R: 0 right after an ask, towards 1 with a time constant of 14 waking days, 1 when never asked.</summary>
    internal double RestAt(long now) => LastAsk is null ? 1 : 1 - Math.Exp(-Since(now) / ForgetfulnessMinutes);

    // A row of silences says that somebody is away; waiting makes it less and less certain that they still are.
    private double AwakeAt(long now) => Unanswered <= 0 || LastAsk is null
        ? 1
        : 1 - (1 - Math.Pow(0.75, Unanswered)) * Math.Exp(-Since(now) / AwakeningMinutes);

    // A clock that was set back must not make anybody more tired than they were.
    private double Since(long now) => Math.Max(0, now - (LastAsk ?? now));

    private static double Freshness(double fatigue) => Math.Exp(-Wear * fatigue);

    private static double Ease(int level) => level switch
    {
        <= 1 => 0.85,
        2 => 1,
        _ => 1.1,
    };
}
