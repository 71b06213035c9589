using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>Reminders that come again. The world begins on Tuesday 24 November 2026 at 10:00 in Paris.</summary>
public sealed class RhythmTests
{
    [Theory]
    [InlineData("claire> /rappel ajouter chaque mardi 9h arroser", "R1 est noté : tous les mardis à 9 h. Prochaine fois mardi 1er décembre 2026 à 9 h, heure de Paris.", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0", "arroser")]
    [InlineData("claire> /rappel ajouter \"jeudi 18h\" arroser répéter:\"chaque jeudi\"", "R1 est noté : tous les jeudis à 18 h. Prochaine fois jeudi 26 novembre 2026 à 18 h, heure de Paris.", "FREQ=WEEKLY;BYDAY=TH;BYHOUR=18;BYMINUTE=0", "arroser")]
    [InlineData("claire> /rappel ajouter demain arroser répéter:le premier lundi du mois", "R1 est noté : le premier lundi de chaque mois à 9 h. Prochaine fois lundi 7 décembre 2026 à 9 h, heure de Paris.", "FREQ=MONTHLY;BYDAY=1MO;BYHOUR=9;BYMINUTE=0", "arroser")]
    [InlineData("claire> /rappel ajouter demain arroser répéter:jours ouvrés à 8h30", "R1 est noté : les jours ouvrés, du lundi au vendredi, à 8 h 30. Prochaine fois mercredi 25 novembre 2026 à 8 h 30, heure de Paris.", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=8;BYMINUTE=30", "arroser")]
    [InlineData("claire> /reminder add tomorrow water the plants repeat:\"every Tuesday\"", "R1 is noted: every Tuesday at 9:00. Next on Tuesday 1 December 2026 at 9:00, Paris time.", "FREQ=WEEKLY;BYDAY=TU;BYHOUR=9;BYMINUTE=0", "water the plants")]
    [InlineData("claire> /reminder add \"15 December 2pm\" pay the rent repeat:monthly", "R1 is noted: on the 15th of each month at 14:00. Next on Tuesday 15 December 2026 at 14:00, Paris time.", "FREQ=MONTHLY;BYMONTHDAY=15;BYHOUR=14;BYMINUTE=0", "pay the rent")]
    [InlineData("claire> /reminder add when:\"Friday 8am\" what:bins repeat:\"every 2 weeks\"", "R1 is noted: every 2 weeks on Friday at 8:00. Next on Friday 27 November 2026 at 8:00, Paris time.", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;BYHOUR=8;BYMINUTE=0", "bins")]
    [InlineData("claire> /reminder add every day at 7am stretch", "R1 is noted: every day at 7:00. Next on Wednesday 25 November 2026 at 7:00, Paris time.", "FREQ=DAILY;BYHOUR=7;BYMINUTE=0", "stretch")]
    [InlineData("claire> /reminder add \"in 2 hours\" drink repeat:\"every 3 hours\"", "R1 is noted: every 3 hours. Next on Tuesday 24 November 2026 at 12:00, Paris time.", "FREQ=HOURLY;INTERVAL=3", "drink")]
    public async Task A_rhythm_is_said_back_in_words_with_its_next_time_and_kept_as_a_rule(string line, string first, string rule, string what)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(first, (await bot.SayAsync(line)).Split('\n')[0]);

        var row = await bot.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((rule, what, "Europe/Paris", ReminderState.Active), (row.Rule, row.What, row.Zone, row.State));
        Assert.Equal((row.DueAt, row.DueAt), (row.Since, row.NextAt));
    }

    [Theory]
    [InlineData("/rappel ajouter demain arroser répéter:bientôt", "repeat.nonsense")]
    [InlineData("/rappel ajouter demain arroser répéter:\"tous les 31\"", "repeat.ambiguous")]
    [InlineData("/rappel ajouter \"tous les 31\" arroser", "repeat.ambiguous")]
    [InlineData("/rappel ajouter \"tous les jours à 9h et 18h\" arroser", "repeat.several-hours")]
    [InlineData("/rappel ajouter \"chaque mardi 9h et jeudi 18h\" arroser", "repeat.several-hours")]
    [InlineData("/rappel ajouter demain arroser répéter:\"tous les jours matin et soir\"", "repeat.several-hours")]
    [InlineData("/rappel ajouter demain arroser répéter:\"chaque 31 février\"", "date.impossible")]
    [InlineData("/rappel ajouter \"chaque mardi\" arroser répéter:\"chaque jeudi\"", "reminder.two-rhythms")]
    public async Task What_is_no_rhythm_is_refused_and_notes_nothing(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(0, await bot.SeeAsync(db => db.Reminders.CountAsync()));
    }

    [Fact]
    public async Task It_keeps_its_hour_over_both_changes_of_the_clock()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque dimanche à 2h30 relever le compteur");

        var came = new List<DateTimeOffset>();
        while (came.Count < 50)
        {
            await bot.WaitAsync(TimeSpan.FromDays(7));
            came.Add((await bot.SeeAsync(db => db.Reminders.Select(r => r.SentAt).SingleAsync()))!.Value);
        }

        // In winter 2:30 is 1:30 UTC, in summer 0:30; on 28 March it does not exist and moves to 3:30, on 31 October the first of two counts.
        Assert.Contains(new DateTimeOffset(2027, 3, 21, 1, 30, 0, TimeSpan.Zero), came);
        Assert.Contains(new DateTimeOffset(2027, 3, 28, 1, 30, 0, TimeSpan.Zero), came);
        Assert.Contains(new DateTimeOffset(2027, 4, 4, 0, 30, 0, TimeSpan.Zero), came);
        Assert.Contains(new DateTimeOffset(2027, 10, 31, 0, 30, 0, TimeSpan.Zero), came);
        Assert.Contains(new DateTimeOffset(2027, 11, 7, 1, 30, 0, TimeSpan.Zero), came);
        Assert.Equal(50, came.Distinct().Count());
        Assert.Equal(50, await bot.SeeAsync(db => db.Outbox.CountAsync()));
    }

    [Fact]
    public async Task Done_is_for_this_time_and_it_goes_on_whatever_is_tapped_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque mardi 9h arroser");

        var came = await bot.WaitAsync(TimeSpan.FromDays(7));
        Assert.Equal("→ claire (private): Rappel : arroser.\n  Il revient tous les mardis à 9 h.\n  [3] Fait  [4] Plus tard  [5] Ne plus me rappeler ça\n", came);
        const string Done = "R1, c’est fait : arroser. Prochaine fois mardi 8 décembre à 9 h.\n";
        Assert.Equal(Done, await bot.TapAsync("claire", came, "Fait"));
        Assert.Equal(Done, await bot.SayAsync("claire> /rappel fait R1"));
        Assert.Equal("1 rappel attend son heure.\n  R1 · mardi 8 décembre à 9 h · arroser · tous les mardis à 9 h\n", await bot.SayAsync("claire> /rappel liste"));
        Assert.Equal(["Rappel : arroser.", "Rappel : arroser."], DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(14))));
    }

    [Fact]
    public async Task Later_moves_this_time_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /reminder add every day at 9am water");
        var came = await bot.WaitAsync(TimeSpan.FromHours(23));

        var later = await bot.TapAsync("claire", came, "Snooze");
        Assert.StartsWith("R1 is put off this once: I will remind you on Wednesday 25 November 2026 at 10:00. Its rhythm stays: every day at 9:00.", later, StringComparison.Ordinal);
        Assert.StartsWith("R1 is put off this once: I will remind you on Wednesday 25 November 2026 at 10:00.", await bot.SayAsync("claire> /reminder snooze R1"), StringComparison.Ordinal);

        // Put off past its next times, they come all the same.
        await bot.DoAsync("claire> /reminder snooze R1 friday 6pm");
        var due = new List<string>();
        for (var i = 0; i < 4; i++)
        {
            due.Add((await bot.SeeAsync(db => db.Reminders.Select(r => r.DueAt).SingleAsync())).ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture));
            await bot.WaitAsync(await bot.SeeAsync(db => db.Reminders.Select(r => r.DueAt).SingleAsync()) - bot.Now);
        }

