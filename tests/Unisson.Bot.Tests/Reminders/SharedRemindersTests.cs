using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;
using Unisson.Bot.Languages;
using Unisson.Bot.Missions;
using Unisson.Bot.Reminders;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Reminders;

/// <summary>Reminders for a mission's team and for a channel.</summary>
public sealed class SharedRemindersTests
{
    [Fact]
    public async Task One_for_the_team_goes_to_each_in_private_and_to_its_owner_with_gestures()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);

        var noted = await bot.SayAsync("claire> /rappel ajouter chaque mercredi 7h envoyer les comptes pour:mission");

        Assert.StartsWith("R2 est noté : tous les mercredis à 7 h. Prochaine fois mercredi 25 novembre 2026 à 7 h, heure de Paris.\n  « envoyer les comptes »\n  Il va à chaque personne qui tient un rôle dans Lons (M1),", noted, StringComparison.Ordinal);
        Assert.Contains(" · envoyer les comptes · tous les mercredis à 7 h · l’équipe de Lons (M1)\n", await bot.SayAsync("claire> /rappel liste"), StringComparison.Ordinal);
        var early = await bot.WaitAsync(new DateTimeOffset(2026, 11, 25, 6, 30, 0, TimeSpan.Zero) - bot.Now);
        Assert.Contains("→ claire (private): Rappel : envoyer les comptes.\n  Il revient tous les mercredis à 7 h.\n  [", early, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob", early, StringComparison.Ordinal);
        var morning = await bot.WaitAsync(TimeSpan.FromMinutes(30));
        Assert.Contains("→ bob (private): Reminder: envoyer les comptes.\n  It comes back every Wednesday at 7:00.\n  From claire, for the team of Lons (M1).\n", morning, StringComparison.Ordinal);
        Assert.DoesNotContain("→ dan", early + morning, StringComparison.Ordinal);
        Assert.Equal("reminder.unknown", await bot.RefusedAsync("bob> /reminder done R2"));

        // Put off by its owner, it comes to them alone.
        await bot.DoAsync("claire> /rappel reporter R2 1h");
        var again = await bot.WaitAsync(TimeSpan.FromHours(2));
        Assert.Contains("→ claire (private): Rappel : envoyer les comptes.", again, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob", again, StringComparison.Ordinal);
        Assert.Contains("→ bob (private): Reminder: envoyer les comptes.", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_missions_one_is_chosen_by_a_tap()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission ouvrir Lons", "claire> /mission ouvrir Dole");

        var asked = await bot.SayAsync("claire> /rappel ajouter demain devis pour:\"l'équipe de la mission\"");

        Assert.StartsWith("Pour l’équipe de quelle mission ?\n  M2 : Dole\n  M1 : Lons\n", asked, StringComparison.Ordinal);
        Assert.Equal(0, await bot.SeeAsync(db => db.Reminders.CountAsync(r => r.Kind != ReminderKind.Deadline)));
        Assert.StartsWith("R1 est noté pour mercredi 25 novembre 2026 à 9 h, heure de Paris.", await bot.TapAsync("claire", asked, "M1 Lons"), StringComparison.Ordinal);
        Assert.Equal(("Lons", ReminderKind.Team), await bot.SeeAsync(async db => (await db.Missions.Where(m => m.Id == db.Reminders.Single().MissionId).Select(m => m.Title).SingleAsync(), (await db.Reminders.SingleAsync()).Kind)));
    }

    [Theory]
    [InlineData("dan> /reminder add tomorrow devis for:mission", "reminder.no-mission")]
    [InlineData("dan> /reminder add tomorrow devis mission:M1", "standing.team")]
    [InlineData("dan> /reminder add tomorrow devis mission:{private}", "mission.unknown")]
    [InlineData("claire> /reminder add tomorrow devis mission:M1 for:me", "reminder.mission-for")]
    [InlineData("claire> /reminder add \"every hour\" devis mission:M1", "reminder.hourly")]
    [InlineData("claire> /reminder add tomorrow devis for:channel", "reminder.no-channel")]
    [InlineData("claire> /reminder add tomorrow devis for:everybody", "option.choice")]
    public async Task What_goes_to_others_without_a_right_to_it_is_refused(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);
        await bot.DoAsync("claire> /mission ouvrir Secret visibilité:\"Équipe seulement\"", "dan> /aide");
        var secret = await bot.SeeAsync(db => db.Missions.Where(m => m.Title == "Secret").SingleAsync());

        Assert.Equal(code, await bot.RefusedAsync(line.Replace("{private}", secret.Label, StringComparison.Ordinal)));
        Assert.Equal(0, await bot.SeeAsync(db => db.Reminders.CountAsync(r => r.Kind != ReminderKind.Deadline)));
    }

    [Fact]
    public async Task It_is_over_with_its_owners_part_in_the_mission()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);
        await bot.DoAsync("bob> /reminder add \"every day at 11am\" tea mission:M1");
        Assert.Contains("→ claire (private): Rappel : tea.\n  Il revient tous les jours à 11 h.\n  De la part de bob, pour l’équipe de Lons (M1).\n", await bot.WaitAsync(TimeSpan.FromHours(2)), StringComparison.Ordinal);

        await bot.DoAsync("bob> /mission leave M1");

        Assert.DoesNotContain("tea.", await bot.WaitAsync(TimeSpan.FromDays(3)), StringComparison.Ordinal);
        Assert.Equal(ReminderState.Cancelled, await bot.SeeAsync(db => db.Reminders.Where(r => r.What == "tea").Select(r => r.State).SingleAsync()));
    }

    [Fact]
    public async Task After_an_outage_the_team_reads_that_it_is_past_and_once()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);
        await bot.DoAsync("claire> /rappel ajouter \"chaque jour à 9h\" devis mission:M1");

        bot.Clock.Set(new DateTimeOffset(2026, 12, 3, 13, 0, 0, TimeSpan.Zero));
        await bot.RestartAsync();
        var back = await bot.SayAsync("dan> /help");

        Assert.Contains("→ bob (private): Reminder: devis.\n  It comes back every day at 9:00.\n  From claire, for the team of Lons (M1).\n  It was for Thursday 3 December at 9:00 (past).\n", back, StringComparison.Ordinal);
        Assert.Equal(2, await bot.SeeAsync(db => db.Outbox.CountAsync(o => o.Subject.StartsWith("reminder:"))));
    }

    [Fact]
    public async Task It_is_over_with_the_mission()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);
        await bot.DoAsync("claire> /rappel ajouter chaque jour à 10h devis mission:M1", "claire> /mission étape M1 abandonnée raison:\"plus de budget\"");

        Assert.DoesNotContain("devis", await bot.WaitAsync(TimeSpan.FromDays(3)), StringComparison.Ordinal);
        Assert.Equal("reminder.mission-over", await bot.RefusedAsync("claire> /rappel ajouter demain devis mission:M1"));
        Assert.All(await bot.SeeAsync(db => db.Reminders.ToListAsync()), r => Assert.Equal((ReminderState.Cancelled, null), (r.State, r.Rule)));
    }

    [Fact]
    public async Task One_for_a_channel_is_posted_there_once_and_rings_nobody()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);

        var noted = await InAsync(bot, "bob", "#lons", "/reminder add every Wednesday at 9am Stand-up for:channel");

        Assert.Equal("R1 is noted: every Wednesday at 9:00. Next on Wednesday 25 November 2026 at 9:00, Paris time.", Words(noted.First));
        Assert.Contains("It comes here in #lons, without ringing anybody.", noted.Lines);
        Assert.Contains("R1 · Wednesday 25 November at 9:00 · Stand-up · every Wednesday at 9:00 · in #lons", await bot.SayAsync("bob> /reminder list"), StringComparison.Ordinal);
        var came = await bot.WaitAsync(TimeSpan.FromDays(1));
        Assert.Contains("→ #lons: Reminder: Stand-up.\n  It comes back every Wednesday at 9:00.\n  From bob.\n", came, StringComparison.Ordinal);
        Assert.DoesNotContain("(private): Reminder: Stand-up", came, StringComparison.Ordinal);
        var row = await bot.SeeAsync(db => db.Outbox.SingleAsync(o => o.Channel == "#lons"));
        Assert.Equal((Loudness.Quiet, null), (row.Loudness, row.PersonId));
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 8, 0, 0, TimeSpan.Zero), await bot.SeeAsync(db => db.Reminders.Where(r => r.Kind == ReminderKind.Channel).Select(r => r.DueAt).SingleAsync()));
    }

    [Fact]
    public async Task A_channel_is_for_teams_and_for_who_looks_after_the_space()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /aide", "dan> /aide");

        Assert.Equal("reminder.not-your-channel", (await InAsync(bot, "dan", "#lons", "/reminder add tomorrow tea for:channel")).Refused);
        Assert.Null((await InAsync(bot, "claire", "#lons", "/rappel ajouter demain thé pour:\"ce salon\"")).Refused);
        bot.Host.Dispatcher.LackedIn = _ => ["Send Messages"];
        Assert.Equal("channel.permissions", (await InAsync(bot, "claire", "#lons", "/reminder add tomorrow tea for:channel")).Refused);
    }

    [Fact]
    public async Task All_that_somebody_sets_counts_towards_the_twenty()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /mission ouvrir Lons");
        for (var i = 0; i < 10; i++)
        {
            await bot.DoAsync($"claire> /rappel ajouter \"dans {30 + i} jours\" a", "claire> /rappel ajouter \"chaque mardi 9h\" b pour:mission");
        }

        Assert.Equal("reminder.full", await bot.RefusedAsync("claire> /rappel ajouter \"chaque jour\" c"));
    }

    [Fact]
    public async Task One_whose_channel_is_closed_ends_and_its_owner_hears_so_once()
    {
        await using var bot = await TestBot.StartAsync();
        await TeamAsync(bot);
        await InAsync(bot, "bob", "#lons", "/reminder add every day at 9am Stand-up for:channel");
        await bot.WaitAsync(TimeSpan.FromDays(1));

        // As a network's door leaves a message that found its channel closed.
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Outbox.Where(o => o.Channel == "#lons")
            .ExecuteUpdateAsync(u => u.SetProperty(o => o.Parked, Parking.Channel).SetProperty(o => o.SentAt, (DateTimeOffset?)null), default));
        var told = await bot.WaitAsync(TimeSpan.FromDays(1));

        Assert.Contains("→ bob (private): R1 has ended: I can no longer write in #lons. Once I can again, set it anew: Stand-up\n", told, StringComparison.Ordinal);
        Assert.DoesNotContain("→ #lons", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Stand-up", await bot.WaitAsync(TimeSpan.FromDays(7)), StringComparison.Ordinal);
        Assert.Equal(ReminderState.Cancelled, await bot.SeeAsync(db => db.Reminders.Where(r => r.Kind == ReminderKind.Channel).Select(r => r.State).SingleAsync()));
    }

    private static async Task<Reply> InAsync(TestBot bot, string who, string channel, string line)
    {
        var incoming = new Incoming(Conversation.Door, Guid.NewGuid().ToString("N"), who, who, null) { Text = line, TypedIn = channel };
        return (await bot.Host.Dispatcher.HandleAsync(incoming, Conversation.Local, TestContext.Current.CancellationToken)).Reply;
    }

    private static string Words(string text) => Timestamp.Words(text);

    /// <summary>Claire coordinates Lons (M1), which has a deadline far away, and Bob is of its team; Dan is not.</summary>
    private static async Task TeamAsync(TestBot bot)
    {
        await bot.DoAsync("claire> /mission ouvrir Lons limite:\"31 mars 2027\"", "bob> /mission join M1 role:provider", "bob> /my settings language:English", "dan> /help");
        await DeadlineLadderTests.ChangeAsync(bot, db => db.RoleHolders.Where(h => h.Holding == Holding.Candidate).ExecuteUpdateAsync(u => u.SetProperty(h => h.Holding, Holding.Active)));
    }
}
