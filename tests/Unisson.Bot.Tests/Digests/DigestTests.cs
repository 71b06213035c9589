using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Unisson.Bot.Tests.Availability;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Digests;

/// <summary>What rings nobody comes together, once, on a working morning, and only with something in it.</summary>
public sealed class DigestTests
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1), Week = TimeSpan.FromDays(7);

    /// <summary>Monday after <see cref="TestBot.Start"/>, at 9:00 in Paris.</summary>
    private static readonly DateTimeOffset Monday = new(2026, 11, 30, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task News_wait_for_monday_morning_and_come_once()
    {
        await using var bot = await GivenMissionAsync();
        Assert.DoesNotContain("→ claire", await bot.DoAsync("bob> /mission join M1 provider as:shadow"), StringComparison.Ordinal);
        Assert.Equal("", await bot.WaitAsync(Monday - bot.Now - TimeSpan.FromMinutes(1)));

        var told = await bot.WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Contains(
            "→ claire (private): Unisson, your week: one mission open and one piece of news.\n  bob would like to shadow in Lons (M1): Provider.\n  [] Change the digest",
            Gestures.Plain(told), StringComparison.Ordinal);
        var row = await bot.SeeAsync(db => db.Outbox.SingleAsync(o => o.Subject.StartsWith("digest:") && db.People.Any(p => p.Id == o.PersonId && p.Name == "claire"), Ct));
        Assert.Equal(Loudness.Quiet, row.Loudness);
        Assert.Equal(0, await bot.SeeAsync(db => db.News.CountAsync(Ct)));
        await bot.RestartAsync();
        Assert.DoesNotContain("your week", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deadlines_of_the_team_and_own_reminders_of_the_week_stand_in_it()
    {
        await using var bot = await GivenMissionAsync();
        await bot.WaitAsync(Week);
        await bot.DoAsync("claire> /rappel ajouter \"jeudi 17 décembre 18h\" \"appeler Bob\"", "dora> /rappel ajouter \"jeudi 17 décembre 18h\" \"arroser\"", "claire> /moi réglages récap:semaine", "dora> /moi réglages récap:semaine");

        var told = await bot.WaitAsync(new DateTimeOffset(2026, 12, 14, 8, 0, 0, TimeSpan.Zero) - bot.Now);

        Assert.Contains(
            "→ claire (private): Unisson, ta semaine : une mission ouverte, une remise mardi et un rappel jeudi.\n  Remise mardi 15 décembre : Lons (M1)\n  R2, jeudi 17 décembre à 18 h : appeler Bob\n",
            Gestures.Plain(told), StringComparison.Ordinal);
        Assert.Contains("→ dora (private): Unisson, ta semaine : une mission ouverte et un rappel jeudi.\n  R1, jeudi 17 décembre à 18 h : arroser\n", Gestures.Plain(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_never_chose_hears_nothing_of_what_is_not_theirs_and_who_chose_does()
    {
        await using var bot = await GivenMissionAsync();
        await bot.WaitAsync(TimeSpan.FromMinutes(1));
        await bot.DoAsync("dora> /help", "eve> /my settings digest:weekly");
        await bot.WaitAsync(Day);
        await bot.DoAsync("claire> /mission open Dole kind:tender");

        var told = await bot.WaitAsync(Week);

        Assert.DoesNotContain("→ dora", told, StringComparison.Ordinal);
        Assert.Contains("→ eve (private): Unisson, your week: two missions open.\n  New mission: Dole (M2)\n  [] Change the digest", Gestures.Plain(told), StringComparison.Ordinal);
        Assert.DoesNotContain("your week", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_mission_of_others_is_in_no_digest_and_in_no_count()
    {
        await using var bot = await GivenMissionAsync();
        await bot.WaitAsync(TimeSpan.FromMinutes(1));
        await bot.DoAsync("eve> /my settings digest:weekly", "claire> /my settings digest:weekly");
        await bot.WaitAsync(Day);
        await bot.DoAsync("claire> /mission open \"Étude secrète\" kind:tender deadline:2026-12-04 visibility:private", "claire> /mission open Dole kind:tender");

        var told = Gestures.Plain(await bot.WaitAsync(Week));

        Assert.Contains("→ eve (private): Unisson, your week: two missions open.\n  New mission: Dole (M2)\n  [] Change the digest", told, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): Unisson, your week: three missions open and one deadline on Friday.\n  Due Friday 4 December: Étude secrète (MP", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_day_means_each_working_day_at_nine_on_their_own_clock()
    {
        await using var bot = await GivenMissionAsync();
        await bot.DoAsync("eve> /my settings digest:daily zone:Indian/Reunion");
        for (var day = 0; day < 10; day++)
        {
            await bot.WaitAsync(TimeSpan.FromMinutes(1));
            await bot.DoAsync($"claire> /mission open \"Mission {day}\" kind:tender");
            await bot.WaitAsync(Day - TimeSpan.FromMinutes(1));
        }

        var sent = await bot.SeeAsync(db => db.Outbox.Where(o => o.Subject.StartsWith("digest:") && db.People.Any(p => p.Id == o.PersonId && p.Name == "eve")).OrderBy(o => o.Id).Select(o => o.CreatedAt).ToListAsync(Ct));

        // 9:00 there is 5:00 UTC; not on the 28th and 29th, a weekend.
        Assert.Equal([.. new[] { (11, 25), (11, 26), (11, 27), (11, 30), (12, 1), (12, 2), (12, 3), (12, 4) }.Select(d => new DateTimeOffset(2026, d.Item1, d.Item2, 5, 0, 0, TimeSpan.Zero))], sent);
    }

    [Fact]
    public async Task A_monday_that_is_a_holiday_is_left_to_the_day_after()
    {
        // Easter Monday 2027 is 29 March, a day after the clocks went forward.
        await using var bot = await GivenMissionAsync(new DateTimeOffset(2027, 3, 23, 9, 0, 0, TimeSpan.Zero), "2027-04-15");
        await bot.DoAsync("bob> /mission join M1 provider as:shadow");

        Assert.DoesNotContain("your week", await bot.WaitAsync(new DateTimeOffset(2027, 3, 30, 6, 59, 0, TimeSpan.Zero) - bot.Now), StringComparison.Ordinal);
        Assert.Contains("→ claire (private): Unisson, your week", await bot.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_wants_none_gets_news_one_by_one_and_what_waited_at_once()
    {
        await using var bot = await GivenMissionAsync();
        await bot.DoAsync("bob> /mission join M1 provider as:shadow");

        var answer = await bot.DoAsync("claire> /my settings digest:never");

        Assert.Contains("Digest: never; what concerns you comes one by one, and does not ring.\nYour name: stays in this community; exports leave it out.\nWhat was waiting for it:\nbob would like to shadow in Lons (M1): Provider.", answer.Replace("\n  ", "\n", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("→ claire (private): ana", await bot.DoAsync("ana> /mission join M1 provider as:shadow"), StringComparison.Ordinal);
        Assert.DoesNotContain("→ claire (private): Unisson", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_comes_in_a_pause_and_nothing_is_lost_by_it()
    {
        await using var bot = await GivenMissionAsync();
        await bot.DoAsync("claire> /availability pause", "bob> /mission join M1 provider as:shadow");
        Assert.DoesNotContain("your week", await bot.WaitAsync(Week), StringComparison.Ordinal);

        await bot.DoAsync("claire> /availability resume");

        Assert.Contains("bob would like to shadow in Lons (M1): Provider.", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_an_outage_it_waits_for_the_next_working_morning()
    {
        await using var bot = await GivenMissionAsync();
        await bot.DoAsync("bob> /mission join M1 provider as:shadow");
        bot.Clock.Set(new DateTimeOffset(2026, 12, 5, 15, 0, 0, TimeSpan.Zero));

        Assert.DoesNotContain("your week", await bot.WaitAsync(new DateTimeOffset(2026, 12, 7, 7, 59, 0, TimeSpan.Zero) - bot.Now), StringComparison.Ordinal);

        Assert.Contains("→ claire (private): Unisson, your week", await bot.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_does_not_fit_comes_with_the_next()
    {
        await using var bot = await GivenMissionAsync();
        foreach (var i in Enumerable.Range(1, 22))
        {
            await bot.DoAsync($"bob{i}> /mission join M1 provider as:shadow");
        }

        Assert.Contains("your week: one mission open and 20 pieces of news.", await bot.WaitAsync(Week), StringComparison.Ordinal);
        Assert.Contains("your week: one mission open and two pieces of news.", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_tap_shows_how_it_is_and_another_changes_it()
    {
        await using var bot = await GivenMissionAsync();
        await bot.DoAsync("bob> /mission join M1 provider as:shadow");
        var digest = await bot.WaitAsync(Week);

        var shown = await bot.DoAsync(Gestures.Tap("claire", digest, "Change the digest"));
        Assert.Contains("Digest: on Mondays, when something happened that concerns you.", shown, StringComparison.Ordinal);
        var changed = await bot.DoAsync(Gestures.Tap("claire", shown, "Digest each day"));

        Assert.Contains("Digest: each working day at 9:00, when there is something new.", changed, StringComparison.Ordinal);
        Assert.Equal(Digest.Daily, await bot.SeeAsync(db => db.People.Where(p => p.Name == "claire").Select(p => p.Digest).SingleAsync(Ct)));
        Assert.Contains("Récap : chaque semaine", Gestures.Plain(await bot.DoAsync("claire> /moi réglages langue:fr récap:hebdo")).Replace("le lundi à 9 h, quand il y a du nouveau", "chaque semaine", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_of_an_older_version_get_their_first_one_next_monday()
    {
        await using var bot = await GivenMissionAsync();
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Memberships.ExecuteUpdateAsync(u => u.SetProperty(m => m.DigestAt, DateTimeOffset.UnixEpoch).SetProperty(m => m.DigestedAt, (DateTimeOffset?)null), Ct));

        Assert.Equal("", await bot.WaitAsync(Day));
        await bot.DoAsync("bob> /mission join M1 provider as:shadow");
        Assert.Contains("→ claire (private): Unisson, your week: one mission open and one piece of news.", await bot.WaitAsync(Week), StringComparison.Ordinal);
    }

    private static async Task<TestBot> GivenMissionAsync(DateTimeOffset? now = null, string deadline = "2026-12-15")
    {
        var bot = await TestBot.StartAsync(now);
        await bot.DoAsync($"claire> /mission open Lons kind:tender deadline:{deadline}");
        return bot;
    }
}
