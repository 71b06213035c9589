using Unisson.Discord.Stub;
using Xunit;

namespace Unisson.Bot.Tests.Discord;

/// <summary>What the bot promises each person, however long they live with it (rules 1, 2, 3 and 14).</summary>
internal static class Budget
{
    /// <summary>In seven days: ordinary asks leave while the load of the last two weeks is 2 at most, urgent ones up to 3.</summary>
    public const int MostAsks = 4;

    /// <summary>Zero beyond the cap of each month, rest between asks, and each call asks once, and once more for each time that they put themselves last.</summary>
    public static void HoldsToTheirCap(Member member)
    {
        var asks = member.Told.Where(t => IsAsk(t) && member.IsRung(t)).ToList();
        Assert.All(asks, first => Assert.InRange(asks.Count(t => t.SentAt >= first.SentAt && t.SentAt < first.SentAt.AddDays(7)), 1, MostAsks));
        Assert.All(asks.GroupBy(t => member.There(t.SentAt).Month), month => Assert.InRange(month.Count(), 0, member.Asks));
        Assert.All(member.Told.Where(IsAsk).GroupBy(t => (First(t).Buttons[0].CustomId, member.IsRung(t))), same => Assert.InRange(same.Count(), 1, 1 + same.Count(SaidOnlyLast)));
    }

    /// <summary>Whoever answered "only if nobody else can" is asked once more when that has come, each time they answer so.</summary>
    private static bool SaidOnlyLast(StubMessage ask)
        => ask.Text.Contains("you come after all others", StringComparison.Ordinal) || ask.Text.Contains("tu passes après tout le monde", StringComparison.Ordinal);

    /// <summary>No two messages say the same, but for what comes again by its nature and then on another day, and a ping says it all in 120 characters.</summary>
    public static void IsToldOnce(Member member)
    {
        Assert.All(member.User.Dms.GroupBy(t => (First(t).Text, ComesAgain(t) ? member.There(t.SentAt).Date : default)), same => Assert.Single(same));
        Assert.All(member.User.Pings, t => Assert.InRange(First(t).Text.Split('\n')[0].Replace("\\", "", StringComparison.Ordinal).Length, 1, 120));
    }

    /// <summary>Nothing but a reminder of one's own comes in the night; asks and what does not ring leave the weekend alone.</summary>
    public static void SleepsAndRests(Member member) => Assert.All(member.Told.Where(t => !Has(t, "reminder-done")), t =>
    {
        var at = member.There(t.SentAt);
        Assert.True(member.IsUp(t.SentAt), $"{member.User} was told at {at}: {t}");
        Assert.False((IsAsk(t) || !member.IsRung(t)) && at.DayOfWeek is NodaTime.IsoDayOfWeek.Saturday or NodaTime.IsoDayOfWeek.Sunday, $"{member.User} was told at {at}: {t}");
    });

    public static bool IsAsk(StubMessage message) => Has(message, "call-yes");

    public static bool Has(StubMessage message, string action) => First(message).Buttons.Any(b => b.CustomId?.Contains(action, StringComparison.Ordinal) == true);

    /// <summary>As it came, before it was edited.</summary>
    public static (string Text, IReadOnlyList<StubButton> Buttons) First(StubMessage message)
        => message.Edits is [var first, ..] ? (first.Text, first.Buttons) : (message.Text, message.Buttons);

    /// <summary>A rhythm of one's own, the end of a pause, and the question of each quarter.</summary>
    private static bool ComesAgain(StubMessage message) => Has(message, "reminder-done") || Has(message, "availability-longer") || Has(message, "availability-still-true");
}
