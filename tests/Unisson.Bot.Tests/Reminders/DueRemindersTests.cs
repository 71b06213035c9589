using CsCheck;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Reminders;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class DueRemindersTests
{
    private static readonly string[] AroundChanges = ["2027-03-28T02:30", "2027-03-28T03:30", "2027-03-28T01:59", "2027-10-31T02:30", "2027-10-31T01:30", "2027-10-31T03:00"];

    [Fact]
    public async Task More_than_a_batch_comes_once_each_and_one_person_gets_one_message()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel liste");
        await DeadlineLadderTests.ChangeAsync(bot, async db =>
        {
            for (var i = 0; i < 1200; i++)
            {
                await AddAsync(db, 1000 + i, bot.Now.AddMinutes(1).AddTicks(i));
            }

            // First and last in the row, so that they fall into different batches.
            db.Reminders.Add(Row(1000, 2, bot.Now.AddMinutes(1).AddTicks(5000)));
        });

        bot.Clock.Set(bot.Now.AddMinutes(2));
        await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);
        await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

        Assert.Equal(1200, await bot.SeeAsync(db => db.Outbox.CountAsync()));
        Assert.Equal(1200, await bot.SeeAsync(db => db.Outbox.Select(o => o.PersonId).Distinct().CountAsync()));
        Assert.Equal(1201, await bot.SeeAsync(db => db.Reminders.CountAsync(r => r.State == ReminderState.Sent)));
        Assert.Contains("reminder-all-done", await bot.SeeAsync(db => db.Outbox.Where(o => o.PersonId == 1000).Select(o => o.Body).SingleAsync()), StringComparison.Ordinal);
        Assert.Empty(bot.Unexpected);
    }

    [Fact]
    public async Task A_clock_set_back_by_a_day_sends_nothing_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h30 pain", "claire> /mission ouvrir Lons limite:\"27 novembre\"");
        Assert.Equal(2, DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromHours(25))).Count);

        bot.Clock.Set(bot.Now.AddDays(-1));
        await bot.DoAsync("claire> /mission modifier M1 lieu:Lons");

        Assert.Empty(DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromHours(25))));
        Assert.Equal(2, DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(5))).Count);
    }

    [Fact]
    public async Task A_row_that_cannot_be_worked_on_is_set_aside_and_holds_up_no_other()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h pain", "claire> /rappel ajouter demain 9h lait", "bob> /rappel ajouter demain 9h sel");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.Reminders.Where(r => r.What == "pain").ExecuteUpdateAsync(u => u.SetProperty(r => r.Zone, "Nowhere/Else")));

        bot.Clock.Set(bot.Now.AddHours(23));
        await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

        Assert.Equal(["lait", "sel"], await bot.SeeAsync(db => db.Reminders.Where(r => r.State == ReminderState.Sent).OrderBy(r => r.What).Select(r => r.What!).ToListAsync()));
        Assert.Equal(bot.Now.AddDays(1), await bot.SeeAsync(db => db.Reminders.Where(r => r.What == "pain").Select(r => r.DueAt).SingleAsync()));
        Assert.Single(bot.Unexpected);
    }

    [Fact]
    public async Task An_hour_follows_the_rules_of_its_zone_when_they_change()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter jeudi 9h pain");

        // As if the zone had been an hour further east when it was said.
        await DeadlineLadderTests.ChangeAsync(bot, db => db.Reminders.ExecuteUpdateAsync(u => u.SetProperty(r => r.DueAt, r => new DateTimeOffset(2026, 11, 26, 7, 0, 0, TimeSpan.Zero))));
        await bot.WaitAsync(TimeSpan.FromDays(1));

        Assert.Equal(new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.Zero), await bot.SeeAsync(db => db.Reminders.Select(r => r.DueAt).SingleAsync()));
    }

    [Fact]
    public async Task Who_has_no_door_to_be_reached_at_finds_it_in_the_list()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h pain");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.Accounts.ExecuteUpdateAsync(u => u.SetProperty(a => a.IsReachable, false)));

        Assert.Empty(await bot.WaitAsync(TimeSpan.FromDays(2)));
        Assert.Contains("R1 · venu mercredi 25 novembre à 9 h · pain", await bot.SayAsync("claire> /rappel liste"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Europe/Paris")]
    [InlineData("Indian/Reunion")]
    [InlineData("America/Guadeloupe")]
    public async Task A_year_of_waiting_brings_each_once_at_its_minute_on_the_wall(string id)
    {
        await using var bot = await TestBot.StartAsync();
        var zone = Zones.Get(id);
        await bot.DoAsync("claire> /rappel liste");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.People.ExecuteUpdateAsync(u => u.SetProperty(p => p.Zone, id)));
        await bot.DoAsync("claire> /mission ouvrir Lons limite:\"31 mars 2027\"");
        var wanted = new Dictionary<string, DateTimeOffset>();

        // Both changes of the clock, the hour that is left out and the one that comes twice, and hours of any day.
        var walls = AroundChanges.Concat(Gen.Int[1, 360 * 24 * 60].Array[12].Single().Select(m => new DateTime(2026, 11, 25).AddMinutes(m).ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        foreach (var wall in walls.Distinct())
        {
            await bot.DoAsync($"claire> /rappel ajouter \"{wall.Replace('T', ' ')}\" \"mur {wall}\"");
            wanted[$"mur {wall}"] = zone.AtLeniently(LocalDateTime.FromDateTime(DateTime.Parse(wall, System.Globalization.CultureInfo.InvariantCulture))).ToDateTimeOffset().ToUniversalTime();
        }

        var said = DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(366)));

        var came = await bot.SeeAsync(db => db.Reminders.Where(r => r.Kind == ReminderKind.Own).ToDictionaryAsync(r => r.What!, r => r.SentAt!.Value));
        Assert.Equal(wanted, came);
        Assert.All(wanted.Keys, what => Assert.Single(said, s => s.Contains(what, StringComparison.Ordinal)));
        Assert.Equal(6, said.Count(s => s.Contains("Lons (M1)", StringComparison.Ordinal)));
    }

    private static async Task AddAsync(Unisson.Bot.Storage.BotDb db, long person, DateTimeOffset due)
    {
        db.People.Add(new Person { Id = person, Name = $"p{person}" });
        db.Memberships.Add(new Membership { CommunityId = Conversation.Local, PersonId = person });
        db.Accounts.Add(new Account { PersonId = person, Door = "terminal", ExternalId = $"p{person}", Name = $"p{person}", IsReachable = true });
        db.Reminders.Add(Row(person, 1, due));
        await Task.CompletedTask;
    }

    private static Reminder Row(long person, int number, DateTimeOffset due)
    {
        var row = new Reminder { PersonId = person, CommunityId = Conversation.Local, Number = number, What = "pain", Zone = "Europe/Paris" };
        row.ComeAt(due, Zones.Get("Europe/Paris"));
        return row;
    }
}
