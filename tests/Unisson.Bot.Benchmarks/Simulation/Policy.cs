namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>Decides whom a call asks. One object serves one run.</summary>
internal abstract class Policy
{
    /// <summary>Whether it wants to look at a call again after a no.</summary>
    public virtual bool LooksAfterNo => false;

    /// <param name="chosen">Empty; takes those to ask now, with what is to be noted with the ask.</param>
    /// <returns>When to look again; null = never.</returns>
    public abstract int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen);
}

/// <summary>A ping to the role: all with any experience, whatever their hours, moments or pauses.</summary>
internal sealed class Everyone : Policy
{
    public override int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen)
    {
        chosen.AddRange(run.World.Knowing[call.Mission.Common].Select(static p => (p, 0.0)));
        return null;
    }
}

/// <summary>All whom the hard rules allow, at once.</summary>
internal sealed class EveryoneAllowed : Policy
{
    public override int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen)
    {
        chosen.AddRange(run.Eligible(call, now).Select(static p => (p, 0.0)));
        return null;
    }
}

/// <summary>Waves of two for each open place, least recently called first.</summary>
internal sealed class LeastRecentlyCalled : Policy
{
    public override int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen)
    {
        chosen.AddRange(run.Eligible(call, now).OrderBy(run.Books.LastAsk).Take(2 * call.Need).Select(static p => (p, 0.0)));
        return now + Math.Clamp((call.Mission.Deadline - call.Mission.Opens) / 5, 30, World.Day);
    }
}

/// <summary>No policy: sees every hidden draw and asks only those who will say yes in time. What nobody can beat.</summary>
internal sealed class Clairvoyant : Policy
{
    public override int? Look(Run run, RunningCall call, int now, List<(int Person, double Chance)> chosen)
    {
        var (mission, world) = (call.Mission, run.World);
        var open = call.Asks.Count(static a => a.IsOpen);
        chosen.AddRange(run.Eligible(call, now)
            .Where(p => Foresight.SaysYes(run, mission, p, now))
            .OrderBy(p => world.LevelOf(p, mission.Common) > mission.Least).ThenBy(run.Books.Load)
            .Take(Math.Max(0, call.Need - open)).Select(static p => (p, 0.0)));
        return now + Math.Max(30, (mission.Deadline - mission.Opens) / 8);
    }
}
