using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Unisson.Bot.Missions;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Documents;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>People of a mission who left the community, or who asked to be forgotten: what is left of the team goes on without them.</summary>
public sealed class GoneBadInputTests
{
    private const string Learn = "/mission close M1 learned:much where:here";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_its_provider_a_mission_says_that_it_needs_one_and_starts_with_another(bool isForgotten)
    {
        await using var bot = await MethodWorld.FramedAsync();
        await GoesAsync(bot, "bob", isForgotten);

        Assert.Equal("person.unknown", await bot.RefusedAsync("claire> /mission assign M1 bob provider scope:all"));
        var refused = await bot.SayAsync("claire> /mission status M1 running");
        Assert.Contains("[mission.gate]", refused, StringComparison.Ordinal);
        Assert.Contains("\n  - a provider\n  /mission assign M1 Provider person:…\n", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", refused, StringComparison.Ordinal);

        await bot.DoAsync("claire> /mission assign M1 ana provider scope:all", "ana> /mission accept M1 provider", "ana> /contract accept M1", "claire> /mission status M1 running");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_its_guarantor_a_mission_does_not_start(bool isForgotten)
    {
        await using var bot = await MethodWorld.FramedAsync();
        await GoesAsync(bot, "me", isForgotten);

        var refused = await bot.SayAsync("claire> /mission status M1 running");

        Assert.Contains("[mission.gate]", refused, StringComparison.Ordinal);
        Assert.Contains("\n  - somebody to guarantee\n", refused, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_the_community_takes_accepts_and_signs_nothing()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("claire> /mission assign M1 bob provider scope:all");
        await GoesAsync(bot, "bob", isForgotten: false);

        foreach (var line in new[] { "/mission accept M1 provider", "/contract accept M1", "/contract accept role:guarantor", "/mission join M1 provider", "/mission assign M1 bob provider hours:3h" })
        {
            Assert.Equal((line, "standing.member"), (line, await bot.RefusedAsync($"bob> {line}")));
        }

        Assert.Equal("person.unknown", await bot.RefusedAsync("me> /contract accept person:bob"));
        Assert.False(await bot.SeeAsync(db => db.Acceptances.AnyAsync()));
    }

    [Theory]
    [InlineData("claire", true)]
    [InlineData("bob", true)]
    [InlineData("claire", false)]
    [InlineData("bob", false)]
    public async Task A_mission_whose_coordinator_or_provider_went_is_shown_written_and_closed(string who, bool isForgotten)
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("claire> /mission status M1 running", "bob> /contribution log coworking 3h notes mission:M1");
        await GoesAsync(bot, who, isForgotten);

        await bot.WaitAsync(TimeSpan.FromDays(65));
        var show = await bot.DoAsync("ana> /mission show M1");
        foreach (var verb in new[] { "kit", "report" })
        {
            var page = Answered.TextIn(await bot.DoAsync($"me> /mission {verb} M1 format:md"));
            Assert.DoesNotContain(who, page, StringComparison.Ordinal);
        }

        Assert.Contains("coworking: 10 h promised, 3 h in the ledger.", show, StringComparison.Ordinal);
        Assert.True(!isForgotten || !show.Contains(who, StringComparison.Ordinal), show);

        await bot.DoAsync("me> /mission status M1 delivered", "me> /mission pledge M1 P1 not-kept reason:\"nobody answers\"", $"me> {Learn}");
        var after = await bot.WaitAsync(TimeSpan.FromDays(400));
        Assert.Contains("→ me (private): The mission Study (M1) ended three months ago.", after, StringComparison.Ordinal);
        Assert.DoesNotContain($"→ {who} (private)", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_left_is_not_asked_to_read_the_contract_again()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await GoesAsync(bot, "bob", isForgotten: false);

        var year = await bot.WaitAsync(TimeSpan.FromDays(370));

        Assert.Contains("→ me (private): A year ago you accepted the moral contract", year, StringComparison.Ordinal);
        Assert.DoesNotContain("→ bob (private): A year ago", year, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_that_is_taken_back_gives_no_role_to_whom_was_forgotten_since()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("claire> /mission status M1 abandoned reason:\"no money\"");
        await GoesAsync(bot, "bob", isForgotten: true);

        await bot.DoAsync("me> /mission status M1 open reason:\"there is money after all\"");

        Assert.False(await bot.SeeAsync(db => db.RoleHolders.AnyAsync(h => h.Role == RoleKind.Provider && (h.Holding == Holding.Active || h.Holding == Holding.Selected))));
        Assert.Contains("\n  - a provider\n", await bot.SayAsync("claire> /mission status M1 running"), StringComparison.Ordinal);
    }

    private static async Task GoesAsync(TestBot bot, string who, bool isForgotten)
    {
        if (isForgotten)
        {
            await bot.DoAsync($"{who}> /my forget account:all");
            return;
        }

        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            await Departure.LeftAsync(scope.Db, Conversation.Local, (await scope.Db.People.SingleAsync(p => p.Name == who)).Id, bot.Now, TestContext.Current.CancellationToken);
            await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
    }
}
