using Unisson.Bot.Calls;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>The product's own plan, fed with what the product would know.</summary>
/// <param name="offers">What people said beforehand.</param>
/// <param name="cut">How many of the longest rested are looked at, as the product's query does; null = all.</param>
internal sealed class TopUp(Offers offers, int? cut) : Policy
{
    private readonly List<OpenAsk> _open = [];
    private Candidate[] _candidates = [];

    /// <inheritdoc/>
    public override bool LooksAfterNo => true;

    public override int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen)
    {
        _open.Clear();
        foreach (var ask in call.Asks)
        {
            if (ask.IsOpen)
            {
                _open.Add(new OpenAsk(ask.Person, ask.At, ask.Chance, run.Books.HistoryOf(ask.Person)));
            }
        }

        var mission = call.Mission;
        var asked = new PlanCall
        {
            Places = mission.Places,
            Filled = call.Filled,
            Minutes = mission.Minutes,
            MinLevel = mission.Least,
            Opened = mission.Opens,
            Deadline = mission.Deadline,
            OpenAsks = _open,
        };
        var plan = Plan.For(asked, Candidates(run, call, now), now);
        foreach (var ask in plan.Asks)
        {
            chosen.Add(((int)ask.PersonId, ask.Chance));
        }

        return (int?)plan.NextCheck;
    }

    private ReadOnlySpan<Candidate> Candidates(Run run, RunningCall call, int now)
    {
        var people = cut is { } most ? LongestRested(run, call, now, most) : call.Left!;
        if (_candidates.Length < people.Count)
        {
            _candidates = new Candidate[2 * people.Count];
        }

        for (var i = 0; i < people.Count; i++)
        {
            _candidates[i] = Of(run, call, people[i], now);
        }

        return _candidates.AsSpan(0, people.Count);
    }

    // As the product's query: it knows level and pause, and nothing of moments, hours or this call.
    private static List<int> LongestRested(Run run, RunningCall call, int now, int most)
        => [.. run.World.Knowing[call.Mission.Common].Where(p => run.World.LevelOf(p, call.Mission.Common) >= call.Mission.Least && !run.World.IsPaused(p, now)).OrderBy(run.Books.LastAsk).Take(most)];

    private Candidate Of(Run run, RunningCall call, int person, int now)
    {
        var mission = call.Mission;
        return new Candidate(person, run.World.LevelOf(person, mission.Common), run.World.MinutesOf(person))
        {
            CommittedMinutes = 60 * run.Books.Promised(person, mission.Month),
            ReservedMinutes = 60 * run.Books.Reserved(person, mission.Month),
            AcceptedMinutes = 60 * run.Books.Accepted(person),
            History = run.Books.HistoryOf(person),
            Bars = BarsOf(run.World, call, person, now),
            Signal = offers.Of(run, mission, person, now),
        };
    }

    private Bars BarsOf(World world, RunningCall call, int person, int now)
        => (world.IsPaused(person, now) ? Bars.Paused : Bars.None)
            | (cut is not null && !world.Fits(person, call.Mission) ? Bars.Window : Bars.None)
            | (cut is not null && call.Asks.Exists(a => a.Person == person) ? Bars.AlreadyAsked : Bars.None);
}
