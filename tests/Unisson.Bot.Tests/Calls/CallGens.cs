using CsCheck;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;

namespace Unisson.Bot.Tests.Calls;

internal static class CallGens
{
    /// <summary>A year of waking days: "now" in generated cases, so that every history lies before it.</summary>
    public const long Now = 360L * WakingTime.Day;

    private static readonly Gen<(int Gap, int Level, bool Replies, bool Yes, int Delay)> Ask = Gen.Select(
        Gen.Int[1, 20 * WakingTime.Day], Gen.Int[1, 3], Gen.Bool, Gen.Bool, Gen.Int[0, 2000]);

    public static readonly Gen<AskHistory> History = Ask.Array[0, 6].Select(static asks =>
    {
        var history = default(AskHistory);
        var at = Now - asks.Sum(static a => (long)a.Gap);
        foreach (var ask in asks)
        {
            history = history.Asked(at, ask.Level);
            history = ask.Replies ? history.Answered(ask.Delay, ask.Yes) : history;
            at += ask.Gap;
        }

        return history;
    });

    public static readonly Gen<Candidate[]> Candidates = People(History);

    /// <summary>Nobody was ever asked: all are equally quick to reply, as far as is known.</summary>
    public static readonly Gen<Candidate[]> Newcomers = People(Gen.Const(default(AskHistory)));

    public static readonly Gen<PlanCall> Call = Gen.Select(
        Gen.Int[1, 4], Gen.Int[1, 8], Gen.Int[1, 2], Gen.OneOf(360, 840, 2520, 8400), Gen.Double[0, 0.95],
        static (places, halfHours, level, lead, into) => new PlanCall
        {
            Places = places,
            Minutes = 30 * halfHours,
            MinLevel = level,
            Opened = Now - (long)(lead * into),
            Deadline = Now - (long)(lead * into) + lead,
        });

    private static Gen<Candidate[]> People(Gen<AskHistory> history)
        => Gen.Select(history, Gen.Int[0, 3], Gen.Int[0, 16], Gen.Int[0, 12], Gen.Int[0, 60], Gen.Int[0, 19], Gen.OneOf(Signal.None, Signal.None, Signal.Yes, Signal.NotNow))
            .Select(static (history, level, capacity, taken, accepted, rare, offer) => new Candidate(0, level, 60 * capacity)
            {
                CommittedMinutes = 30 * (taken / 2),
                ReservedMinutes = 30 * (taken % 2),
                AcceptedMinutes = 60 * accepted,
                History = history,
                Bars = rare == 0 ? Bars.Paused : Bars.None,
                LastResort = rare == 1,
                Near = rare is 2 or 3 or 4,
                Signal = offer,
            })
            .Array[1, 12]
            .Select(static people => people.Select(static (p, i) => p with { PersonId = i + 1 }).ToArray());
}
