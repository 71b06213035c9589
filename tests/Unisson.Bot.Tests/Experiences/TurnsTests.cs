using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Experiences;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Experiences;

public sealed class TurnsTests
{
    [Fact]
    public async Task Who_said_yes_and_gives_hours_may_be_asked_until_anything_of_it_ends()
    {
        await using var bot = await GivenBobAsync();

        Assert.True(await AfterAsync(bot, (_, _) => { }));
        Assert.False(await AfterAsync(bot, (_, m) => m.Asks = 0));
        Assert.True(await AfterAsync(bot, (_, m) => m.Asks = 1));
        Assert.False(await AfterAsync(bot, (p, _) => p.Capacity = 0));
        Assert.True(await AfterAsync(bot, (p, _) => p.Capacity = 60));
        Assert.False(await AfterAsync(bot, (p, _) => p.PausedAt = bot.Now));
        Assert.True(await AfterAsync(bot, (p, _) => p.PausedAt = null));
        Assert.False(await AfterAsync(bot, (_, m) => m.LeftAt = bot.Now));
        Assert.True(await AfterAsync(bot, (_, m) => m.LeftAt = null));
    }

    [Fact]
    public async Task A_muted_common_is_not_asked_about_and_the_others_are()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("/common add velo");
        await WriteAsync(bot, async db =>
        {
            var ids = await db.Commons.OrderBy(c => c.Id).Select(c => c.Id).ToListAsync();
            db.Experiences.Add(new Experience { CommunityId = 1, PersonId = Bob, CommonId = ids[1] }.Declare(Level.Used, default));
            db.Mutes.Add(new Mute { CommunityId = 1, PersonId = Bob, CommonId = ids[0] });
            await Turns.KeepAsync(db, Bob, default);
        });

        Assert.Equal([false, true], await bot.SeeAsync(db => db.Experiences.OrderBy(x => x.CommonId).Select(x => x.IsAskable).ToListAsync()));
    }

    [Fact]
    public async Task An_ask_starts_the_turn_again_and_a_dropped_plan_gives_it_back()
    {
        await using var bot = await GivenBobAsync();
        var march = bot.Now.AddMonths(-8);
        await AfterAsync(bot, (p, _) => p.LastAskedAt = march);
        Assert.Equal(march, await RestedAsync(bot));

        await WriteAsync(bot, db => Turns.AskedAsync(db, Bob, bot.Now, default));
        Assert.Equal(bot.Now, await RestedAsync(bot));

        await WriteAsync(bot, db => Turns.KeepAsync(db, Bob, default));
        Assert.Equal(march, await RestedAsync(bot));
    }

    private const long Bob = 2;

    private static async Task<TestBot> GivenBobAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");
        await bot.SayAsync("bob> /common add");
        await WriteAsync(bot, async db =>
        {
            var common = await db.Commons.SingleAsync();
            (await db.People.SingleAsync(p => p.Id == Bob)).Capacity = 480;
            (await db.Memberships.SingleAsync(m => m.PersonId == Bob)).Asks = 2;
            db.Experiences.Add(new Experience { CommunityId = 1, PersonId = Bob, CommonId = common.Id }.Declare(Level.Contributed, default));
            await Turns.KeepAsync(db, Bob, default);
        });
        return bot;
    }

    private static async Task<bool> AfterAsync(TestBot bot, Action<Person, Membership> change)
    {
        await WriteAsync(bot, async db =>
        {
            change(await db.People.SingleAsync(p => p.Id == Bob), await db.Memberships.SingleAsync(m => m.PersonId == Bob));
            await Turns.KeepAsync(db, Bob, default);
        });
        return await bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync());
    }

    private static Task<DateTimeOffset> RestedAsync(TestBot bot) => bot.SeeAsync(db => db.Experiences.Select(x => x.RestedSince).SingleAsync());

    private static Task WriteAsync(TestBot bot, Func<BotDb, Task> work) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        await work(scope.Db);
        await scope.Db.SaveChangesAsync();
    });
}
