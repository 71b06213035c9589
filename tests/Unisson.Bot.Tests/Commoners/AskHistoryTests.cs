using CsCheck;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

public sealed class AskHistoryTests
{
    private const int Day = WakingTime.Day;

    [Fact]
    public void The_sums_equal_those_recounted_from_every_ask()
        => Gen.Select(Gen.Int[0, 9000], Gen.Int[1, 3]).Array[1, 20].Sample(static asks =>
        {
            double[] ease = [0, 0.85, 1, 1.1];
            var (history, at, exposure) = (default(AskHistory), 0L, 0.0);
            var times = new List<long>();
            foreach (var (gap, level) in asks)
            {
                at += gap;
                exposure += Math.Exp(-0.25 * Fatigue(times, at)) * ease[level];
                times.Add(at);
                history = history.Asked(at, level);
            }

            Assert.Equal(Fatigue(times, at + 3 * Day), history.FatigueAt(at + 3 * Day), 1e-9);
            Assert.Equal(exposure, history.Exposure, 1e-9);
            Assert.Equal((at, asks.Length), (history.LastAsk, history.Unanswered));
        });

    [Fact]
    public void A_reply_of_any_kind_ends_the_row_of_silences()
    {
        var history = default(AskHistory).Asked(0, 1).Asked(Day, 1).Answered(90, yes: false).Answered(30, yes: true);

        Assert.Equal((0, 2, 1, 120L), (history.Unanswered, history.Replies, history.Yeses, history.ReplyMinutes));
        Assert.Equal((480 + 120) / 4.0, history.MeanDelay);
    }

    [Fact]
    public void A_reply_before_its_ask_counts_as_immediate()
        => Assert.Equal(0, default(AskHistory).Asked(100, 1).Answered(-5, yes: true).ReplyMinutes);

    [Fact]
    public void A_clock_set_back_tires_nobody()
        => Assert.Equal(1, default(AskHistory).Asked(10 * Day, 2).FatigueAt(3 * Day));

    [Fact]
    public void A_cleared_history_starts_the_turn_again_as_if_asked_now()
        => Assert.Equal(new AskHistory { Fatigue = 1, LastAsk = 500 }, AskHistory.ClearedAt(500));

    private static double Fatigue(List<long> times, long now) => times.Sum(t => Math.Exp(-(now - t) / (14.0 * Day)));
}
