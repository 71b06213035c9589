using Unisson.Bot.Calls;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>
/// The product's own plan, fed with what the product would know. People whom the rules keep out in any case are left out beforehand, because
/// it is faster and changes nothing; with a cut none are, so that the product's rules alone decide.
/// </summary>
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
        AddOpen(run, call);
        var candidates = !Plan.NeedsMore(asked, now) ? [] : cut is { } most ? LongestRested(run, call, now, most) : Awake(run, call, now, asked.IsUrgent);
        var plan = Plan.For(asked, candidates, now);
        for (var i = 0; i < plan.Asks.Count; i++)
        {
            chosen.Add(((int)plan.Asks[i].PersonId, plan.Asks[i].Chance));
        }

        return (int?)plan.NextCheck;
    }

    private void AddOpen(Run run, RunningCall call)
    {
        foreach (var ask in call.Asks)
        {
            if (ask.IsOpen)
            {
                _open.Add(new OpenAsk(ask.Person, ask.At, ask.Chance, run.Books.HistoryOf(ask.Person)));
            }
        }
    }

    private ReadOnlySpan<Candidate> Awake(Run run, RunningCall call, int now, bool urgent)
    {
        Array.Resize(ref _candidates, Math.Max(_candidates.Length, call.Left!.Count));
        var count = 0;
        foreach (var person in call.Left)
        {
            if (!run.Books.Rests(person, now, urgent) && run.IsEligible(call, person, now))
            {
                _candidates[count++] = Of(run, call.Mission, person, now);
            }
        }

        return _candidates.AsSpan(0, count);
    }

    // As the product's query: it knows level and pause, and nothing of moments, hours or this call.
    private Candidate[] LongestRested(Run run, RunningCall call, int now, int most)
    {
        var (world, mission) = (run.World, call.Mission);
        return [.. world.Knowing[mission.Common].Where(p => world.LevelOf(p, mission.Common) >= mission.Least && !world.IsPaused(p, now))
            .OrderBy(run.Books.LastAsk).Take(most)
            .Select(p => Of(run, mission, p, now) with
            {
                Bars = (world.Fits(p, mission) ? Bars.None : Bars.Window) | (call.Asks.Exists(a => a.Person == p) ? Bars.AlreadyAsked : Bars.None),
            })];
    }

    private Candidate Of(Run run, in Mission mission, int person, int now) => new(person, run.World.LevelOf(person, mission.Common), run.World.Minutes[person])
    {
        CommittedMinutes = 60 * run.Books.Promised(person, mission.Month),
        ReservedMinutes = 60 * run.Books.Reserved(person, mission.Month),
        AcceptedMinutes = 60 * run.Books.Accepted(person),
        History = run.Books.HistoryOf(person),
        Signal = offers.Of(run, mission, person, now),
    };
}
