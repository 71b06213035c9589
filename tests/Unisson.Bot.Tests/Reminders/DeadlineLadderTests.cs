using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Kernel;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class DeadlineLadderTests
{
    private const string Open = "claire> /mission ouvrir Lons limite:\"15 décembre\" budget:\"6 000 €\"";

    [Fact]
    public async Task A_deadline_counts_down_in_words_to_the_day_itself()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);

        var said = Private(await bot.WaitAsync(TimeSpan.FromDays(40)));

        Assert.Equal(
            [
                "Lons (M1) : remise le mardi 15 décembre, dans 15 jours.",
                "Lons (M1) : remise le mardi 15 décembre, dans une semaine.",
                "Lons (M1) : remise le mardi 15 décembre, dans 2 jours.",
                "Lons (M1) : remise demain, mardi 15 décembre.",
                "Lons (M1) : remise aujourd’hui, mardi 15 décembre.",
            ], said);
        Assert.Equal((ReminderState.Sent, new DateTimeOffset(2026, 12, 15, 8, 0, 0, TimeSpan.Zero)), await RowAsync(bot, r => (r.State, r.SentAt!.Value)));
    }

    [Fact]
    public async Task A_rung_rings_says_what_is_open_and_gives_the_ways_out()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission open \"Study for a coworking\" deadline:\"15 December at 12:00\"");

        var said = await bot.WaitAsync(TimeSpan.FromDays(7));

        Assert.Contains("Study for a coworking (M1): due on Tuesday 15 December at 12:00, in 15 days.\n  Still open: the budget", said, StringComparison.Ordinal);
        Assert.Contains("] Show the mission  [", said, StringComparison.Ordinal);
        Assert.Contains("] Snooze  [", said, StringComparison.Ordinal);
        Assert.Contains("] Stop this kind\n", said, StringComparison.Ordinal);
        Assert.Contains("Study for a coworking", await bot.TapAsync("claire", said, "Show the mission"), StringComparison.Ordinal);
        Assert.Equal(Loudness.Ping, await bot.SeeAsync(db => db.Outbox.Where(o => o.Subject.StartsWith("reminder")).Select(o => o.Loudness).SingleAsync()));
    }

    [Fact]
    public async Task A_long_title_is_cut_and_the_date_never()
    {
        await using var bot = await TestBot.StartAsync();
        var title = string.Join(' ', Enumerable.Repeat("étude", 20));
        await bot.DoAsync($"claire> /mission ouvrir \"{title}\" limite:\"15 décembre\"");

        var first = Private(await bot.WaitAsync(TimeSpan.FromDays(7))).Single();

        Assert.InRange(first.Length, 100, 120);
        Assert.EndsWith("… (M1) : remise le mardi 15 décembre, dans 15 jours.", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire> /mission étape M1 \"réponse envoyée\"")]
    [InlineData("claire> /mission étape M1 abandonnée raison:\"Le besoin a disparu\"")]
    public async Task Nothing_comes_once_it_was_answered_or_given_up(string line)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);
        await bot.WaitAsync(TimeSpan.FromDays(7));

        await bot.DoAsync(line);

        Assert.Empty(Private(await bot.WaitAsync(TimeSpan.FromDays(30))));
        Assert.Equal(ReminderState.Cancelled, await RowAsync(bot, r => r.State));
        Assert.Equal("reminder.over", await bot.RefusedAsync("claire> /rappel reporter R1 demain"));
    }

    [Fact]
    public async Task Other_changes_leave_it_alone_and_a_moved_deadline_begins_anew()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);
        await bot.WaitAsync(TimeSpan.FromDays(7));
        await bot.DoAsync("claire> /rappel reporter R1 \"3 décembre à 10h\"", "claire> /mission modifier M1 lieu:Lons");
        Assert.Equal(new DateTimeOffset(2026, 12, 3, 9, 0, 0, TimeSpan.Zero), await RowAsync(bot, r => r.DueAt));

        await bot.DoAsync("claire> /mission modifier M1 limite:\"18 décembre\"");

        Assert.Equal(
            ["Lons (M1) : remise le vendredi 18 décembre, dans 15 jours.", "Lons (M1) : remise le vendredi 18 décembre, dans une semaine."],
            Private(await bot.WaitAsync(TimeSpan.FromDays(11))));
        Assert.Equal(1, await bot.SeeAsync(db => db.Reminders.CountAsync()));
    }

    [Fact]
    public async Task Who_shadows_is_reminded_a_candidate_is_not_and_who_leaves_no_more()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open, "bob> /mission rejoindre M1 aidant comme:\"en binôme\"", "dan> /mission rejoindre M1 aidant");

        var both = await bot.WaitAsync(TimeSpan.FromDays(7));
        Assert.Contains("→ claire (private): Lons (M1)", both, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Lons (M1)", both, StringComparison.Ordinal);
        Assert.DoesNotContain("→ dan (private): Lons (M1)", both, StringComparison.Ordinal);

        await bot.DoAsync("bob> /mission passer-la-main M1");
        Assert.DoesNotContain("→ bob (private): Lons (M1) :", await bot.WaitAsync(TimeSpan.FromDays(30)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire> /rappel arreter R1", 0)]
    [InlineData("claire> /rappel annuler R1", 0)]
    [InlineData("claire> /rappel fait R1", 5)]
    public async Task Stop_is_for_good_and_done_for_this_date(string line, int afterMove)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open, "bob> /mission rejoindre M1 aidant comme:\"en binôme\"", line, line);

        var said = await bot.WaitAsync(TimeSpan.FromDays(20));
        Assert.DoesNotContain("→ claire (private): Lons (M1) : remise", said, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Lons (M1) : remise", said, StringComparison.Ordinal);

        await bot.DoAsync("claire> /mission modifier M1 limite:\"11 janvier 2027\"");
        Assert.Equal(afterMove, (await bot.WaitAsync(TimeSpan.FromDays(40))).Split("→ claire (private): Lons (M1) : remise").Length - 1);
    }

    [Fact]
    public async Task Later_is_the_next_morning_and_never_after_the_deadline()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);
        var came = await bot.WaitAsync(TimeSpan.FromDays(7));

        Assert.StartsWith("R1 est reporté : je te le rappellerai mercredi 2 décembre 2026 à 9 h.", await bot.TapAsync("claire", came, "Plus tard"), StringComparison.Ordinal);
        Assert.StartsWith("R1 est reporté : je te le rappellerai mercredi 2 décembre 2026 à 9 h.", await bot.DoAsync("claire> /rappel reporter R1"), StringComparison.Ordinal);
        Assert.Equal("reminder.after-deadline", await bot.RefusedAsync("claire> /rappel reporter R1 20 décembre"));
        Assert.Equal(
            ["Lons (M1) : remise le mardi 15 décembre, dans 13 jours.", "Lons (M1) : remise le mardi 15 décembre, dans une semaine."],
            Private(await bot.WaitAsync(TimeSpan.FromDays(8))));
    }

    [Fact]
    public async Task Each_wakes_at_their_own_hour()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel liste");
        await ChangeAsync(bot, db => db.People.ExecuteUpdateAsync(u => u.SetProperty(p => p.QuietTo, 10 * 60 + 30).SetProperty(p => p.Zone, "America/Guadeloupe")));

        await bot.DoAsync(Open);

        Assert.Equal(new DateTimeOffset(2026, 11, 30, 14, 30, 0, TimeSpan.Zero), await RowAsync(bot, r => r.DueAt));
    }

    [Fact]
    public async Task Quiet_hours_that_changed_since_still_hold()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);
        await ChangeAsync(bot, db => db.People.ExecuteUpdateAsync(u => u.SetProperty(p => p.QuietTo, 11 * 60)));

        Assert.Empty(Private(await bot.WaitAsync(new DateTimeOffset(2026, 11, 30, 9, 59, 0, TimeSpan.Zero) - bot.Now)));
        Assert.Single(Private(await bot.WaitAsync(TimeSpan.FromMinutes(1))));
    }

    [Fact]
    public async Task Who_left_the_community_is_left_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);
        await ChangeAsync(bot, db => db.Memberships.ExecuteUpdateAsync(u => u.SetProperty(m => m.LeftAt, bot.Now)));

        Assert.Empty(Private(await bot.WaitAsync(TimeSpan.FromDays(40))));
    }

    [Fact]
    public async Task The_list_names_it_and_it_counts_for_no_limit()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(Open);

        Assert.Equal("1 rappel attend son heure.\n  R1 · lundi 30 novembre à 9 h · remise de Lons (M1)\n", await bot.SayAsync("claire> /rappel liste"));
        for (var i = 0; i < 20; i++)
        {
            await bot.DoAsync("claire> /rappel ajouter demain pain");
        }
    }

    internal static List<string> Private(string printed)
        => [.. printed.Split('\n').Where(l => l.StartsWith("→ claire (private): ", StringComparison.Ordinal)).Select(l => l["→ claire (private): ".Length..])];

    internal static Task ChangeAsync(TestBot bot, Func<BotDb, Task> change) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        await change(scope.Db);
        await scope.Db.SaveChangesAsync();
    });

    private static Task<T> RowAsync<T>(TestBot bot, Func<Reminder, T> see) => bot.SeeAsync(async db => see(await db.Reminders.SingleAsync()));
}
