using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Missions;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>
/// The machine's clock is wrong of a sudden, on Friday 27 November 2026 at 11:30 in Paris, when everything that comes by itself has come that
/// very morning and more of it is to come.
/// </summary>
public sealed class WrongClockTests
{
    private static readonly DateTimeOffset Wrong = new(2026, 11, 27, 10, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2026, 12, 22, 11, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-24, false)]
    [InlineData(-24, true)]
    [InlineData(-1, false)]
    [InlineData(-1, true)]
    [InlineData(21 * 24, false)]
    [InlineData(21 * 24, true)]
    public async Task It_sends_nothing_twice_and_loses_nothing(int hours, bool restarts)
    {
        await using var bot = await TestBot.StartAsync();
        var said = new Said(bot);
        said.Listen();
        await BeginAsync(bot);
        await bot.WaitAsync(new DateTimeOffset(2026, 11, 26, 13, 0, 0, TimeSpan.Zero) - bot.Now);
        await bot.DoAsync("claire> /commoners call coworking mission:M1 places:2 hours:2h by:\"9 December\" terms:paid");
        await bot.WaitAsync(Wrong - bot.Now);

        bot.Clock.Set(Wrong.AddHours(hours));
        if (restarts)
        {
            await bot.RestartAsync();
            said.Listen();
        }

        await bot.DoAsync("dan> /help");
        await bot.WaitAsync(End - bot.Now);

        Days(said, forward: hours > 0);
        Assert.All(["one", "two", "three"], mark => Assert.Single(said.Of("bob", mark)));
        foreach (var who in new[] { "claire", "bob" })
        {
            var rungs = said.Lines(who, "Lons (M1)").FindAll(l => l.Contains("due ", StringComparison.Ordinal));
            Assert.Equal(rungs.Distinct().Count(), rungs.Count);
            Assert.Equal(hours > 0 ? 2 : 5, rungs.Count);
        }

        Assert.Single(said.Lines("dan", "Your pause ends today"));
        await AsksAsync(bot);
    }

    private static async Task BeginAsync(TestBot bot)
    {
        await bot.DoAsync("claire> /common add coworking", "claire> /mission open Lons commons:coworking deadline:\"12 December\"", "bob> /mission join M1 role:provider");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.RoleHolders.Where(h => h.Holding == Holding.Candidate).ExecuteUpdateAsync(u => u.SetProperty(h => h.Holding, Holding.Active)));
        await bot.DoAsync("claire> /mission edit M1 place:Lons");
        foreach (var name in new[] { "ana", "cy", "dan", "eve" })
        {
            await bot.DoAsync($"{name}> /experience add coworking contributed", $"{name}> /availability set asks:4 hours:20h");
        }

        await bot.DoAsync(
            "dan> /availability pause until:\"27 November\"",
            "claire> /reminder add \"every day at 11:00\" =own=", "claire> /reminder add \"every day at 11:10\" =team= mission:M1",
            "bob> /reminder add \"27 November 10:00\" =one=", "bob> /reminder add \"27 November 12:00\" =two=", "bob> /reminder add \"19 December 12:00\" =three=");
        var incoming = new Incoming(Conversation.Door, "channel", "claire", "claire", null) { Text = "/reminder add \"every day at 11:20\" =channel= for:channel", TypedIn = "#lons" };
        Assert.Null((await bot.Host.Dispatcher.HandleAsync(incoming, Conversation.Local, TestContext.Current.CancellationToken)).Reply.Refused);
    }

    /// <summary>Each day once; of days that were jumped over, the last is told as past at once.</summary>
    private static void Days(Said said, bool forward)
    {
        var all = Enumerable.Range(0, 29).Select(d => new DateOnly(2026, 11, 24).AddDays(d)).ToList();
        var wanted = forward ? all.FindAll(d => d <= new DateOnly(2026, 11, 27) || d >= new DateOnly(2026, 12, 18)) : all;
        foreach (var (who, mark, minute) in new[] { ("claire", "own", 0), ("claire", "team", 10), ("bob", "team", 10), ("#lons", "channel", 20) })
        {
            var came = said.Of(who, mark);
            Assert.Equal(wanted, came.ConvertAll(c => DateOnly.FromDateTime(c.UtcDateTime)));
            Assert.All(came, c => Assert.True(c.UtcDateTime.TimeOfDay == new TimeSpan(10, minute, 0) || (forward && c == Wrong.AddDays(21)), $"{who} was told of {mark} at {c}."));
        }
    }

    /// <summary>Everybody who was planned was asked once or let go, and the call ended.</summary>
    private static async Task AsksAsync(TestBot bot)
    {
        var (asks, rows, call) = await bot.SeeAsync(async db => (await db.Asks.ToListAsync(), await db.Outbox.Where(o => o.AskId != null).ToListAsync(), await db.Calls.SingleAsync()));
        Assert.NotEmpty(asks);
        Assert.Contains(asks, a => a.SentAt is not null);
        Assert.All(asks.Where(a => a.SentAt is not null), a => Assert.Equal((1, 1), (a.Times, rows.Count(r => r.AskId == a.Id && r.SentAt is not null))));
        Assert.Equal(asks.Count, asks.DistinctBy(a => a.PersonId).Count());
        Assert.DoesNotContain(asks, a => a.State is AskState.Planned or AskState.Sent);
        Assert.Equal(CallState.Expired, call.State);
    }
}
