using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Tests.Calls;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

/// <summary>Who speaks for a common, and the limits they set (rule 5).</summary>
public sealed class CommonStewardTests
{
    private const string Call = "claire> /commoners call coworking mission:M1 hours:2h by:\"in 8 days\"";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_proposed_speaks_for_it_from_their_own_yes_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "dan> /commun liste");

        var asked = await bot.DoAsync("claire> /common steward coworking dan");
        Assert.StartsWith("I asked dan to speak for coworking; nothing changes before they say yes.", asked, StringComparison.Ordinal);
        Assert.Contains("→ dan (private): claire te propose de parler au nom de coworking.", asked, StringComparison.Ordinal);
        Assert.Contains("Without a steward", await bot.DoAsync("claire> /common show coworking"), StringComparison.Ordinal);

        Assert.StartsWith("Tu parles maintenant au nom de coworking", await bot.DoAsync("dan> 1"), StringComparison.Ordinal);
        Assert.Contains("dan speaks for it.", await bot.DoAsync("claire> /common show coworking"), StringComparison.Ordinal);
        Assert.Contains("porte-parole de coworking", await bot.DoAsync("dan> /moi voir"), StringComparison.Ordinal);
        Assert.Equal(["common steward", "common steward"], await bot.SeeAsync(db => db.Audit.Select(a => a.Command).ToListAsync(Ct)));
    }

    [Fact]
    public async Task A_no_to_it_is_one_tap_and_nobody_else_says_yes_for_them()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "dan> /common list", "eva> /common list", "claire> /common steward coworking dan");

        Assert.Equal("steward.ask", await bot.RefusedAsync("eva> /common steward coworking eva"));
        Assert.StartsWith("Noted: somebody else will speak for coworking", await bot.DoAsync("dan> 2"), StringComparison.Ordinal);
        Assert.Equal("steward.ask", await bot.RefusedAsync("dan> /common steward coworking dan"));
        Assert.True(await bot.SeeAsync(db => db.Commons.AllAsync(c => c.StewardId == null && c.ProposedStewardId == null, Ct)));
    }

    [Theory]
    [InlineData("eva> /common steward coworking eva", "steward.taken")]
    [InlineData("eva> /common steward coworking bob", "steward.not-yours")]
    [InlineData("eva> /common steward coworking -", "steward.not-yours")]
    [InlineData("claire> /common steward coworking dan", "steward.already")]
    [InlineData("claire> /common steward coworking nobody", "person.unknown")]
    [InlineData("claire> /common steward garden dan", "common.unknown")]
    [InlineData("claire> /common steward coworking", "command.missing")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await SpokenForAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(("dan", null), await bot.SeeAsync(db => db.Commons.Select(c => new ValueTuple<string, long?>(db.People.First(p => p.Id == c.StewardId).Name, c.ProposedStewardId)).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_steps_back_is_followed_by_whom_a_keeper_proposes_and_is_told()
    {
        await using var bot = await SpokenForAsync();

        await bot.DoAsync("dan> /common steward coworking bob");
        Assert.Contains("→ dan (private): bob speaks for coworking from now on.", await bot.DoAsync("bob> 1"), StringComparison.Ordinal);
        Assert.Equal("standing.steward", await bot.RefusedAsync("dan> /common terms coworking asks:3"));
        Assert.Contains("→ bob (private): claire ended your speaking for coworking.", await bot.DoAsync("claire> /common steward coworking -"), StringComparison.Ordinal);
        Assert.Equal("standing.no-steward", await bot.RefusedAsync("bob> /common terms coworking asks:3"));
        Assert.Equal("steward.nobody", await bot.RefusedAsync("claire> /common steward coworking -"));
    }

    [Theory]
    [InlineData("dan> /common terms coworking", "common.terms-empty")]
    [InlineData("dan> /common terms coworking asks:many", "common.terms-asks")]
    [InlineData("dan> /common terms coworking asks:501", "common.terms-asks")]
    [InlineData("dan> /common terms coworking terms:beer", "option.choice")]
    [InlineData("claire> /common terms coworking asks:3", "standing.steward")]
    public async Task Limits_are_the_stewards_alone(string line, string code)
    {
        await using var bot = await SpokenForAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Null(await bot.SeeAsync(db => db.Commons.Select(c => c.AskBudget).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Its_people_are_asked_no_more_in_a_month_than_the_steward_allows_and_the_next_month_again()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync("claire> /common steward coworking claire", "claire> /common terms coworking asks:2");
        foreach (var name in new[] { "ana", "bob", "eva", "gil" })
        {
            await v.GivesAsync(name);
        }

        await v.Bot.DoAsync($"{Call} places:4 terms:paid");
        await v.Bot.WaitAsync(TimeSpan.FromDays(4));
        Assert.Equal(2, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt != null, Ct)));
        Assert.Contains("this month’s asks are used up", await v.Bot.DoAsync("claire> /common show coworking"), StringComparison.Ordinal);
        Assert.DoesNotContain("this month’s asks", await v.Bot.DoAsync("ana> /common show coworking"), StringComparison.Ordinal);

        // Tuesday 1 December.
        await v.Bot.WaitAsync(TimeSpan.FromDays(3.5));
        Assert.Equal(4, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt != null, Ct)));
    }

    [Fact]
    public async Task Nothing_that_was_planned_leaves_once_the_steward_allows_less()
    {
        // Planned in the night, to leave in the morning.
        await using var v = await Village.StartAsync(new DateTimeOffset(2026, 11, 24, 22, 0, 0, TimeSpan.Zero));
        await v.GivesAsync("ana");
        await v.Bot.DoAsync("claire> /common steward coworking claire", $"{Call} terms:paid");
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt == null, Ct)));

        await v.Bot.DoAsync("claire> /common terms coworking asks:0");

        Assert.DoesNotContain("→ ana", await v.Bot.WaitAsync(TimeSpan.FromDays(2)), StringComparison.Ordinal);
        Assert.Equal(0, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.SentAt != null, Ct)));
    }

    [Fact]
    public async Task A_call_goes_by_the_terms_of_the_steward()
    {
        await using var v = await Village.StartAsync();
        await v.Bot.DoAsync("claire> /common steward coworking claire", "claire> /common terms coworking terms:paid,expenses note:\"Not in August\"");

        var refused = await v.Bot.SayAsync($"{Call} terms:voluntary");
        Assert.Equal("call.terms", TestBot.Refusal(refused));
        Assert.Contains("terms:Paid", refused, StringComparison.Ordinal);
        var preview = await v.Bot.DoAsync("claire> /commoners call coworking");
        Assert.Contains("“Not in August”", preview, StringComparison.Ordinal);
        Assert.Contains("[1] Send: Paid  [2] Send: Expenses  [3] Change", preview, StringComparison.Ordinal);
        await v.Bot.DoAsync($"{Call} terms:paid");
        Assert.Equal(Terms.Paid, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.Terms).SingleAsync(Ct)));

        await v.Bot.DoAsync("claire> /common steward coworking -", $"{Call} terms:voluntary");
    }

    /// <summary>Claire's common, for which Dan speaks, and two others.</summary>
    private static async Task<TestBot> SpokenForAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("claire> /common add coworking", "dan> /common list", "eva> /common list", "bob> /common list", "claire> /common steward coworking dan", "dan> 1");
        return bot;
    }
}
