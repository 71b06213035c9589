using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>One's reminders and deadlines as a file for a calendar, read back as calendars read it.</summary>
public sealed class AgendaTests
{
    private static readonly string[] Whens =
    [
        "demain 9h", "dans 2 heures", "jeudi 18h30", "15 décembre à 14h", "31 octobre 2027 à 2h30", "28 mars 2027 à 2h30", "29 février 2028",
        "chaque dimanche à 2h30", "tous les jours à 8h", "tous les 3 jours à 7h", "toutes les 5 heures", "toutes les 2 semaines", "un mardi sur deux à 18h",
        "chaque lundi et chaque jeudi à 9h", "jours ouvrés à 8h30", "le premier lundi du mois répété", "chaque fin de mois", "chaque 30 du mois à 23h30", "chaque 29 février", "tous les 3 mois",
    ];

    [Fact]
    public async Task Read_back_it_tells_the_moments_at_which_the_bot_speaks_for_two_years_and_over_both_clock_changes()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < Whens.Length; i++)
        {
            var when = Whens[i].EndsWith(" répété", StringComparison.Ordinal) ? $"demain quoi:\"É n° {i}\" répéter:\"{Whens[i][..^7]}\"" : $"\"{Whens[i]}\" \"É n° {i}\"";
            await bot.DoAsync($"claire> /rappel ajouter {when}");
        }

        var file = Calendar.Load(Of(await bot.SayAsync("claire> /rappel liste format:agenda")))!;

        Assert.Equal(20, file.Events.Count);
        var until = bot.Now.AddYears(2);
        foreach (var row in await bot.SeeAsync(db => db.Reminders.ToListAsync()))
        {
            var expected = row.Rhythm?.Occurrences(Zones.Get(row.Zone)).TakeWhile(at => at < until).ToList() ?? [row.DueAt];
            Assert.Equal(expected, Occurrences(file.Events.Single(e => e.Summary == row.What), until));
        }

        var paris = Assert.Single(file.TimeZones);
        Assert.Equal("Europe/Paris", paris.TzId);
        Assert.All(file.Events, e => Assert.Equal((AlarmAction.Display, TimeSpan.Zero), (e.Alarms.Single().Action, e.Alarms.Single().Trigger!.Duration!.Value.ToTimeSpanUnspecified())));
    }

    [Fact]
    public async Task What_the_bot_sends_for_two_years_is_what_the_file_said()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque dimanche à 2h30 compteur", "claire> /rappel ajouter \"chaque fin de mois\" loyer", "claire> /rappel ajouter \"toutes les 2 semaines\" poubelles");
        var file = Calendar.Load(Of(await bot.SayAsync("claire> /rappel liste format:ics")))!;
        var (until, came) = (bot.Now.AddYears(2), new HashSet<(string, DateTimeOffset)>());

        while (bot.Now < until)
        {
            await bot.WaitAsync(TimeSpan.FromDays(7));
            came.UnionWith(await bot.SeeAsync(db => db.Reminders.Where(r => r.SentAt != null).Select(r => ValueTuple.Create(r.What!, r.SentAt!.Value)).ToListAsync()));
        }

        var told = file.Events.SelectMany(e => Occurrences(e, until).Select(at => (e.Summary!, at))).Order().ToList();
        Assert.Equal(told, came.Where(c => c.Item2 < until).Order());
    }

    [Fact]
    public async Task Events_keep_their_names_and_tell_their_number_and_rhythm()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h devis", "claire> /reminder add every Tuesday at 9am water", "bob> /reminder add tomorrow 9am quote");

        var first = Calendar.Load(Of(await bot.SayAsync("claire> /rappel liste format:agenda")))!;
        var bobs = Calendar.Load(Of(await bot.SayAsync("bob> /reminder list format:ics")))!;
        await bot.DoAsync("claire> /rappel reporter R1 \"vendredi 10h\"", "claire> /rappel ajouter lundi appeler");
        await bot.RestartAsync();
        await bot.WaitAsync(TimeSpan.FromDays(1));
        var later = Calendar.Load(Of(await bot.SayAsync("claire> /reminder list format:Calendar")))!;

        Assert.Equal(first.Events.Select(e => (e.Summary, e.Uid)).Order(), later.Events.Where(e => e.Summary != "appeler").Select(e => (e.Summary, e.Uid)).Order());
        Assert.Equal(3, later.Events.Select(e => e.Uid).Distinct().Count());
        Assert.DoesNotContain(bobs.Events.Single()!.Uid, first.Events.Select(e => e.Uid));
        Assert.Equal(["R1", "R2 · tous les mardis à 9 h"], first.Events.Select(e => e.Description));
        Assert.Equal("FREQ=WEEKLY;BYDAY=TU", first.Events[1]!.RecurrenceRule!.ToString());
        Assert.All(first.Events, e => Assert.Equal(("Europe/Paris", TestBot.Start.UtcDateTime), (e.Start!.TzId, e.DtStamp!.AsUtc)));
    }

    [Fact]
    public async Task One_time_that_was_put_off_moves_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter chaque mercredi à 9h arroser", "claire> /rappel reporter R1 \"jeudi 11h\"");

        var events = Calendar.Load(Of(await bot.SayAsync("claire> /rappel liste format:agenda")))!.Events;

        Assert.Equal([At(2026, 11, 26, 10), At(2026, 12, 2, 8), At(2026, 12, 9, 8)], events.SelectMany(e => Occurrences(e, At(2026, 12, 10, 0))).Order());
    }

    [Fact]
    public async Task Deadlines_of_ones_own_missions_are_whole_days_and_private_ones_are_the_teams_alone()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "claire> /mission ouvrir \"Lons, suite\" limite:\"15 décembre à midi\"", "claire> /mission ouvrir Secret limite:\"31 mars 2027\" visibilité:\"Équipe seulement\"",
            "claire> /mission ouvrir Sans", "bob> /mission open Other deadline:\"20 December\"");

        var block = await bot.SayAsync("claire> /rappel liste format:agenda");

        Assert.StartsWith("Voici ton agenda : 0 rappel et 2 remises de missions, dans un fichier", block, StringComparison.Ordinal);
        var events = Calendar.Load(Of(block))!.Events;
        var secret = await bot.SeeAsync(db => db.Missions.Where(m => m.Title == "Secret").Select(m => m.Label).SingleAsync());
        Assert.Equal([("Remise à 12 h : Lons, suite (M1)", new DateOnly(2026, 12, 15), false, 0), ($"Remise : Secret ({secret})", new DateOnly(2027, 3, 31), false, 0)],
            events.Select(e => (e.Summary!, e.Start!.Date, e.Start.HasTime, e.Alarms.Count)));
        Assert.Equal(["R1", "R2"], events.Select(e => e.Description));
        var other = Calendar.Load(Of(await bot.SayAsync("bob> /reminder list format:ics")))!.Events;
        Assert.Equal("Due: Other (M3)", Assert.Single(other).Summary);
        Assert.StartsWith("There is nothing for a calendar:", await bot.SayAsync("dan> /reminder list format:ics"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_set_for_a_team_is_in_each_ones_calendar()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission ouvrir Lons", "bob> /mission join M1 role:provider", "dan> /mission join M1 role:provider", "claire> /rappel ajouter chaque mercredi 9h comptes pour:mission");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.RoleHolders.Where(h => h.PersonId == db.People.Single(p => p.Name == "bob").Id).ExecuteUpdateAsync(u => u.SetProperty(h => h.Holding, Holding.Active)));

        var only = Assert.Single(Calendar.Load(Of(await bot.SayAsync("bob> /reminder list format:ics")))!.Events);

        Assert.Equal(("comptes", "From claire, for the team of Lons (M1)."), (only.Summary, only.Description));
        Assert.DoesNotContain("---", await bot.SayAsync("dan> /reminder list format:ics"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pain, lait; œufs: 3\\n \"bio\" \\, C:\\new ; fin\\")]
    [InlineData("x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:faux\r\nUID:1")]
    [InlineData("x\nATTENDEE:mailto:a@b.example\rURL:https://example.org\u2028y\u0085z")]
    [InlineData("=HYPERLINK(1);ALTREP=\"x\":^n 🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉🎉éàüéàüéàüéàüéàüéàüéàüéàü")]
    public async Task What_people_wrote_stays_text(string what)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /rappel ajouter demain 9h devis");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.Reminders.ExecuteUpdateAsync(u => u.SetProperty(r => r.What, what)));

        var text = Of(await bot.SayAsync("claire> /rappel liste format:agenda"));

        var only = Assert.Single(Calendar.Load(text)!.Events);
        Assert.Equal(what.ReplaceLineEndings("\n"), only.Summary!.ReplaceLineEndings("\n"));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75 && !line.Contains('\n', StringComparison.Ordinal) && !line.Contains('\r', StringComparison.Ordinal), line));
        Assert.DoesNotContain(text.Split("\r\n"), line => line is "SUMMARY:faux" or "UID:1" || line.StartsWith("ATTENDEE", StringComparison.Ordinal));
    }

    private static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    private static string Of(string block)
    {
        var start = block.IndexOf("--- unisson.ics\n", StringComparison.Ordinal);
        Assert.True(start >= 0, block);
        start += "--- unisson.ics\n".Length;
        return block[start..block.IndexOf("\n---", start, StringComparison.Ordinal)] + "\n";
    }

    private static List<DateTimeOffset> Occurrences(CalendarEvent of, DateTimeOffset until)
        => [.. of.GetOccurrences().Select(o => new DateTimeOffset(o.Period.StartTime.AsUtc)).TakeWhile(at => at < until)];
}
