using CsCheck;
using Unisson.Bot.Calls;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class PlanPropertyTests
{
    [Fact]
    public void The_same_facts_give_the_same_plan_whatever_the_order_of_the_people()
        => Gen.Select(CallGens.Call, CallGens.Candidates, Gen.Double[0, 1].Array[24]).Sample(static (call, some, keys) =>
        {
            // Everybody has a double, so that many scores are equal.
            Candidate[] people = [.. some, .. some.Select(static p => p with { PersonId = p.PersonId + 100 })];
            var shuffled = people.Zip(keys).OrderBy(static p => p.Second).Select(static p => p.First).ToArray();

            var (one, other) = (Plan.For(call, people, CallGens.Now), Plan.For(call, shuffled, CallGens.Now));

            Assert.Equal(one.Asks, other.Asks);
            Assert.Equal(one.HeldBack, other.HeldBack);
            Assert.Equal(one.NextCheck, other.NextCheck);
        });

    [Fact]
    public void Everybody_is_either_asked_or_held_back_once()
        => Gen.Select(CallGens.Call, CallGens.Candidates).Sample(static (call, people) =>
        {
            var plan = Plan.For(call, people, CallGens.Now);

            var named = plan.Asks.Select(static a => a.PersonId).Concat(plan.HeldBack.Select(static h => h.PersonId));
            Assert.Equal(people.Select(static p => p.PersonId), named.Order());
        });

    // Among people who reply equally fast, and whom the shorter time does not already silence: with different delays
    // the order of the people may itself change with the time left, and minutes before the deadline nobody is worth an ask.
    [Fact]
    public void More_time_left_never_gives_a_larger_first_wave()
        => Gen.Select(CallGens.Newcomers, Gen.Int[1, 4], Gen.Int[60, 840], Gen.Int[0, 4000]).Sample(static (people, places, lead, more) =>
        {
            var bare = Array.ConvertAll(people, static p => p with { Near = false });
            var shorter = Plan.For(Fresh(places, lead), bare, CallGens.Now);
            Assert.DoesNotContain(shorter.HeldBack, static h => h.Reason == HoldReason.Quiet);

            var longer = Plan.For(Fresh(places, lead + more), bare, CallGens.Now);

            Assert.True(longer.Asks.Count <= shorter.Asks.Count, $"{longer.Asks.Count} asked instead of {shorter.Asks.Count}");
        });

    [Fact]
    public void Raising_fatigue_silences_or_load_never_moves_a_person_up()
        => Gen.Select(CallGens.Call, CallGens.Candidates, Gen.Int[0, 11], Gen.Double[0.01, 2], Gen.Int[0, 2], Gen.Bool).Sample(
            static (call, people, which, by, what, longList) =>
            {
                var person = people[which % people.Length];
                var heavier = what switch
                {
                    0 => person with { History = person.History with { Fatigue = person.History.Fatigue + by } },
                    1 => person with { History = person.History with { Unanswered = person.History.Unanswered + 1 } },
                    _ => person with { AcceptedMinutes = person.AcceptedMinutes + (int)(600 * by) },
                };

                // With more places than people the whole order shows.
                var asking = longList ? call with { Places = 50 } : call;
                var before = Place(asking, people, person.PersonId);
                var after = Place(asking, [.. people.Select(p => p.PersonId == person.PersonId ? heavier : p)], person.PersonId);

                Assert.True(after >= before, $"from place {before} to {after}");
            },
            iter: 2000);

    [Fact]
    public void The_probability_of_enough_equals_brute_force_over_all_outcomes()
        => Gen.Select(Gen.Double[0, 1].Array[0, 10], Gen.Int[0, 11]).Sample(static (chances, need) =>
        {
            var brute = 0.0;
            for (var outcome = 0; outcome < 1 << chances.Length; outcome++)
            {
                var probability = 1.0;
                for (var i = 0; i < chances.Length; i++)
                {
                    probability *= (outcome >> i & 1) == 1 ? chances[i] : 1 - chances[i];
                }

                brute += int.PopCount(outcome) >= need ? probability : 0;
            }

            var enough = new Enough(new double[need + 1]);
            foreach (var chance in chances)
            {
                enough.Add(chance);
            }

            Assert.Equal(brute, enough.Probability, 1e-12);
        });

    private static PlanCall Fresh(int places, int lead)
        => new() { Places = places, Minutes = 60, MinLevel = 1, Opened = CallGens.Now, Deadline = CallGens.Now + lead };

    private static int Place(PlanCall call, Candidate[] people, long person)
    {
        var asks = Plan.For(call, people, CallGens.Now).Asks;
        for (var i = 0; i < asks.Count; i++)
        {
            if (asks[i].PersonId == person)
            {
                return i;
            }
        }

        return int.MaxValue;
    }
}
