using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

/// <summary>"Still true?" of what somebody said of commons: each year, and once.</summary>
public sealed class StillKnownTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_said_of_a_common_is_asked_each_year_with_the_rest()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking name:Coworking", "bob> /availability set asks:4 hours:8h", "/common add velo", "/common add jardin", "bob> /experience add coworking contributed since:2019", "bob> /experience add jardin used");
        await bot.WaitAsync(TimeSpan.FromDays(3));
        await bot.DoAsync("bob> /experience add velo used");
        await MuteAsync(bot, "jardin");
        var quarters = await QuartersAsync(bot, 8);

        Assert.All(quarters[..3], q => Assert.DoesNotContain("“", q, StringComparison.Ordinal));
        Assert.Contains("And of commons you said, a year ago or more:\n  Coworking: “I contribute to it”, since 2019\n  Without an answer", quarters[3], StringComparison.Ordinal);
        Assert.Contains("[] Stop all  [] Take back: Coworking", Gestures.Plain(quarters[3]), StringComparison.Ordinal);
        Assert.Contains("\n  velo: “I use it”\n", quarters[4], StringComparison.Ordinal);
        Assert.DoesNotContain("jardin", string.Concat(quarters), StringComparison.Ordinal);

        // Two years of silence: asked twice, and still there.
        Assert.Equal(2, quarters.Count(q => q.Contains("Coworking", StringComparison.Ordinal)));
        Assert.Equal(3, await bot.SeeAsync(db => db.Experiences.CountAsync(Ct)));
    }

    [Fact]
    public async Task Who_gives_nothing_is_asked_about_commons_only_once_a_year_and_answers_by_a_tap()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking name:Coworking", "/common add velo", "bob> /expérience ajouter coworking soin", "bob> /expérience ajouter velo usage");
        Assert.Equal(bot.Now.AddMonths(12), await DueAsync(bot));
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(360)));

        var asked = await bot.WaitAsync(TimeSpan.FromDays(7));

        Assert.StartsWith("→ bob (private): Unisson : voici tes liens avec des communs, tels que tu les as dits il y a un an ou plus. C’est toujours vrai ?\n  Coworking : « J’en prends soin »\n  velo : « Je m’en sers »\n", asked, StringComparison.Ordinal);
        Assert.Contains("[] Toujours vrai : Coworking  [] Retirer : Coworking  [] Toujours vrai : velo  [] Retirer : velo", Gestures.Plain(asked), StringComparison.Ordinal);
        Assert.StartsWith("C’est redit pour Coworking : « J’en prends soin ».", await bot.DoAsync(Gestures.Tap("bob", asked, "Toujours vrai : Coworking")), StringComparison.Ordinal);
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(360)));
        var again = await bot.WaitAsync(TimeSpan.FromDays(14));
        Assert.StartsWith("Ton expérience de velo est retirée", await bot.DoAsync(Gestures.Tap("bob", again, "Retirer : velo")), StringComparison.Ordinal);
        await bot.DoAsync("bob> /experience remove coworking");

        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(800)));
        Assert.Null(await DueAsync(bot));
    }

    private static async Task<List<string>> QuartersAsync(TestBot bot, int count)
    {
        var quarters = new List<string>();
        for (var i = 0; i < count; i++)
        {
            quarters.Add(await bot.WaitAsync((await DueAsync(bot))!.Value + TimeSpan.FromDays(5) - bot.Now));
        }

        return quarters;
    }

    private static Task<DateTimeOffset?> DueAsync(TestBot bot) => bot.SeeAsync(db => db.Memberships.MinAsync(m => m.StillTrueAt, Ct));

    private static Task MuteAsync(TestBot bot, string slug) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        var person = await scope.Db.People.SingleAsync(p => p.Name == "bob", Ct);
        scope.Db.Mutes.Add(new Mute { CommunityId = 1, PersonId = person.Id, CommonId = (await scope.Db.Commons.SingleAsync(c => c.Slug == slug, Ct)).Id });
        await scope.Db.SaveChangesAsync(Ct);
    });
}
