using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Bot.Storage;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class OutageTests
{
    [Fact]
    public async Task After_an_outage_all_that_waited_comes_as_one_message_with_its_dates_and_one_tap()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "claire> /rappel ajouter demain 9h envoyer le devis", "claire> /rappel ajouter demain 15h appeler Bob", "claire> /mission ouvrir Lons limite:\"1er décembre\"",
            "bob> /reminder add tomorrow 9am buy bread", "claire> /rappel ajouter vendredi 9h relire");

        var back = await BackAsync(bot, bot.Now, new DateTimeOffset(2026, 11, 26, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains(
            """
            → claire (private): J’étais hors ligne de mardi à jeudi. Voici, en un seul message, ce qui t’attendait.
              R1 · mercredi 25 novembre à 9 h (passé) · envoyer le devis
              R2 · mercredi 25 novembre à 15 h (passé) · appeler Bob
            """, back, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): I was offline from Tuesday to Thursday. Here, in one message, is what was waiting for you.\n  R1 · Wednesday 25 November at 9:00 (past) · buy bread\n", back, StringComparison.Ordinal);
        Assert.Equal("C’est noté pour R1 et R2.\n  R1, c’est fait : envoyer le devis.\n  R2, c’est fait : appeler Bob.\n", await bot.TapAsync("claire", back, "Tout est fait"));
        Assert.Equal(1, await bot.SeeAsync(db => db.Reminders.CountAsync(r => r.State == ReminderState.Active && r.Kind == ReminderKind.Own)));
    }

    [Fact]
    public async Task A_rung_that_waited_tells_the_days_that_are_left_and_all_is_done_leaves_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission ouvrir Lons limite:\"4 décembre\"", "claire> /rappel ajouter demain 9h devis");

        var back = await BackAsync(bot, bot.Now, new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("J’étais hors ligne du mardi 24 novembre au lundi 30 novembre.", back, StringComparison.Ordinal);
        Assert.Contains("  R1 · Lons (M1) : remise le vendredi 4 décembre, dans 4 jours.\n", back, StringComparison.Ordinal);
        Assert.StartsWith("R2, c’est fait : devis.", await bot.TapAsync("claire", back, "Tout est fait"), StringComparison.Ordinal);
        Assert.Equal(
            ["Lons (M1) : remise le vendredi 4 décembre, dans 2 jours.", "Lons (M1) : remise demain, vendredi 4 décembre.", "Lons (M1) : remise aujourd’hui, vendredi 4 décembre."],
            DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(20))));
    }

    [Fact]
    public async Task A_deadline_that_went_by_is_told_as_past_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission ouvrir Lons limite:\"27 novembre\"");

        var back = await BackAsync(bot, bot.Now, new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero));

        Assert.Contains("R1 · Lons (M1) : la remise était le vendredi 27 novembre (passé).", back, StringComparison.Ordinal);
        Assert.Empty(DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(20))));
    }

    [Fact]
    public async Task Back_at_night_it_waits_for_the_morning_but_for_what_is_of_this_minute()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 15h appeler Bob", "claire> /rappel ajouter jeudi 3h01 train");

        var back = await BackAsync(bot, bot.Now, new DateTimeOffset(2026, 11, 26, 2, 1, 0, TimeSpan.Zero));
        Assert.Equal(["Rappel : train."], DeadlineLadderTests.Private(back));

        var morning = DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromHours(5)));
        Assert.Equal(["J’étais hors ligne de mardi à jeudi. Voici, en un seul message, ce qui t’attendait."], morning);
    }

    [Fact]
    public async Task An_outage_within_a_day_is_told_by_its_hours()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter dans 2 heures pain");

        Assert.Contains("J’étais hors ligne de 10 h à 14 h 30.", await BackAsync(bot, bot.Now, bot.Now.AddMinutes(270)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Late_without_an_outage_it_says_no_more_than_that_it_waited()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter dans 2 heures pain");

        var back = await BackAsync(bot, bot.Now.AddHours(4), bot.Now.AddHours(4));

        Assert.Contains("→ claire (private): Voici, en un seul message, ce qui t’attendait.\n  R1 · mardi 24 novembre à 12 h (passé) · pain\n", back, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_of_one_minute_come_as_one_message()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h pain", "claire> /rappel ajouter demain 9h lait");

        var came = await bot.WaitAsync(TimeSpan.FromDays(1));

        Assert.Equal(["Rappels : pain et lait."], DeadlineLadderTests.Private(came));
        Assert.StartsWith("C’est noté pour R1 et R2.", await bot.TapAsync("claire", came, "Tout est fait"), StringComparison.Ordinal);
    }

    /// <summary>The program was last seen then, and comes back now.</summary>
    private static async Task<string> BackAsync(TestBot bot, DateTimeOffset seen, DateTimeOffset now)
    {
        await DeadlineLadderTests.ChangeAsync(bot, async db => (await db.InstanceAsync(default)).LastSeenAt = seen);
        bot.Clock.Set(now);
        await bot.RestartAsync();
        return await bot.SayAsync("dan> /aide");
    }
}
