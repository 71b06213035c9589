using System.Runtime.InteropServices;
using Unisson.Bot.Commoners;

namespace Unisson.Bot.Calls;

/// <summary>
/// Whom a call asks now: just enough people, the rested ones first, and nobody beyond what they agreed to.
/// The same facts always give the same plan, whatever the order in which the people come. Asking nobody is a normal result.
/// </summary>
public sealed class Plan
{
    private const int SmallestPause = 20, LongestPause = WakingTime.Day;

    private static readonly Plan Over = new([], [], nextCheck: null);

    private Plan(IReadOnlyList<PlannedAsk> asks, IReadOnlyList<HeldBack> heldBack, long? nextCheck)
    {
        Asks = asks;
        HeldBack = heldBack;
        NextCheck = nextCheck;
    }

    /// <summary>In the order of asking. Each one reserves the call's minutes at once.</summary>
    public IReadOnlyList<PlannedAsk> Asks { get; }

    /// <summary>Everybody else, by person id.</summary>
    public IReadOnlyList<HeldBack> HeldBack { get; }

    /// <summary>When to plan again if nothing happens before, in waking minutes; null when the deadline comes first.</summary>
    public long? NextCheck { get; }

    /// <summary>
    /// To be made when a call opens, at <see cref="NextCheck"/>, and after every "no" or withdrawal.
    /// A call that is filled or past its deadline asks nobody and holds nobody back.
    /// </summary>
    /// <param name="candidates">Each person once.</param>
    /// <param name="now">Waking minutes on the clock of the call and of every history.</param>
    public static Plan For(PlanCall call, ReadOnlySpan<Candidate> candidates, long now)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Filled >= call.Places || now >= call.Deadline)
        {
            return Over;
        }

        var held = new List<HeldBack>(candidates.Length);
        var ranked = new Ranked[candidates.Length];
        var count = Sift(call, candidates, now, ranked, held);
        var turn = ranked.AsSpan(0, count);
        turn.Sort(default(Ranked.ByTurn));
        var asks = TopUp(call, candidates, now, turn, held);
        CollectionsMarshal.AsSpan(held).Sort(static (x, y) => x.PersonId.CompareTo(y.PersonId));
        return new Plan(asks, held, CheckAfter(call, now));
    }

    /// <summary>
    /// False while the open asks are likely enough to bring the yeses that are missing: then nobody would be asked, whoever there is, and nobody
    /// has to be looked for.
    /// </summary>
    public static bool NeedsMore(PlanCall call, long now)
    {
        ArgumentNullException.ThrowIfNull(call);
        if (call.Filled >= call.Places || now >= call.Deadline)
        {
            return false;
        }

        // More places than open asks: the probability is 0.
        var need = call.Places - call.Filled;
        if (need > call.OpenAsks.Count)
        {
            return true;
        }

        var enough = new Enough(need < 64 ? stackalloc double[need + 1] : new double[need + 1]);
        return !AddOpen(call, now, enough);
    }

    // Steps 1 to 3: who may be asked at all.
    private static int Sift(PlanCall call, ReadOnlySpan<Candidate> candidates, long now, Span<Ranked> ranked, List<HeldBack> held)
    {
        var left = call.Deadline - now;
        var (cap, floor) = (Forecast.FatigueCap(call.IsUrgent), Forecast.Floor(left));
        var count = 0;
        for (var i = 0; i < candidates.Length; i++)
        {
            ref readonly var candidate = ref candidates[i];
            if (HardRules.Forbid(call, candidate) is { } forbidden)
            {
                held.Add(Hold(candidate, forbidden));
                continue;
            }

            if (candidate.History.FatigueAt(now) > cap)
            {
                held.Add(Hold(candidate, HoldReason.Resting));
                continue;
            }

            var chance = Forecast.Chance(candidate, now);
            var inTime = chance * Forecast.InTime(left, candidate.History.MeanDelay);
            if (inTime < floor)
            {
                held.Add(Hold(candidate, HoldReason.Quiet));
                continue;
            }

            ranked[count++] = new Ranked(i, candidate, chance, inTime, now);
        }

        return count;
    }

    // Step 5: add people in their turn until enough yeses are likely enough.
    private static List<PlannedAsk> TopUp(PlanCall call, ReadOnlySpan<Candidate> candidates, long now, ReadOnlySpan<Ranked> turn, List<HeldBack> held)
    {
        if (turn.Length == 0)
        {
            return [];
        }

        // More places than people: the probability is 0 either way, and the buffer stays small.
        var need = Math.Min(call.Places - call.Filled, call.OpenAsks.Count + turn.Length + 1);
        var enough = new Enough(need < 64 ? stackalloc double[need + 1] : new double[need + 1]);
        _ = AddOpen(call, now, enough);
        var (target, budget) = (Forecast.Enough(call.Deadline - now), call.BudgetLeft ?? int.MaxValue);
        var asks = new List<PlannedAsk>();
        foreach (ref readonly var next in turn)
        {
            ref readonly var candidate = ref candidates[next.Index];
            if (enough.Probability >= target)
            {
                held.Add(Hold(candidate, HoldReason.NotNeeded));
            }
            else if (asks.Count >= budget)
            {
                held.Add(Hold(candidate, HoldReason.CommonBudget));
            }
            else
            {
                enough.Add(next.InTime);
                asks.Add(new(candidate.PersonId, next.Chance, candidate.FreeMinutes, candidate.History.LastAsk, call.IsUrgent));
            }
        }

        return asks;
    }

    // Counts on the open asks until they are likely enough to bring the yeses: more of them make it no less so.
    private static bool AddOpen(PlanCall call, long now, Enough enough)
    {
        var target = Forecast.Enough(call.Deadline - now);
        for (var i = 0; i < call.OpenAsks.Count; i++)
        {
            enough.Add(Forecast.StillComing(call.OpenAsks[i], now, call.Deadline));
            if (enough.Probability >= target)
            {
                return true;
            }
        }

        return false;
    }

    private static long? CheckAfter(PlanCall call, long now)
    {
        var next = now + Math.Clamp((call.Deadline - now) / 10, SmallestPause, LongestPause);
        return next < call.Deadline ? next : null;
    }

    private static HeldBack Hold(in Candidate candidate, HoldReason reason)
        => new(candidate.PersonId, reason, Math.Max(0, candidate.FreeMinutes));
}

/// <summary>Somebody to ask now, with the facts that "why me" is told with.</summary>
/// <param name="Chance">p: to be kept with the ask, so that later plans can tell how likely a yes still is. Never shown.</param>
/// <param name="FreeMinutes">What they had left this month before this ask.</param>
/// <param name="LastAsk">Waking minutes; null = never asked.</param>
/// <param name="Urgent">From opening to deadline within one waking day: the call asks a little more often than usual.</param>
public readonly record struct PlannedAsk(long PersonId, double Chance, int FreeMinutes, long? LastAsk, bool Urgent);