        Assert.Equal(["Thu 08:00", "Fri 08:00", "Fri 17:00", "Sat 08:00"], due);
    }

    [Fact]
    public async Task One_that_did_not_come_yet_is_moved_and_the_rest_stays()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque mardi 9h arroser", "claire> /rappel reporter R1 lundi 18h");

        Assert.Single(DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(13))));
        Assert.Equal(new DateTimeOffset(2026, 12, 8, 8, 0, 0, TimeSpan.Zero), await bot.SeeAsync(db => db.Reminders.Select(r => r.DueAt).SingleAsync()));
    }

    [Theory]
    [InlineData("/rappel annuler R1", "R1 est annulé : arroser.\n", ReminderState.Cancelled)]
    [InlineData("/rappel arrêter R1", "R1 ne reviendra plus : arroser.\n", ReminderState.Stopped)]
    public async Task Cancel_and_stop_end_it(string line, string answer, ReminderState state)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque mardi 9h arroser");
        await bot.WaitAsync(TimeSpan.FromDays(8));

        Assert.Equal(answer, await bot.DoAsync($"claire> {line}"));
        Assert.Empty(await bot.WaitAsync(TimeSpan.FromDays(60)));
        Assert.Equal(state, await bot.SeeAsync(db => db.Reminders.Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task After_weeks_of_outage_the_last_time_is_told_once_and_the_rhythm_goes_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque jour à 9h arroser");

        bot.Clock.Set(new DateTimeOffset(2026, 12, 15, 14, 0, 0, TimeSpan.Zero));
        await bot.RestartAsync();
        var back = await bot.SayAsync("dan> /aide");

        Assert.Contains("  R1 · mardi 15 décembre à 9 h (passé) · arroser\n", back, StringComparison.Ordinal);
        Assert.Equal(1, await bot.SeeAsync(db => db.Outbox.CountAsync()));
        Assert.Equal("R1, c’est fait : arroser. Prochaine fois mercredi 16 décembre à 9 h.\n", await bot.TapAsync("claire", back, "Tout est fait"));
        Assert.Equal(["Rappel : arroser."], DeadlineLadderTests.Private(await bot.WaitAsync(TimeSpan.FromDays(1))));
    }

    [Fact]
    public async Task Killed_after_each_time_it_comes_once_each()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque jour à 9h arroser");

        for (var day = 1; day <= 5; day++)
        {
            bot.Clock.Set(new DateTimeOffset(2026, 11, 24 + day, 8, 0, 0, TimeSpan.Zero));
            await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);
            await bot.RestartAsync();
            await bot.Host.Due.RunDueAsync(bot.Now, TestContext.Current.CancellationToken);

            Assert.Equal(day, await bot.SeeAsync(db => db.Outbox.CountAsync()));
            Assert.Equal(bot.Now.AddDays(1), await bot.SeeAsync(db => db.Reminders.Select(r => r.DueAt).SingleAsync()));
        }
    }
}
