using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Calls;
using Unisson.Bot.Tests.Harness;
using Unisson.Bot.Tests.Reminders;
using Xunit;

namespace Unisson.Bot.Tests.Due;

public sealed class HousekeepingTests
{
    [Fact]
    public async Task Answers_live_a_day_keys_a_month_and_the_words_of_messages_a_week()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter \"dans 2 heures\" pain");
        await bot.WaitAsync(TimeSpan.FromHours(3));
        Assert.NotNull(await ReplyAsync(bot));
        Assert.NotNull(await BodyAsync(bot));

        // The day's answers are a day old at 04:00 of the day after the next.
        await bot.WaitAsync(TimeSpan.FromHours(16));
        Assert.NotNull(await ReplyAsync(bot));
        await bot.WaitAsync(TimeSpan.FromHours(24));
        Assert.Null(await ReplyAsync(bot));
        Assert.NotNull(await BodyAsync(bot));

        await bot.WaitAsync(TimeSpan.FromDays(7));
        Assert.Null(await BodyAsync(bot));
        Assert.Equal(1, await bot.SeeAsync(db => db.Inbox.CountAsync()));

        await bot.WaitAsync(TimeSpan.FromDays(23));
        Assert.Equal(0, await bot.SeeAsync(db => db.Inbox.CountAsync()));
        Assert.Equal(1, await bot.SeeAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Drafts_go_once_they_expired()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain pain");
        await DeadlineLadderTests.ChangeAsync(bot, db =>
        {
            db.Drafts.AddRange(Draft(bot.Now.AddMinutes(15)), Draft(bot.Now.AddDays(1)));
            return Task.CompletedTask;
        });

        await bot.WaitAsync(TimeSpan.FromHours(20));

        Assert.Equal(bot.Now.AddHours(4), await bot.SeeAsync(db => db.Drafts.Select(d => d.Until).SingleAsync()));
    }

    [Fact]
    public async Task It_wakes_once_a_day_and_only_once_there_is_something_to_keep()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Null(await bot.Host.Due.NextAsync(TestContext.Current.CancellationToken));

        await bot.DoAsync("claire> /rappel liste");
        await bot.DoAsync("claire> /rappel ajouter \"dans 40 jours\" pain");
        var stops = new List<DateTimeOffset>();
        for (var day = 0; day < 3; day++)
        {
            var next = (await bot.Host.Due.NextAsync(TestContext.Current.CancellationToken))!.Value;
            stops.Add(next);
            await bot.WaitAsync(next - bot.Now);
        }

        Assert.Equal([new(2026, 11, 25, 4, 0, 0, TimeSpan.Zero), new(2026, 11, 26, 4, 0, 0, TimeSpan.Zero), new(2026, 11, 27, 4, 0, 0, TimeSpan.Zero)], stops);
    }

    [Fact]
    public async Task More_than_a_batch_is_emptied_along_its_index()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter \"dans 40 jours\" pain");
        await DeadlineLadderTests.ChangeAsync(bot, db =>
        {
            for (var i = 0; i < 12_001; i++)
            {
                db.Inbox.Add(new InboxRow { Door = "x", Key = $"{i}", PersonId = 1, At = bot.Now.AddDays(-40).AddMinutes(i * 5), Reply = "{}" });
            }

            return Task.CompletedTask;
        });

        await bot.WaitAsync(TimeSpan.FromHours(20));

        var kept = new DateTimeOffset(2026, 11, 25, 4, 0, 0, TimeSpan.Zero);
        Assert.True(await bot.SeeAsync(db => db.Inbox.MinAsync(i => i.At)) > kept.AddDays(-30));
        Assert.False(await bot.SeeAsync(db => db.Inbox.AnyAsync(i => i.At <= kept.AddDays(-1) && i.Reply != null)));
        Assert.False(await bot.SeeAsync(db => db.Inbox.AnyAsync(i => i.At > kept.AddDays(-1) && i.Reply == null)));
    }

    [Fact]
    public async Task What_somebody_was_asked_is_gone_after_12_months_and_what_they_promised_stays()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.GivesAsync("bob");
        await v.Bot.DoAsync("claire> /commoners call coworking mission:M1 places:2 hours:2h by:\"15 December\" terms:paid");
        await v.Bot.WaitAsync(TimeSpan.FromDays(1));
        await v.Bot.DoAsync("ana> /call answer C1 yes", "bob> /call answer C1 no");
        await DeadlineLadderTests.ChangeAsync(v.Bot, async db =>
        {
            var never = db.Outbox.Add(await NeverSeenAsync(db)).Entity;
            db.Posted.Add(new Posted { Door = "discord", Channel = "5", Card = $"ask:{never.AskId}:1", MessageId = "6", PostedAt = v.Bot.Now });
            db.Posted.Add(new Posted { Door = "discord", Channel = "5", Card = "call:1", MessageId = "7", PostedAt = v.Bot.Now });
        });

        await v.Bot.WaitAsync(TimeSpan.FromDays(363));
        Assert.Equal([AskState.Accepted, AskState.Declined], await StatesAsync(v.Bot));
        Assert.Equal(3, await v.Bot.SeeAsync(db => db.Outbox.CountAsync(o => o.AskId != null)));

        await v.Bot.WaitAsync(TimeSpan.FromDays(3));
        Assert.Equal([AskState.Accepted], await StatesAsync(v.Bot));
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Outbox.CountAsync(o => o.AskId != null)));
        Assert.Equal(["call:1"], await v.Bot.SeeAsync(db => db.Posted.Select(p => p.Card).ToListAsync()));
    }

    [Fact]
    public async Task What_can_still_be_answered_stays_however_long_ago_it_was_asked()
    {
        await using var v = await Village.StartAsync();
        await v.GivesAsync("ana");
        await v.Bot.DoAsync("claire> /commoners call coworking mission:M1 hours:2h by:\"15 December\" terms:paid", "ana> /call answer C1 reserve");
        await DeadlineLadderTests.ChangeAsync(v.Bot, db => db.Asks.ExecuteUpdateAsync(u => u.SetProperty(a => a.PlannedAt, v.Bot.Now.AddYears(-2))));

        await v.Bot.WaitAsync(TimeSpan.FromHours(20));

        Assert.Equal([AskState.Reserve], await StatesAsync(v.Bot));
    }

    private static Draft Draft(DateTimeOffset until) => new() { PersonId = 1, CommunityId = 1, Line = "{}", Until = until };

    private static Task<string?> ReplyAsync(TestBot bot) => bot.SeeAsync(db => db.Inbox.Select(i => i.Reply).SingleAsync());

    private static Task<string?> BodyAsync(TestBot bot) => bot.SeeAsync(db => db.Outbox.Select(o => o.Body).SingleAsync());

    /// <summary>An ask that found its person's private messages closed, and waits for their own next command.</summary>
    private static async Task<OutboxRow> NeverSeenAsync(BotDb db) => new()
    {
        CommunityId = 1,
        Door = "terminal",
        PersonId = 1,
        Subject = "call:1",
        AskId = await db.Asks.Where(a => a.State == AskState.Declined).Select(a => a.Id).SingleAsync(),
        Parked = Parking.Private,
        Body = "{}",
    };

    private static Task<List<AskState>> StatesAsync(TestBot bot) => bot.SeeAsync(db => db.Asks.OrderBy(a => a.Id).Select(a => a.State).ToListAsync());
}
