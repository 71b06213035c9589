using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A busy week of sixty people, counted at Discord's end: what each of them and each channel had to bear (rules 1, 2, 3 and 14).</summary>
public sealed class BudgetTests
{
    /// <summary>Of somebody who leads no mission: what was asked, a reminder of their own, a line that names them.</summary>
    private const int MostPings = Budget.MostAsks + 2;

    /// <summary>Of a mission's or a call's card: changes made together are one, and each yes or candidate is another.</summary>
    private const int MostEdits = 8;

    [Fact]
    public async Task In_a_busy_week_nobody_is_rung_more_than_promised_and_nothing_is_said_twice()
    {
        await using var week = await BusyWeek.LiveAsync();
        Member[] all = [.. week.Members, week.Claire];
        var asks = week.Members.ConvertAll(m => m.Told.Count(t => Budget.IsAsk(t) && m.IsRung(t)));
        TestContext.Current.TestOutputHelper?.WriteLine($"""
            asks: {asks.Sum()}, at most {asks.Max()} for one person
            pings: {all.Sum(m => m.User.Pings.Count)}, at most {week.Members.Where((_, i) => !BusyWeek.Leads.Contains(i)).Max(m => m.User.Pings.Count)} for a member, {all.Max(m => m.User.Pings.Count)} for a lead
            private messages: {all.Sum(m => m.Told.Count)}; in the channel: {week.Missions.Messages.Count}, edited {week.Missions.Messages.Sum(m => m.Edits.Count)} times
            """);

        Assert.InRange(asks.Sum(), 40, int.MaxValue);
        Assert.All(week.Members, Budget.HoldsToTheirCap);
        Assert.All(week.Members.Where((_, i) => !BusyWeek.Leads.Contains(i)), m => Assert.InRange(m.User.Pings.Count, 0, MostPings));
        Assert.All(all, Budget.IsToldOnce);
        Assert.All(all, Budget.SleepsAndRests);
        TheChannelHasOneCardEach(week, all);
    }

    /// <summary>One message for each mission that is not private, and one for each call; all else edits them, and nobody is rung there.</summary>
    private static void TheChannelHasOneCardEach(BusyWeek week, IEnumerable<Member> all)
    {
        Assert.Equal(week.Cards.Count, week.Missions.Messages.Count);
        Assert.All(week.Cards, label => Assert.Single(week.Missions.Messages, m => Budget.First(m).Text.Contains($"({label})", StringComparison.Ordinal) || Budget.First(m).Text.Contains($"\n{label},", StringComparison.Ordinal)));
        Assert.All(week.Missions.Messages, m => Assert.InRange(m.Edits.Count, 0, MostEdits));
        Assert.Contains(week.Missions.Messages, m => m.Edits.Count > 0);
        Assert.DoesNotContain(all.SelectMany(m => m.User.Pings), p => p.Channel == week.Missions);
    }
}
