namespace Unisson.Bot.Calls;

/// <summary>A candidate who may be asked, with what decides their place in the order. Fair-call policy, step 4.</summary>
internal readonly struct Ranked(int index, in Candidate candidate, double chance, double inTime, long now)
{
    // Nine digits, because exp differs in its last bit from one platform to the next.
    private readonly double _score = Math.Round(Score(candidate, inTime, now), 9);
    private readonly long _lastAsk = candidate.History.LastAsk ?? long.MinValue;
    private readonly long _personId = candidate.PersonId;
    private readonly int _accepted = candidate.AcceptedMinutes;
    private readonly bool _lastResort = candidate.LastResort;
    private readonly bool _near = candidate.Near;

    public int Index { get; } = index;

    /// <summary>p: chance of a yes, however late.</summary>
    public double Chance { get; } = chance;

    /// <summary>q: chance of a yes before the deadline.</summary>
    public double InTime { get; } = inTime;

    // Rounding keeps the order of scores, so that steps change nothing unless somebody is known to be near.
    private double Step => Math.Round(_score / 0.05);

    private static double Score(in Candidate candidate, double inTime, long now)
    {
        var load = candidate.AcceptedMinutes / Math.Max(1.0, candidate.CapacityMinutes);
        return inTime * (0.05 + 0.95 * candidate.History.RestAt(now)) / (1 + load);
    }

    /// <summary>First to be asked comes first.</summary>
    public readonly struct ByTurn : IComparer<Ranked>
    {
        public int Compare(Ranked x, Ranked y)
        {
            var order = x._lastResort.CompareTo(y._lastResort);
            if (order == 0 && x._near != y._near)
            {
                order = y.Step.CompareTo(x.Step);
                order = order != 0 ? order : y._near.CompareTo(x._near);
            }

            order = order != 0 ? order : y._score.CompareTo(x._score);
            order = order != 0 ? order : x._lastAsk.CompareTo(y._lastAsk);
            order = order != 0 ? order : x._accepted.CompareTo(y._accepted);
            return order != 0 ? order : x._personId.CompareTo(y._personId);
        }
    }
}
