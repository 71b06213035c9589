using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class PlanTests
{
    private const int Day = WakingTime.Day;
    private const long Now = 100L * Day;
    private const long Ann = 1, Bea = 2, Cyr = 3, Dov = 4;

    private static readonly PlanCall ThreeDays = new() { Places = 1, Minutes = 120, MinLevel = 1, Opened = Now, Deadline = Now + 3 * Day };

    private static readonly Candidate Newcomer = new(Ann, Level: 2, CapacityMinutes: 480);

    // Worked out from the formulas by hand, three waking days before the deadline, so that q is nearly p:
    //   Ann, never asked, level 2           p .35                                   R 1      load 0    score .350
    //   Bea, level 3, yes to one ask 7 days ago after 60 min, 2 of 8 h
    //        F e^-.5 = .6065   B 2.4/5.1    p .4706*1.1*e^(-.1516) = .44482         R .3935  load 1/4  score .151
    //   Dov, level 3, never asked, 16 of 8 h  p .385                                R 1      load 2    score .128
    //   Cyr, level 1, silent 30 and 10 days ago
    //        F .60686   exposure 1.65057    p 1.4/5.65057*.85*.85921*.72825 = .13178  R .5105           score .070
    private static readonly Candidate[] Known =
    [
        new(Cyr, 1, 480) { History = default(AskHistory).Asked(Now - 30 * Day, 1).Asked(Now - 10 * Day, 1) },
        new(Dov, 3, 480) { AcceptedMinutes = 960 },
        new(Bea, 3, 480) { AcceptedMinutes = 120, CommittedMinutes = 120, History = default(AskHistory).Asked(Now - 7 * Day, 3).Answered(60, yes: true) },
        Newcomer,
    ];

    [Fact]
    public void The_order_and_the_chances_are_those_worked_out_by_hand()
    {
        var plan = Plan.For(ThreeDays with { Places = 9 }, Known, Now);

        Assert.Equal([Ann, Bea, Dov, Cyr], plan.Asks.Select(static a => a.PersonId));
        double[] byHand = [0.35, 0.4448161236452886, 0.385, 0.13177879795620645];
        Assert.All(plan.Asks.Zip(byHand), static p => Assert.Equal(p.Second, p.First.Chance, 1e-12));
    }

    [Theory]
    [InlineData(1, 1)] // .350 >= .15
    [InlineData(2, 2)] // .350 * .445 = .156 >= .15
    [InlineData(3, 4)] // .350 * .445 * .385 = .060, so the fourth comes too
    public void With_time_left_only_so_many_are_asked_that_enough_yeses_have_a_chance_of_15_percent(int places, int asked)
    {
        var plan = Plan.For(ThreeDays with { Places = places }, Known, Now);

        Assert.Equal(asked, plan.Asks.Count);
        Assert.All(plan.HeldBack, static h => Assert.Equal(HoldReason.NotNeeded, h.Reason));
    }

    [Fact]
    public void At_the_last_moment_more_are_asked_for_the_same_place()
    {
        // 210 minutes left: theta .475; in time: Ann .35 * (1 - e^-.875) = .204, Bea .307, Dov .224; together .573.
        var plan = Plan.For(ThreeDays, Known, ThreeDays.Deadline - 210);

        Assert.Equal(3, plan.Asks.Count);
    }

    [Fact]
    public void An_ask_tells_why_this_person_in_facts()
    {
        var ask = Plan.For(ThreeDays with { Deadline = Now + Day }, [Known[2]], Now).Asks.Single();

        Assert.Equal((Bea, 360, Now - 7 * Day, true), (ask.PersonId, ask.FreeMinutes, ask.LastAsk, ask.Urgent));
    }

    [Fact]
    public void An_open_ask_counts_less_the_longer_it_is_silent()
    {
        // Right after the ask: .35, enough for one place. 240 minutes later, 420 before the deadline: .186. After 480: .087.
        var open = new OpenAsk(Dov, Now, 0.35, default);
        Assert.Equal(0.18555659760330126, Forecast.StillComing(open, Now + 240, Now + 660), 1e-12);

        var call = ThreeDays with { OpenAsks = [open] };
        Assert.Empty(Plan.For(call, [Newcomer], Now + 240).Asks);
        Assert.Single(Plan.For(call, [Newcomer], Now + 480).Asks);
    }

    [Fact]
    public void An_ask_that_has_not_left_yet_is_as_young_as_one_that_leaves_now()
    {
        var waits = Forecast.StillComing(new OpenAsk(Dov, Now + 500, 0.35, default), Now, Now + 920);

        Assert.Equal(0.35 * (1 - Math.Exp(-420 / 240.0)), waits, 1e-12);
    }

    [Fact]
    public void An_offer_counts_as_almost_a_yes()
    {
        var plan = Plan.For(ThreeDays, [Newcomer, Newcomer with { PersonId = Bea, Signal = Signal.Yes }], Now);

        Assert.Equal((Bea, 0.95), (plan.Asks.Single().PersonId, plan.Asks[0].Chance));
    }

    [Fact]
    public void The_reserve_list_comes_after_all_others_whatever_its_score()
    {
        var plan = Plan.For(ThreeDays with { Places = 9 }, [Newcomer with { LastResort = true, Signal = Signal.Yes, Near = true }, Known[0]], Now);

        Assert.Equal([Cyr, Ann], plan.Asks.Select(static a => a.PersonId));
    }

    [Theory]
    [InlineData(60, Dov)] // .350 and .311 round to .35 and .30
    [InlineData(30, Ann)] // .350 and .329 both round to .35
    public void Near_counts_only_between_scores_that_are_about_the_same(int accepted, long first)
    {
        var near = Newcomer with { AcceptedMinutes = accepted, Near = true };
        var plan = Plan.For(ThreeDays with { Places = 9 }, [near, Newcomer with { PersonId = Dov }], Now);

        Assert.Equal(first, plan.Asks[0].PersonId);
    }

    [Fact]
    public void Equal_scores_go_to_the_longest_rested_then_to_fewer_hours_then_by_id()
    {
        // After years of rest, and with a minute or none of a huge capacity, nine digits show no difference.
        var large = Newcomer with { CapacityMinutes = int.MaxValue };
        var old = new AskHistory { LastAsk = Now - 1000 * Day };
        Candidate[] people =
        [
            large with { PersonId = 5, History = old with { LastAsk = Now - 900 * Day } },
            large with { PersonId = 4, History = old, AcceptedMinutes = 1 },
            large with { PersonId = 6, History = old },
            large with { PersonId = 9 },
            large with { PersonId = 8 },
        ];

        var plan = Plan.For(ThreeDays with { Places = 9 }, people, Now);

        Assert.Equal([8, 9, 6, 4, 5], plan.Asks.Select(static a => a.PersonId));
    }

    [Theory]
    [InlineData(8400, 840)]
    [InlineData(2529, 252)]
    [InlineData(100, 20)]
    public void The_next_look_comes_after_a_tenth_of_the_time_left_between_20_minutes_and_a_day(int left, int pause)
        => Assert.Equal(Now + pause, Plan.For(ThreeDays with { Deadline = Now + left }, Known, Now).NextCheck);

    [Fact]
    public void There_is_no_next_look_after_the_deadline()
        => Assert.Null(Plan.For(ThreeDays with { Deadline = Now + 20 }, Known, Now).NextCheck);

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, 3 * Day)]
    public void A_call_that_is_filled_or_over_asks_nobody(int filled, int later)
    {
        var plan = Plan.For(ThreeDays with { Filled = filled }, Known, Now + later);

        Assert.Equal((0, 0, null), (plan.Asks.Count, plan.HeldBack.Count, plan.NextCheck));
    }

    [Fact]
    public void Far_more_places_than_people_asks_everybody()
        => Assert.Equal(4, Plan.For(ThreeDays with { Places = int.MaxValue }, Known, Now).Asks.Count);
}
