using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commoners;

/// <summary>What is known of oneself, and how one likes to be spoken to.</summary>
public sealed class MyTests
{
    [Theory]
    [InlineData("/my settings language:fr", "Langue : Français, ton choix.")]
    [InlineData("/moi réglages langue:english", "Language: English, your choice.")]
    [InlineData("/my settings zone:reunion", "Time zone: Indian/Reunion, your choice.")]
    [InlineData("/my settings", "Time zone: Europe/Paris, as this community’s.")]
    [InlineData("/moi réglages", "Langue : Français, d’après ta façon d’écrire.")]
    public async Task Settings_are_said_back_in_the_language_that_was_chosen(string line, string contains)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(contains, await bot.DoAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chosen_language_and_zone_are_used_from_then_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /my settings language:fr zone:Indian/Reunion");

        Assert.StartsWith("Bonjour claire.", await bot.SayAsync("claire> /unisson"), StringComparison.Ordinal);
        Assert.Contains("Indian/Reunion", await bot.SayAsync("claire> /my show"), StringComparison.Ordinal);
        Assert.StartsWith("Hello bob.", await bot.SayAsync("bob> /unisson"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/my settings zone:Mars", "zone.unknown")]
    [InlineData("/my settings language:latin", "option.choice")]
    public async Task A_refusal_keeps_what_was(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Null(await bot.SeeAsync(db => db.People.Select(p => p.Zone).FirstOrDefaultAsync()));
    }

    [Fact]
    public async Task Somebody_new_is_told_that_little_is_known_and_nothing_is_asked()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/about");

        var said = await bot.SayAsync("bob> /moi voir");

        Assert.StartsWith("Voici ce que je sais de toi, bob. Il n’y a que toi qui le vois.\n  Tes comptes : bob (terminal).", said, StringComparison.Ordinal);
        Assert.Contains("Tu n’as pas donné ton accord", said, StringComparison.Ordinal);
        Assert.Contains("Je ne t’ai rien demandé ces 12 derniers mois.", said, StringComparison.Ordinal);
        Assert.Contains("0 ligne de toi ; 0 rappel", said, StringComparison.Ordinal);
        Assert.DoesNotContain("garant", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asks_of_the_last_twelve_months_stand_there_one_by_one_and_no_rate()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("ana> /common add coworking", "bob> /about");
        for (var i = 0; i < 5; i++)
        {
            await bot.DoAsync($"ana> /mission open \"Study {i}\" commons:coworking");
        }

        await AskedAsync(bot, 1, AskState.Accepted, days: 3);
        await AskedAsync(bot, 2, AskState.Declined, days: 40);
        await AskedAsync(bot, 3, AskState.Silent, days: 100);
        await AskedAsync(bot, 4, AskState.Accepted, days: 370);
        await AskedAsync(bot, 5, AskState.Planned, days: null);

        var said = await bot.SayAsync("bob> /my show");

        Assert.Contains("Study 0. Your answer: Yes.", said, StringComparison.Ordinal);
        Assert.Contains("Study 1. Your answer: No.", said, StringComparison.Ordinal);
        Assert.Contains("Study 2. You did not answer, which is fine.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Study 3", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Study 4", said, StringComparison.Ordinal);
        Assert.DoesNotContain("%", said, StringComparison.Ordinal);
        Assert.True(said.IndexOf("Study 0", StringComparison.Ordinal) < said.IndexOf("Study 1", StringComparison.Ordinal));
        Assert.DoesNotContain("Study", await bot.SayAsync("ana> /my show"), StringComparison.Ordinal);
    }

    private static Task AskedAsync(TestBot bot, long mission, AskState state, int? days) => bot.Host.Store.Writer.WriteAsync(async scope =>
    {
        var bob = await scope.Db.People.Where(p => p.Name == "bob").Select(p => p.Id).SingleAsync();
        var ana = await scope.Db.People.Where(p => p.Name == "ana").Select(p => p.Id).SingleAsync();
        var call = new Call { CommunityId = 1, Number = (int)mission, MissionId = mission, CallerId = ana, Places = 1, Minutes = 60, OpenedAt = bot.Now, Deadline = bot.Now.AddDays(9), State = CallState.Closed };
        call.Asks.Add(new Ask { CommunityId = 1, PersonId = bob, State = state, PlannedAt = bot.Now, SentAt = days is { } ago ? bot.Now.AddDays(-ago) : null });
        scope.Db.Calls.Add(call);
        await scope.Db.SaveChangesAsync();
    });
}
