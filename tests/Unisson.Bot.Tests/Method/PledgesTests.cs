using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Pledges;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>What is promised to commons, and what has come of it, in the open (rule 12).</summary>
public sealed class PledgesTests
{
    [Theory]
    [InlineData("\"a how-to\"", PledgeKind.Other, null, null, null)]
    [InlineData("\"workshop time\" amount:40h", PledgeKind.Time, 2400, null, null)]
    [InlineData("\"for the servers\" amount:\"1 200,50 €\"", PledgeKind.Money, null, 120050L, null)]
    [InlineData("\"of what we earn\" amount:\"2,5 %\"", PledgeKind.Share, null, null, 250)]
    [InlineData("\"a how-to\" kind:documentation amount:3h", PledgeKind.Documentation, 180, null, null)]
    public async Task A_pledge_is_what_was_said(string said, PledgeKind kind, int? minutes, long? cents, int? share)
    {
        await using var bot = await MethodWorld.OpenedAsync();

        Assert.StartsWith("Promised. P1 to coworking: ", await bot.DoAsync($"claire> /mission pledge M1 coworking {said}"), StringComparison.Ordinal);

        var pledge = await bot.SeeAsync(db => db.Pledges.SingleAsync());
        Assert.Equal((kind, minutes, cents, share), (pledge.Kind, pledge.Minutes, pledge.Cents, pledge.Share));
    }

    [Theory]
    [InlineData("coworking", "pledge.what")]
    [InlineData("coworking x amount:\"0 %\"", "pledge.share")]
    [InlineData("coworking x amount:\"101 %\"", "pledge.share")]
    [InlineData("coworking x amount:soon", "amount.nonsense")]
    [InlineData("coworking x amount:\"40 $\"", "amount.currency")]
    [InlineData("coworking x amount:40h kind:money", "pledge.kind")]
    [InlineData("garden x", "pledge.common")]
    [InlineData("P1 kept", "pledge.unknown")]
    public async Task A_refusal_gives_its_reason_and_stores_nothing(string said, string code)
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync("me> /common add garden");

        Assert.Equal(code, await bot.RefusedAsync($"claire> /mission pledge M1 {said}"));
        Assert.False(await bot.SeeAsync(db => db.Pledges.AnyAsync()));
    }

    [Theory]
    [InlineData("kept", "", PledgeState.Kept)]
    [InlineData("not-kept", "reason:\"no money came\"", PledgeState.NotKept)]
    [InlineData("carried", "by:\"1 March\"", PledgeState.Carried)]
    [InlineData("changed", "amount:20h reason:\"half the budget\"", PledgeState.Changed)]
    public async Task What_came_of_it_is_said(string state, string more, PledgeState expected)
    {
        await using var bot = await MethodWorld.FramedAsync();

        await bot.DoAsync($"claire> /mission pledge M1 P1 {state} {more}");

        Assert.Equal(expected, (await bot.SeeAsync(db => db.Pledges.SingleAsync())).State);
    }

    [Theory]
    [InlineData("not-kept", "pledge.reason")]
    [InlineData("changed amount:20h", "pledge.reason")]
    [InlineData("changed reason:so", "pledge.changed")]
    [InlineData("carried", "pledge.carried")]
    [InlineData("promised", "pledge.state")]
    public async Task What_is_said_in_the_open_needs_its_words(string said, string code)
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.Equal(code, await bot.RefusedAsync($"claire> /mission pledge M1 P1 {said}"));
        Assert.Equal(PledgeState.Promised, (await bot.SeeAsync(db => db.Pledges.SingleAsync())).State);
    }

    [Fact]
    public async Task The_gauge_is_what_the_ledger_says_after_corrections_and_withdrawals()
    {
        await using var bot = await MethodWorld.FramedAsync();
        Assert.Contains("coworking: 10 h promised, nothing in the ledger yet.", await bot.DoAsync("ana> /mission show M1"), StringComparison.Ordinal);

        await bot.DoAsync("bob> /contribution log coworking 5h notes mission:M1", "bob> /contribution correct L1 4h", "bob> /contribution log coworking 2h more mission:M1", "bob> /contribution withdraw L3", "ana> /contribution log coworking 8h \"for none\"");

        Assert.Contains("coworking: 10 h promised, 4 h in the ledger.", await bot.DoAsync("ana> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_says_that_it_was_kept_sees_what_the_ledger_lacks_and_how_it_is_logged()
    {
        await using var bot = await MethodWorld.FramedAsync();
        await bot.DoAsync("bob> /contribution log coworking 4h notes mission:M1");

        Assert.Contains(
            "(Kept)\n  coworking: 10 h promised, 4 h in the ledger.\n  What was given and is not in the ledger yet is logged so:\n  /contribution log common:coworking amount:… what:… mission:M1\n",
            await bot.DoAsync("claire> /mission pledge M1 P1 kept"),
            StringComparison.Ordinal);
        await bot.DoAsync("bob> /contribution log coworking 6h notes mission:M1", "claire> /mission pledge M1 P1 carried by:\"3 March\"");
        Assert.DoesNotContain("in the ledger", await bot.DoAsync("claire> /mission pledge M1 P1 kept"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_are_enough()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        for (var i = 0; i < MissionPledge.Most; i++)
        {
            await bot.DoAsync($"claire> /mission pledge M1 coworking \"thing {i}\"");
        }

        Assert.Equal("pledge.full", await bot.RefusedAsync("claire> /mission pledge M1 coworking more"));
        Assert.Contains("and 40 more", await bot.DoAsync("claire> /mission show M1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_mission_has_pledges_outside_the_row()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        var label = (await bot.DoAsync("claire> /mission open Secret visibility:private commons:coworking"))[..6];

        Assert.Matches("^Promised. PP[0-9]{4} to coworking", await bot.DoAsync($"claire> /mission pledge {label} coworking x"));
        Assert.StartsWith("Promised. P1 ", await bot.DoAsync("claire> /mission pledge M1 coworking x"), StringComparison.Ordinal);
    }
}
