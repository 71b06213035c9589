using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

/// <summary>"Still true?": each quarter and each year, once, by day, and a silence is an answer.</summary>
public sealed class StillTrueTests
{
    private static readonly TimeSpan Week = TimeSpan.FromDays(7), Quarter = TimeSpan.FromDays(92);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_quarter_one_quiet_question_and_a_silence_leaves_all_as_it_is()
    {
        await using var bot = await GivenBobAsync();
        Assert.Equal(bot.Now.AddMonths(3), await DueAsync(bot));

        var asked = await bot.WaitAsync(Quarter);

        Assert.StartsWith("→ bob (private): Unisson: I may ask you at most 4 times a month, 8 h in all. Still true?\n  Without an answer all stays as it is.\n  [] Still true  [] Change  [] Stop all", Gestures.Plain(asked), StringComparison.Ordinal);
        Assert.Equal(Loudness.Quiet, (await bot.SeeAsync(db => db.Outbox.SingleAsync(Ct))).Loudness);
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(85)));
        await bot.RestartAsync();
        Assert.Contains("Still true?", await bot.WaitAsync(Week), StringComparison.Ordinal);
        Assert.Contains("up to 4 times a month", await bot.DoAsync("bob> /my show"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_waits_for_a_working_day_of_the_person()
    {
        // In the night to a Saturday; three months later it is a Sunday.
        await using var bot = await GivenBobAsync(new DateTimeOffset(2026, 11, 28, 2, 0, 0, TimeSpan.Zero));

        Assert.Equal("", await bot.WaitAsync(new DateTimeOffset(2027, 3, 1, 6, 59, 0, TimeSpan.Zero) - bot.Now));
        Assert.Contains("Still true?", await bot.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_asked_in_a_pause_nor_of_whoever_left()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /availability pause");
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(100)));
        await bot.DoAsync("bob> /availability resume");
        Assert.Contains("Still true?", await bot.WaitAsync(Quarter), StringComparison.Ordinal);

        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Memberships.Where(m => m.Asks > 0).ExecuteUpdateAsync(u => u.SetProperty(m => m.LeftAt, bot.Now), Ct));
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(400)));
    }

    [Fact]
    public async Task One_tap_says_the_same_again()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /dispo régler demandes:2 heures:1h30");
        var asked = await bot.WaitAsync(Quarter);
        Assert.Contains("Unisson : je peux te solliciter au plus 2 fois par mois, 1 h 30 en tout. C’est toujours vrai ?", asked, StringComparison.Ordinal);
        Assert.Contains("Sans réponse, tout reste comme c’est.", asked, StringComparison.Ordinal);

        var answer = await bot.DoAsync(Gestures.Tap("bob", asked, "C’est toujours vrai"));

        Assert.StartsWith("C’est noté. Voici ce que tu donnes :", answer, StringComparison.Ordinal);
        Assert.Equal((2, 90, bot.Now), await bot.SeeAsync(async db => (await db.Memberships.Where(m => m.Asks > 0).Select(m => m.Asks).SingleAsync(Ct), await db.People.Where(p => p.Name == "bob").Select(p => p.Capacity).SingleAsync(Ct), (await db.Memberships.SingleAsync(m => m.Asks > 0, Ct)).ConsentAt!.Value)));
        Assert.Equal(bot.Now.AddMonths(3), await DueAsync(bot));
    }

    [Fact]
    public async Task One_tap_stops_all_and_another_opens_what_to_change()
    {
        await using var bot = await GivenBobAsync();
        var change = await bot.SayAsync(Gestures.Tap("bob", await bot.WaitAsync(Quarter), "Change"));
        Assert.Equal("availability.empty", TestBot.Refusal(change));
        Assert.Contains("/availability set hours:8h asks:4 quiet:21h-8h", change, StringComparison.Ordinal);

        var stopped = await bot.DoAsync(Gestures.Tap("bob", await bot.WaitAsync(Quarter), "Stop all"));

        Assert.StartsWith("Noted: I ask nothing of you here.", stopped, StringComparison.Ordinal);

        Assert.Null(await DueAsync(bot));
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(400)));
    }

    [Fact]
    public async Task Hours_without_asks_are_nothing_to_ask_about()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("bob> /availability set hours:8h");
        Assert.Null(await DueAsync(bot));

        await bot.DoAsync("bob> /availability set asks:3 hours:0");
        var asked = await bot.WaitAsync(Quarter);
        Assert.Contains("I may ask you at most 3 times a month, and you named no hours. Still true?", asked, StringComparison.Ordinal);
        await bot.DoAsync(Gestures.Tap("bob", asked, "Still true"));
        Assert.Equal(0, await bot.SeeAsync(db => db.People.Where(p => p.Name == "bob").Select(p => p.Capacity).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Nobody_presses_for_somebody_else()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /experience add coworking maintained", "eve> /experience list");
        var (person, experience) = await bot.SeeAsync(async db => (await db.People.Where(p => p.Name == "bob").Select(p => p.Id).SingleAsync(Ct), await db.Experiences.Select(x => x.Id).SingleAsync(Ct)));

        foreach (var code in new[] { $"v1:availability-still-true:{person}", $"v1:availability-change:{person}", $"v1:experience-remove:{experience}", $"v1:experience-still-true:{experience}" })
        {
            var incoming = new Incoming("terminal", code, "eve", "eve", null) { Action = code };
            Assert.Equal("action.gone", (await bot.Host.Dispatcher.HandleAsync(incoming, 1, Ct)).Reply.Refused);
        }
    }

    [Fact]
    public async Task Where_somebody_cannot_be_written_to_one_question_waits_and_not_one_a_quarter()
    {
        await using var bot = await GivenBobAsync();
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Accounts.ExecuteUpdateAsync(u => u.SetProperty(a => a.IsReachable, false), Ct));
        Assert.Equal("", await bot.WaitAsync(4 * Quarter));

        var row = await bot.SeeAsync(db => db.Outbox.SingleAsync(Ct));
        Assert.Equal(Parking.Private, row.Parked);
        var waited = await bot.SeeAsync(db => Waiting.OfAsync(db, "terminal", row.PersonId!.Value, new Say(Language.English, DateTimeZone.Utc, bot.Now), Ct));
        Assert.Contains("Still true?", waited[^1].Reply.First, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_was_seen_is_not_edited_into_the_next()
    {
        await using var bot = await GivenBobAsync();
        var person = await bot.SeeAsync(db => db.People.Where(p => p.Name == "bob").Select(p => p.Id).SingleAsync(Ct));
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            (await scope.Db.Accounts.SingleAsync(a => a.PersonId == person, Ct)).PrivateChannel = "bob";
            scope.Db.Posted.Add(new Posted { Door = "terminal", Channel = "bob", Card = $"still-true:1:{person}", MessageId = "old", PostedAt = bot.Now });
            await scope.Db.SaveChangesAsync(Ct);
        });

        await bot.WaitAsync(Quarter);

        Assert.DoesNotContain(await bot.SeeAsync(db => db.Posted.ToListAsync(Ct)), p => p.MessageId == "old");
    }

    private static async Task<TestBot> GivenBobAsync(DateTimeOffset? now = null)
    {
        var bot = await TestBot.StartAsync(now);
        await bot.DoAsync("/common add coworking name:Coworking", "bob> /availability set asks:4 hours:8h");
        return bot;
    }

    private static Task<DateTimeOffset?> DueAsync(TestBot bot) => bot.SeeAsync(db => db.Memberships.MinAsync(m => m.StillTrueAt, Ct));
}
