namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What the hidden draws say beforehand.</summary>
internal static class Foresight
{
    /// <summary>Whether somebody who has the hours, asked now and alone, would say yes before the deadline.</summary>
    public static bool SaysYes(Run run, in Mission mission, int person, int now)
        => run.Moods.Listens(person, now) && SaysYes(run.World, mission, person, now, run.Moods.Willing(person, mission.Common, now));

    /// <summary>
    /// Share of all places that could be filled if nobody ever tired, fell silent or gave hours twice. No policy does better, because fatigue
    /// only lowers the chance that meets the same draw.
    /// </summary>
    public static double UpperBound(World world)
    {
        int places = 0, filled = 0;
        foreach (var mission in world.Missions)
        {
            places += mission.Places;
            filled += Math.Min(mission.Places, world.Knowing[mission.Common].Count(p => Could(world, mission, p)));
        }

        return (double)filled / places;
    }

    private static bool Could(World world, in Mission mission, int person)
    {
        var (opens, deadline) = (mission.Opens, mission.Deadline);
        return world.Fits(person, mission) && mission.Hours <= world.Capacity[person]
            && !Array.Exists(world.Pauses[person], p => p.From <= opens && p.Until >= deadline)
            && SaysYes(world, mission, person, opens, Moods.Willing(world, person, mission.Common, fatigue: 0));
    }

    private static bool SaysYes(World world, in Mission mission, int person, int now, double willing)
    {
        var mood = Mood.Key(world.Seed, mission.Id, person);
        return Mood.Draw(mood, Mood.Yes) < willing && now + Moods.DelayOf(world, person, mood) <= mission.Deadline;
    }
}
