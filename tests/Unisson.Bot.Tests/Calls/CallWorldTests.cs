using CsCheck;
using Unisson.Bot.Calls;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

public sealed class CallWorldTests
{
    private static readonly Gen<Step[]> Lives = Gen.Select(
            Gen.OneOf(Deed.Open, Deed.Open, Deed.Wait, Deed.Wait, Deed.Yes, Deed.No, Deed.Pause, Deed.Hours, Deed.Asks),
            Gen.Int[0, 40],
            Gen.Int[0, 40],
            static (deed, a, b) => new Step(deed, a, b))
        .Array[1, 60];

    [Fact]
    public void Nobody_is_ever_asked_over_capacity_however_calls_answers_and_pauses_interleave()
        => EachAsk(static ask => Assert.True(ask.Promised + ask.Held + ask.Minutes <= ask.Capacity, $"over capacity: {ask}"));

    [Fact]
    public void Nobody_above_the_cap_of_fatigue_is_ever_asked()
        => EachAsk(static ask => Assert.True(ask.Fatigue <= (ask.Urgent ? 3 : 2) + 1e-9, $"too tired: {ask}"));

    [Fact]
    public void Nobody_is_asked_twice_for_a_call_nor_in_a_pause_nor_more_often_than_they_agreed_to()
        => EachAsk(static ask =>
        {
            Assert.False(ask.Before, $"asked before: {ask}");
            Assert.False(ask.Paused, $"paused: {ask}");
            Assert.True(ask.AsksBefore < ask.Allowed, $"too many asks: {ask}");
        });

    [Fact]
    public void A_common_never_sends_more_asks_than_its_budget()
        => EachAsk(static ask => Assert.True(ask.OfCommon < CallWorld.CommonBudget, $"beyond the budget: {ask}"));

    private static void EachAsk(Action<Asked> check)
    {
        var asks = 0;
        Lives.Sample(
            life =>
            {
                var log = CallWorld.Live(life);
                log.ForEach(check);
                Interlocked.Add(ref asks, log.Count);
            },
            iter: 500);
        Assert.True(asks > 1000, $"only {asks} asks were made: the world is too quiet to prove anything");
    }
}
