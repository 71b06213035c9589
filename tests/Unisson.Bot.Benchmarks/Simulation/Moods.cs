namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What people feel and do when they are asked. No policy sees it, but for those that are no policies.</summary>
internal sealed class Moods(World world)
{
    private readonly double[] _fatigue = new double[world.Scenario.People];
    private readonly int[] _asked = new int[world.Scenario.People];
    private readonly int[] _silentUntil = new int[world.Scenario.People];
    private readonly bool[] _burnt = new bool[world.Scenario.People];

    public int Burnt => _burnt.Count(static b => b);

    public bool Listens(int person, int now) => !_burnt[person] && now >= _silentUntil[person];

    public void Burn(int person) => _burnt[person] = true;

    /// <summary>Chance of a yes of somebody who listens and has the hours.</summary>
    public double Willing(int person, int common, int now) => Willing(world, person, common, Fatigue(person, now));

    public static double Willing(World world, int person, int common, double fatigue)
        => Math.Min(0.97, world.Willing[person] * Ease(world.LevelOf(person, common)) * Math.Exp(-world.Scenario.Wear * fatigue));

    /// <summary>Minutes from an ask to the reply.</summary>
    public static int DelayOf(World world, int person, ulong mood) => 1 + (int)(Draws.Exponential(Mood.Draw(mood, Mood.Delay)) * world.Delay[person]);

    /// <param name="together">How many were asked at the same time.</param>
    /// <param name="tooMuch">The hours are beyond what they promised themselves to give.</param>
    /// <param name="suits">Level, moment and pause are right.</param>
    /// <returns>When they reply, and whether it is a yes; null = never.</returns>
    public (int At, bool Yes)? Ask(in Mission mission, int person, int now, int together, bool tooMuch, bool suits)
    {
        var scenario = world.Scenario;
        var fatigue = Fatigue(person, now);
        (_fatigue[person], _asked[person]) = (fatigue + 1, now);
        if (_burnt[person])
        {
            return null;
        }

        var mood = Mood.Key(world.Seed, mission.Id, person);
        _burnt[person] = Mood.Draw(mood, Mood.Burn) < Math.Min(0.2, scenario.Burn * Math.Max(0, fatigue - 2));
        if (now < _silentUntil[person])
        {
            return null;
        }

        var willing = Willing(world, person, mission.Common, fatigue);
        willing *= scenario.Bystander > 0 && together > 1 ? Math.Pow(together, -scenario.Bystander) : 1;
        willing *= suits ? tooMuch ? 0.5 : 1 : 0;
        var at = now + DelayOf(world, person, mood);
        if (Mood.Draw(mood, Mood.Yes) < willing)
        {
            return (at, true);
        }

        if (Mood.Draw(mood, Mood.Silent) < Math.Min(0.8, scenario.Silence + scenario.SilenceMore * fatigue))
        {
            var length = 7 * World.Day + Draws.Exponential(Mood.Draw(mood, Mood.SilentFor)) * 14 * World.Day;
            _silentUntil[person] = Math.Max(_silentUntil[person], (int)(now + length));
        }

        return Mood.Draw(mood, Mood.No) < 0.5 * Math.Exp(-scenario.Wear * fatigue) ? (at, false) : null;
    }

    private double Fatigue(int person, int now) => _fatigue[person] * Math.Exp(-(now - _asked[person]) / (world.Scenario.WearDays * World.Day));

    // Nobody says yes to what they know nothing of, whoever asks.
    private static double Ease(int level) => level switch
    {
        0 => 0,
        1 => 0.85,
        2 => 1,
        _ => 1.1,
    };
}
