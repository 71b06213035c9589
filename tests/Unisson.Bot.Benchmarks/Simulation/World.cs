using Unisson.Bot.Commoners;

namespace Unisson.Bot.Benchmarks.Simulation;

/// <summary>Everything that no policy changes: people, their hidden traits, and the missions to come.</summary>
internal sealed class World
{
    public const int Day = WakingTime.Day, Month = 30 * Day, SlotsAWeek = 21;

    private readonly byte[] _levels;

    public World(Scenario scenario, int seed)
    {
        (Scenario, Seed) = (scenario, Draws.Key(seed));
        var people = scenario.People;
        _levels = new byte[people * scenario.Commons];
        (Capacity, Willing, Delay) = (new double[people], new double[people], new double[people]);
        (Minutes, Windows, Pauses) = (new int[people], new int[people], new (int, int)[people][]);
        for (var person = 0; person < people; person++)
        {
            Settle(seed, person);
        }

        Knowing = [.. Enumerable.Range(0, scenario.Commons).Select(c => Enumerable.Range(0, people).Where(p => LevelOf(p, c) > 0).ToArray())];
        Missions = Simulation.Missions.Of(scenario, seed);
        Months = scenario.Days / 30 + 1;
    }

    public Scenario Scenario { get; }

    public ulong Seed { get; }

    public int Months { get; }

    public IReadOnlyList<Mission> Missions { get; }

    /// <summary>By common, in order of id.</summary>
    public int[][] Knowing { get; }

    /// <summary>Hours that each person gives in a month.</summary>
    public double[] Capacity { get; }

    public int[] Minutes { get; }

    /// <summary>Hidden: chance of a yes when fresh, and mean delay of a reply in minutes.</summary>
    public double[] Willing { get; }

    public double[] Delay { get; }

    /// <summary>Bit s is set when the person is free in slot s.</summary>
    public int[] Windows { get; }

    public (int From, int Until)[][] Pauses { get; }

    public int LevelOf(int person, int common) => _levels[person * Scenario.Commons + common];

    public bool Fits(int person, in Mission mission)
        => LevelOf(person, mission.Common) >= mission.Least && (mission.Slot < 0 || (Windows[person] >> mission.Slot & 1) != 0);

    public bool IsPaused(int person, int now)
    {
        foreach (var (from, until) in Pauses[person])
        {
            if (now < until)
            {
                return now >= from;
            }
        }

        return false;
    }

    private void Settle(int seed, int person)
    {
        for (var common = 0; common < Scenario.Commons; common++)
        {
            if (Draws.Uniform(seed, Stream.Experience, person, common) < Math.Min(0.95, Scenario.Share * (common % 2 == 0 ? 1.3 : 0.7)))
            {
                _levels[person * Scenario.Commons + common] = (byte)Draws.Pick(Draws.Uniform(seed, Stream.Level, person, common), (1, .5), (2, .3), (3, .2));
            }
        }

        Capacity[person] = Draws.Pick(Draws.Uniform(seed, Stream.Capacity, person), (2, .20), (4, .30), (8, .30), (16, .20)) * Scenario.CapacityScale;
        Minutes[person] = (int)Math.Floor(60 * Capacity[person] + 1e-6);
        Willing[person] = Draws.Pick(Draws.Uniform(seed, Stream.Willing, person), (.15, .25), (.35, .45), (.60, .30)) * Scenario.Willingness;
        Delay[person] = Draws.Pick(Draws.Uniform(seed, Stream.Delay, person), (60.0, .30), (240.0, .45), (720.0, .25)) * Scenario.DelayScale;
        Windows[person] = WindowsOf(seed, person);
        Pauses[person] = [.. PausesOf(seed, person, Scenario.Days * Day)];
    }

    private static int WindowsOf(int seed, int person)
    {
        var type = Draws.Pick(Draws.Uniform(seed, Stream.Type, person), ('e', .40), ('o', .25), ('a', .20), ('w', .15));
        var free = 0;
        for (var slot = 0; slot < SlotsAWeek; slot++)
        {
            var (weekend, evening) = (slot >= 15, slot % 3 == 2);
            var share = type switch
            {
                'e' => evening || weekend ? .8 : .05,
                'o' => !weekend && !evening ? .8 : .10,
                'a' => .85,
                _ => weekend ? .9 : .05,
            };
            free |= Draws.Uniform(seed, Stream.Window, person, slot) < share ? 1 << slot : 0;
        }

        return free;
    }

    private static IEnumerable<(int From, int Until)> PausesOf(int seed, int person, int end)
    {
        var at = 0.0;
        for (var i = 0; ; i++)
        {
            at += Draws.Exponential(Draws.Uniform(seed, Stream.Pause, person, 2 * i)) * 120 * Day;
            if (at >= end)
            {
                yield break;
            }

            var length = Draws.Exponential(Draws.Uniform(seed, Stream.Pause, person, 2 * i + 1)) * 14 * Day;
            yield return ((int)at, (int)(at + length));
            at += length;
        }
    }
}
