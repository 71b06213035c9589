using Xunit;


namespace Unisson.Bot.Tests.Discord;

/// <summary>A whole quarter of a dozen people, counted at Discord's end: what each of them had to bear, by its causes (rules 1, 2, 3 and 14).</summary>
public sealed class QuarterBudgetTests
{
    /// <summary>30, 15, 7, 2 and 1 days before a deadline, and on its day.</summary>
    private const int Rungs = 6;

    /// <summary>What does not ring, whatever it is about, the ends of pauses and the question of the quarter apart: one a week.</summary>
    private const int MostQuiet = LivingQuarter.Weeks;

    [Fact]
    public async Task In_a_quarter_nobody_is_rung_or_written_to_more_than_promised()
    {
        await using var quarter = await LivingQuarter.LiveAsync();
        for (var i = 0; i < LivingQuarter.People; i++)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"p{i}: {Counted.Of(quarter.Members[i])}");
        }

        Assert.InRange(quarter.Members.Sum(m => Counted.Of(m).Asks), 30, int.MaxValue);
        Assert.All(quarter.Members, Budget.HoldsToTheirCap);
        Assert.All(quarter.Members, Budget.IsToldOnce);
        Assert.All(quarter.Members, Budget.SleepsAndRests);
        Assert.All(quarter.Members, m => Holds(quarter, m));
        Assert.Equal(LivingQuarter.Weeks, Counted.Of(quarter.Members[LivingQuarter.WithRhythm]).Own);
    }

    private static void Holds(LivingQuarter quarter, Member member)
    {
        var counted = Counted.Of(member);
        var (place, accepted) = (quarter.Members.IndexOf(member), member.Told.Count(t => Budget.IsAsk(t) && member.IsRung(t)));
        var leads = LivingQuarter.Leads.Contains(place) ? (LivingQuarter.Weeks + 1) / 2 : 0;
        Assert.InRange(counted.Rungs, 0, Rungs * (leads + accepted));
        Assert.True(leads > 0 || counted.Rest <= quarter.Named.Count(n => n == member), $"p{place}: {counted}");
        Assert.InRange(counted.Quiet, 0, MostQuiet + quarter.Paused.Count(p => p == member) + 1);
    }

    /// <summary>Everything that was written to somebody: what rang by its cause, and all else, of whatever kind, as quiet.</summary>
    private sealed record Counted(int Asks, int Own, int Rungs, int Rest, int Quiet)
    {
        public static Counted Of(Member member)
        {
            var rang = member.Told.Where(member.IsRung).ToList();
            var (asks, own) = (rang.Count(Budget.IsAsk), rang.Count(t => Budget.Has(t, "reminder-done")));
            var rungs = rang.Count(t => Budget.Has(t, "reminder-stop") && !Budget.Has(t, "reminder-done"));
            return new(asks, own, rungs, rang.Count - asks - own - rungs, member.Told.Count - rang.Count);
        }
    }
}
