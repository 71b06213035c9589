using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Reminders;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

public sealed class ReminderAddTests
{
    [Fact]
    public async Task A_date_said_without_quotes_is_said_back_with_its_year_and_zone()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.SayAsync("claire> /rappel ajouter mardi prochain 9h envoyer le devis à la CC");

        Assert.StartsWith("R1 est noté : je te le rappellerai mardi 1er décembre 2026 à 9 h, heure de Paris.\n  « envoyer le devis à la CC »\n", answer, StringComparison.Ordinal);
        Assert.Contains("[1] Changer  [2] Annuler", answer, StringComparison.Ordinal);
        var row = await bot.SeeAsync(db => db.Reminders.SingleAsync());
        Assert.Equal((1, "envoyer le devis à la CC", ReminderState.Active), (row.Number, row.What, row.State));
        Assert.Equal((new DateTimeOffset(2026, 12, 1, 8, 0, 0, TimeSpan.Zero), new DateTime(2026, 12, 1, 9, 0, 0), "Europe/Paris"), (row.DueAt, row.Local, row.Zone));
    }

    [Theory]
    [InlineData("claire> /reminder add Thursday 6pm read the file", "R1 is noted: I will remind you on Thursday 26 November 2026 at 18:00, Paris time.", "read the file")]
    [InlineData("claire> /rappel ajouter demain appeler Bob", "R1 est noté : je te le rappellerai mercredi 25 novembre 2026 à 9 h, heure de Paris.", "appeler Bob")]
    [InlineData("claire> /rappel ajouter dans 2 heures sortir le pain", "R1 est noté : je te le rappellerai mardi 24 novembre 2026 à 12 h, heure de Paris.", "sortir le pain")]
    [InlineData("claire> /rappel ajouter quand:jeudi 18h relire le dossier", "R1 est noté : je te le rappellerai jeudi 26 novembre 2026 à 18 h, heure de Paris.", "relire le dossier")]
    [InlineData("claire> /rappel ajouter quoi:\"relire : tout\" quand:\"15 décembre à 14h\"", "R1 est noté : je te le rappellerai mardi 15 décembre 2026 à 14 h, heure de Paris.", "relire : tout")]
    [InlineData("claire> /rappel ajouter lundi 5 pommes à acheter", "R1 est noté : je te le rappellerai lundi 30 novembre 2026 à 9 h, heure de Paris.", "5 pommes à acheter")]
    public async Task The_date_takes_the_words_that_are_of_it_and_the_rest_is_what(string line, string first, string what)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(first, (await bot.SayAsync(line)).Split('\n')[0]);
        Assert.Equal(what, await bot.SeeAsync(db => db.Reminders.Select(r => r.What).SingleAsync()));
    }

    [Fact]
    public async Task One_in_quiet_hours_comes_at_its_minute_and_the_answer_says_so()
    {
        await using var bot = await TestBot.StartAsync();

        var night = await bot.SayAsync("claire> /rappel ajouter demain 23h fermer la salle");
        var sunday = await bot.SayAsync("claire> /rappel ajouter dimanche 11h pain");
        var day = await bot.SayAsync("claire> /rappel ajouter demain 11h pain");

        const string Said = "C’est dans tes heures calmes : un rappel pour toi vient quand même à sa minute.";
        Assert.Contains(Said, night, StringComparison.Ordinal);
        Assert.Contains(Said, sunday, StringComparison.Ordinal);
        Assert.DoesNotContain(Said, day, StringComparison.Ordinal);
        await bot.WaitAsync(TimeSpan.FromHours(36));
        Assert.Empty(await bot.WaitAsync(new DateTimeOffset(2026, 11, 25, 21, 59, 59, TimeSpan.Zero) - bot.Now));
        Assert.Contains("→ claire (private): Rappel : fermer la salle.", await bot.WaitAsync(TimeSpan.FromSeconds(1)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/rappel ajouter", "command.missing")]
    [InlineData("/rappel ajouter demain", "command.missing")]
    [InlineData("/rappel ajouter demain \"  \"", "command.missing")]
    [InlineData("/rappel ajouter plus tard relire", "date.nonsense")]
    [InlineData("/rappel ajouter hier relire", "date.past")]
    [InlineData("/rappel ajouter mardi 18h relire", "date.ambiguous")]
    [InlineData("/rappel ajouter 15 décembre 2039 relire", "reminder.far")]
    [InlineData("/rappel ajouter 31 février relire", "date.nonsense")]
    [InlineData("/rappel ajouter demain relire pour:mission", "reminder.no-mission")]
    public async Task What_cannot_be_a_reminder_is_refused_with_its_own_reason_and_uses_up_no_number(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(0, await bot.SeeAsync(db => db.Reminders.CountAsync()));
        Assert.StartsWith("R1 ", await bot.DoAsync("/rappel ajouter demain relire"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_long_is_refused_whole()
    {
        await using var bot = await TestBot.StartAsync();

        await bot.DoAsync($"/reminder add tomorrow \"{new string('a', 300)}\"");
        Assert.Equal("option.too-long", await bot.RefusedAsync($"/reminder add tomorrow \"{new string('a', 301)}\""));
    }

    [Fact]
    public async Task The_twenty_first_is_refused_with_one_to_cancel_and_the_line_kept()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 1; i <= 20; i++)
        {
            await bot.DoAsync($"claire> /rappel ajouter \"dans {30 + i} jours\" \"chose {i}\"");
        }

        var refused = await bot.SayAsync("claire> /rappel ajouter demain \"une de trop\"");
        Assert.Contains("Tu as 20 rappels en attente, c’est tout ce que je garde. Annules-en un, par exemple R20 (« chose 20 »)", refused, StringComparison.Ordinal);
        Assert.Contains("[reminder.full]\n  /rappel ajouter demain \"une de trop\"", refused, StringComparison.Ordinal);
        await bot.DoAsync("bob> /rappel ajouter demain \"les miens sont à moi\"", "claire> /rappel annuler R20");
        Assert.StartsWith("R21 ", await bot.DoAsync("claire> /rappel ajouter demain \"une de trop\""), StringComparison.Ordinal);
        Assert.Equal("reminder.full", await bot.RefusedAsync("claire> /rappel reporter R20 demain"));
    }

    [Fact]
    public async Task The_same_delivery_twice_notes_one()
    {
        await using var bot = await TestBot.StartAsync();

        var first = await bot.SayAsync("claire> /rappel ajouter demain pain", "k");
        var again = await bot.SayAsync("claire> /rappel ajouter demain pain", "k");

        Assert.Equal(first, again);
        Assert.Equal(1, await bot.SeeAsync(db => db.Reminders.CountAsync()));
    }

    [Theory]
    [InlineData("Indian/Reunion", "heure de La Réunion", "Réunion time")]
    [InlineData("America/Guadeloupe", "heure de la Guadeloupe", "Guadeloupe time")]
    [InlineData("Europe/Athens", "heure d’Athens", "Athens time")]
    [InlineData("America/New_York", "heure de New York", "New York time")]
    [InlineData("Etc/UTC", "heure UTC", "UTC time")]
    public void A_zone_is_said_as_people_do(string zone, string french, string english)
    {
        Assert.Equal(french, ZoneNames.Of(Zones.Get(zone), Say.In(Language.French)));
        Assert.Equal(english, ZoneNames.Of(Zones.Get(zone), Say.In(Language.English)));
    }
}
