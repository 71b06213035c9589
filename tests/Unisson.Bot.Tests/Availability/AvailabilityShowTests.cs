using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

public sealed class AvailabilityShowTests
{
    [Fact]
    public async Task Who_said_nothing_hears_that_nothing_is_asked()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.SayAsync("/dispo voir");

        Assert.StartsWith("Je ne te demande rien ici : tu n’y as pas dit oui. Zéro est une bonne réponse.", answer, StringComparison.Ordinal);
        Assert.Contains("Je ne t’ai encore rien demandé.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_and_what_is_promised_this_month_is_said_and_the_date_of_the_last_ask()
    {
        await using var bot = await GivenBobAsync("asks:4 hours:8h");
        await AskedAsync(bot);

        var waiting = await bot.DoAsync("bob> /availability show");
        Assert.Contains("This month: 0 min promised, 6 h held by what waits for your answer, 2 h left.", waiting, StringComparison.Ordinal);
        Assert.Contains("I last asked you something on Tuesday 24 November.", waiting, StringComparison.Ordinal);

        await bot.DoAsync("bob> /call answer C1 yes");
        Assert.Contains("This month: 6 h promised, 0 min held by what waits for your answer, 2 h left.", await bot.DoAsync("bob> /availability show"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("asks:1 hours:8h", "this month you were asked as often as you agreed to")]
    [InlineData("asks:4 hours:6h", "your hours of this month are all taken")]
    public async Task Why_somebody_is_held_back_is_told_to_them(string giving, string reason)
    {
        await using var bot = await GivenBobAsync(giving);
        await AskedAsync(bot);

        Assert.Contains(reason, await bot.DoAsync("bob> /availability show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_asked_often_lately_hears_until_when_they_rest()
    {
        await using var bot = await GivenBobAsync("asks:4 hours:20h");
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.People.Where(p => p.Name == "bob")
            .ExecuteUpdateAsync(u => u.SetProperty(p => p.Fatigue, 4).SetProperty(p => p.LastAskedAt, bot.Now), TestContext.Current.CancellationToken));

        // 4 fades to 2 in 14 days times ln 2: 9 waking days and 10 hours, from 10:00.
        Assert.Contains("I leave you in peace until Thursday 3 December, unless it is urgent.", await bot.DoAsync("bob> /availability show"), StringComparison.Ordinal);

        await bot.WaitAsync(TimeSpan.FromDays(11));
        Assert.DoesNotContain("in peace", await bot.DoAsync("bob> /availability show"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> GivenBobAsync(string giving)
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "bob> /experience add coworking contributed", $"bob> /availability set {giving}");
        return bot;
    }

    private static Task<string> AskedAsync(TestBot bot) => bot.DoAsync(
        "/mission open \"Étude coworking\" commons:coworking",
        "/commoners call coworking mission:M1 hours:6h by:\"27 November\" terms:paid");
}
