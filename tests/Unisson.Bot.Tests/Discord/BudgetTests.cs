using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>A busy week of sixty people, counted at Discord's end: what each of them and each channel had to bear (rules 1, 2, 3 and 14).</summary>
public sealed class BudgetTests
{
    /// <summary>Ordinary asks leave while the load of the last two weeks is 2 at most, urgent ones up to 3.</summary>
    private const int MostAsks = 4;

    /// <summary>Of somebody who leads no mission: what was asked, a reminder of their own, a line that names them.</summary>
    private const int MostPings = MostAsks + 2;

    /// <summary>Of a mission's or a call's card: changes made together are one, and each yes or candidate is another.</summary>
    private const int MostEdits = 8;

    [Fact]
    public async Task In_a_busy_week_nobody_is_rung_more_than_promised_and_nothing_is_said_twice()
    {
        await using var week = await BusyWeek.LiveAsync();
        Member[] all = [.. week.Members, week.Claire];
        var asks = week.Members.ConvertAll(m => m.Told.Count(t => IsAsk(t) && m.IsRung(t)));
        TestContext.Current.TestOutputHelper?.WriteLine($"""
            asks: {asks.Sum()}, at most {asks.Max()} for one person
            pings: {all.Sum(m => m.User.Pings.Count)}, at most {week.Members.Where((_, i) => !BusyWeek.Leads.Contains(i)).Max(m => m.User.Pings.Count)} for a member, {all.Max(m => m.User.Pings.Count)} for a lead
            private messages: {all.Sum(m => m.Told.Count)}; in the channel: {week.Missions.Messages.Count}, edited {week.Missions.Messages.Sum(m => m.Edits.Count)} times
            """);

        Assert.InRange(asks.Sum(), 40, int.MaxValue);
        Assert.All(week.Members, m => HoldsToTheirCap(m));
        Assert.All(week.Members.Where((_, i) => !BusyWeek.Leads.Contains(i)), m => Assert.InRange(m.User.Pings.Count, 0, MostPings));
        Assert.All(all, IsToldOnce);
        Assert.All(all, SleepsAndRests);
        TheChannelHasOneCardEach(week, all);
    }

    /// <summary>Zero beyond the cap of each month, rest between asks, and each call asks once and comes back once.</summary>
    private static void HoldsToTheirCap(Member member)
    {
        var asks = member.Told.Where(t => IsAsk(t) && member.IsRung(t)).ToList();
        Assert.InRange(asks.Count, 0, MostAsks);
        Assert.All(asks.GroupBy(t => member.There(t.SentAt).Month), month => Assert.InRange(month.Count(), 0, member.Asks));
        Assert.All(member.Told.Where(IsAsk).GroupBy(t => (First(t).Buttons[0].CustomId, member.IsRung(t))), same => Assert.InRange(same.Count(), 1, same.Any(SaidOnlyLast) ? 2 : 1));
    }

    /// <summary>Whoever answered "only if nobody else can" is asked once more when that has come.</summary>
    private static bool SaidOnlyLast(StubMessage ask)
        => ask.Text.Contains("you come after all others", StringComparison.Ordinal) || ask.Text.Contains("tu passes après tout le monde", StringComparison.Ordinal);

    /// <summary>No two messages say the same, and a ping says it all in 120 characters.</summary>
    private static void IsToldOnce(Member member)
    {
        Assert.All(member.User.Dms.GroupBy(t => First(t).Text), same => Assert.Single(same));
        Assert.All(member.User.Pings, t => Assert.InRange(First(t).Text.Split('\n')[0].Replace("\\", "", StringComparison.Ordinal).Length, 1, 120));
    }

    /// <summary>Nothing but a reminder of one's own comes in the night; asks and what does not ring leave the weekend alone.</summary>
    private static void SleepsAndRests(Member member) => Assert.All(member.Told.Where(t => !Has(t, "reminder-done")), t =>
    {
        var at = member.There(t.SentAt);
        Assert.True(member.IsUp(t.SentAt), $"{member.User} was told at {at}: {t}");
        Assert.False((IsAsk(t) || !member.IsRung(t)) && at.DayOfWeek is NodaTime.IsoDayOfWeek.Saturday or NodaTime.IsoDayOfWeek.Sunday, $"{member.User} was told at {at}: {t}");
    });

    /// <summary>One message for each mission that is not private, and one for each call; all else edits them, and nobody is rung there.</summary>
    private static void TheChannelHasOneCardEach(BusyWeek week, IEnumerable<Member> all)
    {
        Assert.Equal(week.Cards.Count, week.Missions.Messages.Count);
        Assert.All(week.Cards, label => Assert.Single(week.Missions.Messages, m => First(m).Text.Contains($"({label})", StringComparison.Ordinal) || First(m).Text.Contains($"\n{label},", StringComparison.Ordinal)));
        Assert.All(week.Missions.Messages, m => Assert.InRange(m.Edits.Count, 0, MostEdits));
        Assert.Contains(week.Missions.Messages, m => m.Edits.Count > 0);
        Assert.DoesNotContain(all.SelectMany(m => m.User.Pings), p => p.Channel == week.Missions);
    }

    private static bool IsAsk(StubMessage message) => Has(message, "call-yes");

    private static bool Has(StubMessage message, string action) => First(message).Buttons.Any(b => b.CustomId?.Contains(action, StringComparison.Ordinal) == true);

    /// <summary>As it came, before it was edited.</summary>
    private static (string Text, IReadOnlyList<StubButton> Buttons) First(StubMessage message)
        => message.Edits is [var first, ..] ? (first.Text, first.Buttons) : (message.Text, message.Buttons);
}
