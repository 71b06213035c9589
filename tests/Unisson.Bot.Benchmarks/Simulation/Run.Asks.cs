namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>What an ask and its answer change.</summary>
internal sealed partial class Run
{
    private void Ask(RunningCall call, int person, double chance, int now)
    {
        var mission = call.Mission;
        _asks++;
        _over += Books.HasRoom(person, mission) ? 0 : 1;
        var tooMuch = Books.Promised(person, mission.Month) + mission.Hours > World.Capacity[person] + 1e-9;
        var suits = World.Fits(person, mission) && !World.IsPaused(person, now);
        Books.Asked(person, now, Math.Max(1, World.LevelOf(person, mission.Common)));
        Books.Reserved(person, mission.Month) += mission.Hours;
        call.Asks.Add(new Asked(person, now, chance, IsOpen: true));
        call.Left!.Remove(person);
        if (Moods.Ask(mission, person, now, _chosen.Count, tooMuch, suits) is var (at, yes))
        {
            Add(new Event(at, EventKind.Reply, mission.Id, person, yes));
        }
    }

    // Even a late reply teaches the bot something.
    private void Reply(RunningCall call, int person, bool yes, int now)
    {
        var mission = call.Mission;
        var at = call.Asks.FindIndex(a => a.Person == person);
        Books.Answered(person, now - call.Asks[at].At, yes);
        if (call.IsOver)
        {
            _wasted += yes ? 1 : 0;
            return;
        }

        Release(call, at);
        if (yes)
        {
            Promise(call, person);
        }
        else if (_policy.LooksAfterNo)
        {
            LookAgain(call, now);
        }
    }

    private void Promise(RunningCall call, int person)
    {
        var mission = call.Mission;
        call.Filled++;
        Books.Accepted(person) += mission.Hours;
        var promised = Books.Promised(person, mission.Month) += mission.Hours;
        if (promised > World.Capacity[person] + 1e-9 && Draws.Uniform((long)World.Seed, (long)Mood.Burn, mission.Id, person, 7) < 0.05)
        {
            Moods.Burn(person);
        }

        if (call.Need == 0)
        {
            Close(call);
        }
    }

    private void Close(RunningCall call)
    {
        call.IsOver = true;
        for (var i = 0; i < call.Asks.Count; i++)
        {
            Release(call, i);
        }
    }

    private void Release(RunningCall call, int at)
    {
        var ask = call.Asks[at];
        if (ask.IsOpen)
        {
            call.Asks[at] = ask with { IsOpen = false };
            Books.Reserved(ask.Person, call.Mission.Month) -= call.Mission.Hours;
        }
    }
}
