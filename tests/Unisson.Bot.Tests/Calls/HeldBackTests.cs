using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class HeldBackTests
{
    private const int Day = WakingTime.Day;
    private const long Now = 100L * Day;

    private static readonly PlanCall Call = new() { Places = 1, Minutes = 120, MinLevel = 2, Opened = Now, Deadline = Now + 3 * Day };

    private static readonly Candidate Free = new(1, Level: 2, CapacityMinutes: 240) { AsksAllowed = 4 };

    public static TheoryData<HoldReason, Candidate> Cases { get; } = new()
    {
        { HoldReason.NotMember, Free with { Bars = Bars.NotMember | Bars.Paused } },
        { HoldReason.NoConsent, Free with { AsksAllowed = 0, Bars = Bars.Unreachable } },
        { HoldReason.Unreachable, Free with { Bars = Bars.Unreachable } },
        { HoldReason.AlreadyAsked, Free with { Bars = Bars.AlreadyAsked } },
        { HoldReason.Level, Free with { Level = 1 } },
        { HoldReason.Terms, Free with { Bars = Bars.Terms } },
        { HoldReason.Muted, Free with { Bars = Bars.Muted } },
        { HoldReason.Window, Free with { Bars = Bars.Window } },
        { HoldReason.Paused, Free with { Bars = Bars.Paused, CommittedMinutes = 240 } },
        { HoldReason.NotNow, Free with { Signal = Signal.NotNow } },
        { HoldReason.MonthAsks, Free with { AsksThisMonth = 4 } },
        { HoldReason.OverCapacity, Free with { CommittedMinutes = 60, ReservedMinutes = 61 } },
        { HoldReason.Resting, Free with { History = Asked(3) } },
        { HoldReason.Quiet, Free with { History = Asked(1) with { Unanswered = 9 } } },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_rule_holds_back_with_its_own_reason(HoldReason reason, Candidate candidate)
    {
        var plan = Plan.For(Call, [candidate], Now);

        Assert.Empty(plan.Asks);
        Assert.Equal(reason, plan.HeldBack.Single().Reason);
    }

    [Fact]
    public void Somebody_just_within_every_limit_is_asked()
    {
        var candidate = Free with { CommittedMinutes = 60, ReservedMinutes = 60, AsksThisMonth = 3, History = Asked(1) };

        Assert.Equal(120, Plan.For(Call, [candidate], Now).Asks.Single().FreeMinutes);
    }

    [Fact]
    public void Without_product_facts_nothing_limits_the_number_of_asks()
        => Assert.Single(Plan.For(Call, [Free with { AsksAllowed = null, AsksThisMonth = 1000 }], Now).Asks);

    [Fact]
    public void Somebody_with_an_open_ask_of_this_call_is_not_asked_again()
    {
        var plan = Plan.For(Call with { Places = 5, OpenAsks = [new(1, Now, 0.35, default)] }, [Free], Now);

        Assert.Equal(HoldReason.AlreadyAsked, plan.HeldBack.Single().Reason);
    }

    [Fact]
    public void An_urgent_call_may_ask_a_third_time_in_two_weeks_but_not_a_fourth()
    {
        var urgent = Call with { Deadline = Now + Day };

        // A yes each time, so that only rest stands in the way.
        var (third, fourth) = (Free with { History = Willing(2.9) }, Free with { History = Willing(3.1) });

        Assert.Single(Plan.For(urgent, [third], Now).Asks);
        Assert.Equal(HoldReason.Resting, Plan.For(Call, [third], Now).HeldBack.Single().Reason);
        Assert.Equal(HoldReason.Resting, Plan.For(urgent, [fourth], Now).HeldBack.Single().Reason);
    }

    // Nobody was asked before, so q = .35 * (1 - e^(-left/240)) for level 2, and the floor is .03 + .05 * left/420.
    [Theory]
    [InlineData(24, 1, true)] // q .0333, floor .0329
    [InlineData(23, 1, false)] // q .0320, floor .0327
    [InlineData(2520, 8, false)] // B = 1.4/12: with 8 asks in vain q = p = .1167 * .65 = .0758, floor .08
    [InlineData(2520, 7, true)] // B = 1.4/11: .0827
    public void Somebody_is_left_in_peace_when_a_yes_in_time_is_less_likely_than_the_floor(int left, int vain, bool asked)
    {
        var history = left == 2520 ? new AskHistory { LastAsk = Now, Fatigue = 4 * Math.Log(1 / 0.65), Exposure = vain, Replies = vain } : default;
        var plan = Plan.For(Call with { Opened = left == 2520 ? Now : Now - 60, Deadline = Now + left }, [Free with { History = history }], Now);

        Assert.Equal(asked, plan.Asks.Count == 1);
        Assert.Equal(asked ? [] : [HoldReason.Quiet], plan.HeldBack.Select(static h => h.Reason));
    }

    [Fact]
    public void The_budget_of_a_common_ends_a_wave_and_says_so()
    {
        var call = Call with { Places = 3, BudgetLeft = 1 };

        var plan = Plan.For(call, [Free, Free with { PersonId = 2 }], Now);

        Assert.Equal(1, plan.Asks.Single().PersonId);
        Assert.Equal(new HeldBack(2, HoldReason.CommonBudget, 240), plan.HeldBack.Single());
    }

    [Fact]
    public void Hours_taken_back_after_a_promise_show_as_none_left()
    {
        var plan = Plan.For(Call, [Free with { CommittedMinutes = 600 }], Now);

        Assert.Equal(new HeldBack(1, HoldReason.OverCapacity, 0), plan.HeldBack.Single());
    }

    private static AskHistory Asked(int times)
    {
        var history = default(AskHistory);
        for (var i = 0; i < times; i++)
        {
            history = history.Asked(Now - 60, 2).Answered(30, yes: true);
        }

        return history;
    }

    private static AskHistory Willing(double fatigue)
        => new() { LastAsk = Now, Fatigue = fatigue, Exposure = 4, Replies = 8, Yeses = 8, ReplyMinutes = 80 };
}
