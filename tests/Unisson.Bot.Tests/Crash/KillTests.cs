using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Contributions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Xunit;

namespace Unisson.Bot.Tests.Crash;

/// <summary>
/// Confirmed means stored (rule 16), whatever moment the plug is pulled. <c>TEST_KILLS</c> sets how often each story is killed, 10 by
/// default.
/// </summary>
public sealed class KillTests : IDisposable
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("TEST_KILLS") ?? "10", CultureInfo.InvariantCulture);

    private readonly string _folder = Directory.CreateTempSubdirectory("unisson-kill-").FullName;
    private readonly Random _random = new(20261124);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_answered_line_is_stored_exactly_once()
    {
        var answered = new List<string>();
        var typed = new HashSet<string>();
        using (var first = ChildBot.Start(_folder))
        {
            Assert.NotNull(await first.SayAsync("/common add coworking"));
            Assert.Equal(0, await first.EndAsync(TestContext.Current.CancellationToken));
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = ChildBot.Start(_folder);
            var number = 0;
            var dies = Task.CompletedTask;
            while (true)
            {
                var what = $"line {kill}-{number++}";
                typed.Add(what);
                if (await bot.SayAsync($"/contribution log coworking 1h \"{what}\"") is not { } block)
                {
                    break;
                }

                Assert.Contains("L", block, StringComparison.Ordinal);
                answered.Add(what);
                if (number == 1)
                {
                    dies = KillAfterAsync(bot, _random.Next(1, 250));
                }
            }

            Assert.True(number > 1, "Each life answers at least once before its end.");
            await dies;
        }

        await using var store = Store.Open(Path.Combine(_folder, "unisson.db"));
        await using var db = store.Read();
        var stored = await db.LedgerTexts.Select(t => t.What).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(stored.Count, stored.Distinct().Count());
        Assert.Empty(answered.Except(stored));
        Assert.Empty(stored.Except(typed));
        Assert.Null((await LedgerCheck.RunAsync(db, Bot.Terminal.Conversation.Local, TestContext.Current.CancellationToken)).Fault);
    }

    [Fact]
    public async Task Every_reminder_comes_exactly_once()
    {
        const int Reminders = 19;
        using (var first = ChildBot.Start(_folder, "--at", "2026-12-01T09:00+01:00"))
        {
            for (var i = 1; i <= Reminders; i++)
            {
                Assert.Contains($"R{i}", await first.SayAsync($"/reminder add \"in {i} days\" \"task {i}\""), StringComparison.Ordinal);
            }

            Assert.Equal(0, await first.EndAsync(TestContext.Current.CancellationToken));
        }

        for (var kill = 0; kill < Kills; kill++)
        {
            using var bot = ChildBot.Start(_folder);
            await bot.SayAsync("/about");
            var dies = KillAfterAsync(bot, _random.Next(0, 120));
            while (await bot.SayAsync("/wait 1 day") is not null)
            {
            }

            await dies;
        }

        using (var last = ChildBot.Start(_folder))
        {
            Assert.NotNull(await last.SayAsync("/wait 30 days"));
            Assert.Equal(0, await last.EndAsync(TestContext.Current.CancellationToken));
        }

        await using var store = Store.Open(Path.Combine(_folder, "unisson.db"));
        await using var db = store.Read();
        var ids = await db.Reminders.Select(r => r.Id).ToListAsync(TestContext.Current.CancellationToken);
        var sent = await db.Outbox.Where(o => o.SentAt != null).Select(o => o.Subject).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal(Reminders, ids.Count);
        Assert.Equal(ids.Select(id => $"reminder:{id}").Order(), sent.Order());
        Assert.Equal(0, await db.Reminders.CountAsync(r => r.State == ReminderState.Active, TestContext.Current.CancellationToken));
    }

    private static async Task KillAfterAsync(ChildBot bot, int milliseconds)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System);
        bot.Kill();
    }
}
