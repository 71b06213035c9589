namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>A mission that needs people. Instants are waking minutes from the start, a day has 840.</summary>
/// <param name="Slot">3 * weekday + part of the day; -1 = whenever people like.</param>
/// <param name="Month">In which its hours count: the month of the deadline.</param>
internal readonly record struct Mission(int Id, int Opens, int Common, int Least, int Places, int Hours, int Deadline, int Slot, int Month)
{
    public int Minutes => Hours * 60;

    /// <summary>Six hours from opening to deadline.</summary>
    public bool IsUrgent => Deadline - Opens <= 6 * 60;
}

/// <summary>The missions of one year.</summary>
internal static class Missions
{
    /// <summary>
    /// In order of arrival. Popularity of commons falls as 1 / (c + 1); the last 12 days see no new mission, so that each one ends within the
    /// horizon.
    /// </summary>
    public static List<Mission> Of(Scenario scenario, int seed)
    {
        var missions = new List<Mission>();
        var all = Enumerable.Range(1, scenario.Commons).Sum(c => 1.0 / c);
        var popularity = Enumerable.Range(0, scenario.Commons).Select(c => (c, 1.0 / (c + 1) / all)).ToArray();
        var at = 0.0;
        for (var i = 0; ; i++)
        {
            var rate = scenario.Rate / World.Day * (scenario.Surge > 0 && at is >= 120 * World.Day and < 150 * World.Day ? scenario.Surge : 1);
            at += Draws.Exponential(Draws.Uniform(seed, Stream.Arrival, i)) / rate;
            if (at >= (scenario.Days - 12) * World.Day)
            {
                return missions;
            }

            var opens = (int)at;
            var deadline = opens + Draws.Pick(Draws.Uniform(seed, Stream.Lead, i), (360, scenario.Urgent), (10 * World.Day, scenario.Relaxed), (3 * World.Day, 1));
            missions.Add(new Mission(
                i,
                opens,
                Draws.Pick(Draws.Uniform(seed, Stream.Common, i), popularity),
                Draws.Pick(Draws.Uniform(seed, Stream.Least, i), (1, .75), (2, .20), (3, .05)),
                Draws.Pick(Draws.Uniform(seed, Stream.Places, i), (1, .40), (2, .30), (3, .20), (5, .10)),
                Draws.Pick(Draws.Uniform(seed, Stream.Hours, i), (1, .30), (2, .40), (4, .30)),
                deadline,
                Draws.Uniform(seed, Stream.Flexible, i) < 0.6 ? -1 : (int)(Draws.Uniform(seed, Stream.Slot, i) * World.SlotsAWeek),
                deadline / World.Month));
        }
    }
}
