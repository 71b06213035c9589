using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Availability;

public sealed class AvailabilityPauseTests
{
    [Fact]
    public async Task A_pause_holds_at_once_and_ends_only_with_I_am_here()
    {
        await using var bot = await GivenBobAsync();

        var answer = await bot.DoAsync("bob> /dispo pause jusque:\"15 janvier\"");
        Assert.StartsWith("Pause jusqu’au vendredi 15 janvier 2027. Je ne te demande plus rien et je ne dis à personne pourquoi.", answer, StringComparison.Ordinal);
        Assert.Contains("vendredi 15 janvier 2027 à 9 h", answer, StringComparison.Ordinal);
        Assert.False(await IsAskableAsync(bot));

        var line = await bot.WaitAsync(TimeSpan.FromDays(60));
        Assert.Contains("→ bob (private): Ta pause s’achève aujourd’hui. Je ne te demanderai rien avant que tu dises « Je suis là »", line, StringComparison.Ordinal);
        Assert.False(await IsAskableAsync(bot));
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(60)));

        await bot.DoAsync("bob> 1");
        Assert.True(await IsAskableAsync(bot));
        Assert.Null(await bot.SeeAsync(db => db.People.Where(p => p.Name == "bob").Select(p => p.PausedAt).SingleAsync()));
    }

    [Fact]
    public async Task The_soft_line_waits_for_a_working_day_of_the_person()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /availability set quiet:20h-10h30");

        await bot.DoAsync("bob> /availability pause until:\"28 November\""); // a Saturday

        var ends = await bot.SeeAsync(db => db.People.Where(p => p.Name == "bob").Select(p => p.PauseEndsAt).SingleAsync());
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 30, 0, TimeSpan.Zero), ends);
    }

    [Fact]
    public async Task Quiet_hours_changed_meanwhile_hold_as_well()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /availability pause until:\"26 November\"", "bob> /availability set quiet:20h-12h");

        Assert.Equal("", await bot.WaitAsync(new DateTimeOffset(2026, 11, 26, 10, 59, 0, TimeSpan.Zero) - bot.Now));
        Assert.Contains("Your pause ends today.", await bot.WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_without_end_says_nothing_more()
    {
        await using var bot = await GivenBobAsync();

        Assert.StartsWith("Paused, for as long as you like.", await bot.DoAsync("bob> /availability pause"), StringComparison.Ordinal);
        Assert.Equal("", await bot.WaitAsync(TimeSpan.FromDays(400)));
        Assert.StartsWith("You are here again", await bot.DoAsync("bob> I am here"), StringComparison.Ordinal);
        Assert.StartsWith("You were not on a pause", await bot.DoAsync("bob> /availability resume"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_asks_are_released_without_a_trace_and_the_call_looks_again()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync(
            "/mission open \"Étude coworking\" commons:coworking",
            "/commoners call coworking mission:M1 hours:6h by:\"15 December\" terms:paid");
        Assert.Equal(AskState.Sent, await bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));

        var answer = await bot.DoAsync("bob> /availability pause until:\"in two weeks\"");

        Assert.DoesNotContain("→", answer, StringComparison.Ordinal);
        Assert.Equal(AskState.Released, await bot.SeeAsync(db => db.Asks.Select(a => a.State).SingleAsync()));
    }

    [Fact]
    public async Task Duties_go_on_and_can_be_handed_back()
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync("bob> /mission ouvrir Lons");

        var answer = await bot.DoAsync("bob> /dispo pause");

        Assert.Contains("Tu tiens encore un rôle à Lons (M1) : je garde ses rappels, ou je cherche une relève ?", answer, StringComparison.Ordinal);
        Assert.Contains("Passer la main", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2 weeks", "2026-12-08")]
    [InlineData("deux semaines", "2026-12-08")]
    [InlineData("in two weeks", "2026-12-08")]
    [InlineData("1 mois", "2026-12-24")]
    [InlineData("jeudi", "2026-11-26")]
    public async Task An_end_is_a_day_or_a_length(string until, string day)
    {
        await using var bot = await GivenBobAsync();
        await bot.DoAsync($"bob> /dispo pause {until}");

        var ends = await bot.SeeAsync(db => db.People.Where(p => p.Name == "bob").Select(p => p.PauseEndsAt).SingleAsync());
        Assert.Equal(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateOnly.FromDateTime(ends!.Value.UtcDateTime));
    }

    [Theory]
    [InlineData("today", "availability.today")]
    [InlineData("2 heures", "availability.today")]
    [InlineData("aujourd’hui", "availability.today")]
    [InlineData("yesterday", "date.past")]
    [InlineData("someday", "availability.until")]
    public async Task A_pause_without_a_later_day_is_refused(string until, string code)
    {
        await using var bot = await GivenBobAsync();

        Assert.Equal(code, await bot.RefusedAsync($"bob> /availability pause until:\"{until}\""));
        Assert.True(await IsAskableAsync(bot));
    }

    private static async Task<TestBot> GivenBobAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking", "bob> /experience add coworking contributed", "bob> /availability set asks:4 hours:20h");
        return bot;
    }

    private static Task<bool> IsAskableAsync(TestBot bot) => bot.SeeAsync(db => db.Experiences.Select(x => x.IsAskable).SingleAsync());
}
