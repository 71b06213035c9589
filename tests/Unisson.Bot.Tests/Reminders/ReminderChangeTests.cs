using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class ReminderChangeTests
{
    [Fact]
    public async Task One_comes_once_and_is_done_by_a_tap_that_may_come_twice()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h envoyer le devis");

        var came = await bot.WaitAsync(TimeSpan.FromDays(3));
        Assert.Equal("→ claire (private): Rappel : envoyer le devis.\n  [3] Fait  [4] Plus tard  [5] Ne plus me rappeler ça\n", came);
        Assert.Equal("R1, c’est fait : envoyer le devis.\n", await bot.TapAsync("claire", came, "Fait"));
        Assert.Equal("R1, c’est fait : envoyer le devis.\n", await bot.SayAsync("claire> /rappel fait R1"));
        Assert.Equal(ReminderState.Done, await bot.SeeAsync(db => db.Reminders.Select(r => r.State).SingleAsync()));
        Assert.Empty(await bot.WaitAsync(TimeSpan.FromDays(400)));
    }

    [Fact]
    public async Task Later_is_an_hour_by_one_tap_and_offers_other_hours()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /reminder add tomorrow 9am send the quote");
        var came = await bot.WaitAsync(TimeSpan.FromHours(23));

        var later = await bot.TapAsync("claire", came, "Snooze");
        Assert.Equal("R1 is put off: I will remind you on Wednesday 25 November 2026 at 10:00.\n  [1] Tonight  [2] Tomorrow 9:00  [3] Monday 9:00\n", later);
        Assert.StartsWith("R1 is put off: I will remind you on Monday 30 November 2026 at 9:00.", await bot.SayAsync("claire> 3"), StringComparison.Ordinal);
        Assert.Contains("Reminder: send the quote.", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tapping_later_twice_puts_off_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /reminder add tomorrow 9am send the quote");
        await bot.WaitAsync(TimeSpan.FromHours(23));

        await bot.DoAsync("claire> /reminder snooze R1");
        var again = await bot.DoAsync("claire> /reminder snooze R1");

        Assert.StartsWith("R1 is put off: I will remind you on Wednesday 25 November 2026 at 10:00.", again, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rappel changer R1 fait", ReminderState.Done, "2026-11-25T08:00Z")]
    [InlineData("/rappel changer r1 c'est fait", ReminderState.Done, "2026-11-25T08:00Z")]
    [InlineData("/reminder change 1 done", ReminderState.Done, "2026-11-25T08:00Z")]
    [InlineData("/rappel annuler 1", ReminderState.Cancelled, "2026-11-25T08:00Z")]
    [InlineData("/rappel arreter R1", ReminderState.Stopped, "2026-11-25T08:00Z")]
    [InlineData("/rappel changer R1 ne plus me rappeler ça", ReminderState.Stopped, "2026-11-25T08:00Z")]
    [InlineData("/rappel reporter R1 demain 14 h", ReminderState.Active, "2026-11-25T13:00Z")]
    [InlineData("/rappel changer R1 plus tard lundi", ReminderState.Active, "2026-11-30T08:00Z")]
    [InlineData("/rappel changer R1 plus tard délai:ce soir", ReminderState.Active, "2026-11-24T18:00Z")]
    [InlineData("/reminder change R1 later friday 6pm", ReminderState.Active, "2026-11-27T17:00Z")]
    [InlineData("/reminder snooze R1 2h", ReminderState.Active, "2026-11-25T10:00Z")]
    [InlineData("/rappel reporter R1 3 jours", ReminderState.Active, "2026-11-28T08:00Z")]
    [InlineData("/rappel reporter R1 une semaine", ReminderState.Active, "2026-12-02T08:00Z")]
    [InlineData("/rappel reporter R1 dans 2 h", ReminderState.Active, "2026-11-24T11:00Z")]
    [InlineData("/rappel reporter R1 18h", ReminderState.Active, "2026-11-24T17:00Z")]
    [InlineData("/reminder snooze R1 1h", ReminderState.Active, "2026-11-25T09:00Z")]
    public async Task What_people_say_of_one_that_waits_is_understood(string line, ReminderState state, string due)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/rappel ajouter demain 9h envoyer le devis");

        await bot.DoAsync(line);

        var row = await bot.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((state, DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), (row.State, row.DueAt));
    }

    [Fact]
    public async Task A_length_counts_from_now_once_it_came()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/rappel ajouter demain 9h envoyer le devis");
        await bot.WaitAsync(TimeSpan.FromHours(26));

        Assert.StartsWith("R1 est reporté : je te le rappellerai mercredi 25 novembre 2026 à 15 h.", await bot.DoAsync("/rappel reporter R1 3h"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Putting_off_what_did_not_come_yet_asks_to_when()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h envoyer le devis");

        var asked = await bot.SayAsync("claire> 1");

        Assert.StartsWith("R1 est prévu mercredi 25 novembre à 9 h. Tu le préfères quand ?\n  /rappel reporter R1 …\n", asked, StringComparison.Ordinal);
        Assert.Contains("[1] Ce soir  [2] Demain 9 h  [3] Lundi 9 h  [4] Annuler", asked, StringComparison.Ordinal);
        Assert.Equal("R1 est annulé : envoyer le devis.\n", await bot.SayAsync("claire> 4"));
    }

    [Fact]
    public async Task What_is_over_comes_back_by_putting_it_off()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/rappel ajouter demain 9h devis", "/rappel annuler R1", "/rappel reporter R1 jeudi 9h");

        Assert.Contains("Rappel : devis.", await bot.WaitAsync(TimeSpan.FromDays(3)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_change_in_one_line()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/rappel ajouter demain a", "/rappel ajouter demain b", "/rappel ajouter demain c");

        Assert.Equal("C’est noté pour R3 et R1.\n  R3, c’est fait : c.\n  R1, c’est fait : a.\n", await bot.SayAsync("/rappel fait R3,r1,3"));
        Assert.Equal(1, await bot.SeeAsync(db => db.Reminders.CountAsync(r => r.State == ReminderState.Active)));
    }

    [Theory]
    [InlineData("/rappel fait R2", "reminder.unknown")]
    [InlineData("/rappel fait R1,R9", "reminder.unknown")]
    [InlineData("/rappel fait devis", "reminder.unknown")]
    [InlineData("/rappel fait R99999999999999", "reminder.unknown")]
    [InlineData("/rappel fait", "command.missing")]
    [InlineData("/rappel changer R1", "command.missing")]
    [InlineData("/rappel changer R1 peut-être", "option.choice")]
    [InlineData("/rappel changer R1 fait demain", "reminder.delay")]
    [InlineData("/rappel reporter R1 hier", "date.past")]
    [InlineData("/rappel reporter R1 bientôt", "date.nonsense")]
    [InlineData("/rappel reporter R1 10 ans", "reminder.far")]
    [InlineData("bob> /rappel fait R1", "reminder.unknown")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/rappel ajouter demain 9h devis", "bob> /rappel liste");

        Assert.Equal(code, await bot.RefusedAsync(line));
        var row = await bot.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((ReminderState.Active, new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero)), (row.State, row.DueAt));
    }

    [Fact]
    public async Task The_list_shows_what_waits_then_what_came()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.StartsWith("Aucun rappel en attente.", await bot.SayAsync("/rappel liste"), StringComparison.Ordinal);
        await bot.DoAsync("/rappel ajouter jeudi 9h a", "/rappel ajouter dans 2 heures b", "/rappel ajouter demain 9h c");
        await bot.WaitAsync(TimeSpan.FromHours(3));

        var list = await bot.SayAsync("/rappel liste");

        Assert.Equal("2 rappels attendent leur heure.\n  R3 · mercredi 25 novembre à 9 h · c\n  R1 · jeudi 26 novembre à 9 h · a\n  R2 · venu mardi 24 novembre à 12 h · b\n", list);
        Assert.StartsWith("No reminder is waiting.", await bot.SayAsync("bob> /reminder list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_one_is_cut_on_the_lock_screen_and_whole_below()
    {
        await using var bot = await TestBot.StartAsync();
        var what = string.Join(' ', Enumerable.Repeat("relire le dossier", 15));
        await bot.DoAsync($"/rappel ajouter dans 2 heures \"{what}\"");

        var lines = (await bot.WaitAsync(TimeSpan.FromHours(3))).Split('\n');

        Assert.InRange(lines[0].Length - "→ me (private): ".Length, 100, 120);
        Assert.EndsWith("…", lines[0], StringComparison.Ordinal);
        Assert.Equal($"  « {what} »", lines[1]);
    }
}
