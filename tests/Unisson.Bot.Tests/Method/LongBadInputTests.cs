using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Pledges;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>Very many pledges, very many years, and an end that comes twice: nobody is flooded, and nothing is said twice.</summary>
public sealed class LongBadInputTests
{
    private const string Learn = "claire> /mission close M1 learned:much where:here";

    [Fact]
    public async Task With_very_many_pledges_the_page_stays_short_and_says_how_many_more()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        var codes = new List<string?>();
        for (var i = 0; i < 200; i++)
        {
            codes.Add(TestBot.Refusal(await bot.SayAsync($"claire> /mission pledge M1 coworking \"{i} {new string('w', 190)}\"")));
            await bot.SayAsync($"claire> /mission pledge M1 P{i + 1} carried by:\"1 March\" reason:\"{new string('r', 290)}\"");
        }

        Assert.Equal((MissionPledge.Most, 200 - MissionPledge.Most), (codes.Count(c => c is null), codes.Count(c => c == "pledge.full")));
        var page = await bot.AskAsync("claire", "/mission show M1");
        Assert.InRange(page.Length, 1, 4096);
        Assert.Contains("\n… and 40 more.\n", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mission_of_five_years_is_spoken_of_monthly_and_each_year()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("claire> /mission status M1 running");

        var years = await bot.WaitAsync(TimeSpan.FromDays((365 * 5) + 3));
        foreach (var person in new[] { "claire", "bob", "me" })
        {
            Assert.InRange(Told(years, person, "Study (M1), this month."), 30, 60);
        }

        Assert.Equal((5, 5, 0), (Told(years, "bob", "A year ago you accepted"), Told(years, "me", "A year ago you accepted"), Told(years, "claire", "A year ago you accepted")));

        await bot.DoAsync("claire> /mission status M1 delivered", "claire> /mission pledge M1 P1 kept", Learn);
        var after = await bot.WaitAsync(TimeSpan.FromDays(800));
        Assert.Equal((1, 1), (Told(after, "claire", "ended three months ago"), Told(after, "claire", "ended a year ago")));
        Assert.Equal((1, 1), (Told(after, "me", "ended three months ago"), Told(after, "me", "ended a year ago")));
        Assert.Equal((0, 0), (Told(after, "bob", "ended"), Told(after, "bob", "A year ago you accepted")));
    }

    [Fact]
    public async Task An_end_that_was_taken_back_and_comes_again_is_looked_back_at_once()
    {
        await using var bot = await MethodWorld.DeliveredAsync();
        await bot.DoAsync("claire> /mission pledge M1 P1 kept", Learn);
        await bot.WaitAsync(TimeSpan.FromDays(100));
        await bot.DoAsync("claire> /mission lookback M1 coworking yes", "me> /mission status M1 delivered reason:\"one thing more\"", "claire> /mission close M1");

        var after = await bot.WaitAsync(TimeSpan.FromDays(800));

        Assert.Equal((1, 1), (Told(after, "claire", "ended three months ago"), Told(after, "claire", "ended a year ago")));
        Assert.Equal([3, 3, 12], await bot.SeeAsync(db => db.Lookbacks.OrderBy(l => l.Months).Select(l => l.Months).ToListAsync()));
    }

    /// <summary>How often somebody read these words in what was sent to them.</summary>
    private static int Told(string printed, string person, string words)
    {
        var (count, isTo) = (0, false);
        foreach (var line in printed.Split('\n'))
        {
            isTo = line.StartsWith("→ ", StringComparison.Ordinal) ? line.StartsWith($"→ {person} (private)", StringComparison.Ordinal) : isTo;
            count += isTo && line.Contains(words, StringComparison.Ordinal) ? 1 : 0;
        }

        return count;
    }
}
