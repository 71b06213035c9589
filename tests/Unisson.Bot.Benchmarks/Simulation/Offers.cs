using Unisson.Bot.Calls;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>
/// People who said beforehand, truthfully, whether they would come: "I could take something" or "not now". So many of all pairs of a person
/// and a mission are known like that.
/// </summary>
/// <param name="share">0 to 1.</param>
internal sealed class Offers(double share)
{
    public Signal Of(Run run, in Mission mission, int person, int now)
    {
        if (share <= 0 || Mood.Draw(Mood.Key(run.World.Seed, mission.Id, person), Mood.Offers) >= share)
        {
            return Signal.None;
        }

        return Foresight.SaysYes(run, mission, person, now) ? Signal.Yes : Signal.NotNow;
    }
}
