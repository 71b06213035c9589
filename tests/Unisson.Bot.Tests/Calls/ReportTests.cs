using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Calls;
using Xunit;

namespace Unisson.Bot.Tests.Calls;

/// <summary>"Report" on an ask (rule 18).</summary>
public sealed class ReportTests
{
    private const string Open = "claire> /commoners call coworking mission:M1 hours:2h by:\"in 6 days\" terms:paid places:3";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_report_is_a_no_and_two_put_the_call_on_hold_without_saying_who()
    {
        await using var v = await AskedAsync();

        var first = await v.Bot.DoAsync("ana> report");
        Assert.StartsWith("Noted, and thank you for saying so. Nobody learns that it was you.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("→ claire", first, StringComparison.Ordinal);
        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
        await v.Bot.DoAsync("ana> /call answer C1 report");
        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));

        var second = await v.Bot.DoAsync("bob> /appel répondre C1 signaler");
        Assert.StartsWith("C’est noté, et merci de l’avoir dit.", second, StringComparison.Ordinal);
        Assert.Contains("→ gil (private): C1, for Coworking in Lons, is on hold: two people reported it.", second, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): C1, for Coworking in Lons, is on hold: two people reported it.", second, StringComparison.Ordinal);
        Assert.Contains("→ eva (private): The call for Coworking in Lons is on hold", second, StringComparison.Ordinal);
        foreach (var block in second.Split("→ ").Where(b => !b.StartsWith("ana", StringComparison.Ordinal) && !b.StartsWith("bob", StringComparison.Ordinal)))
        {
            Assert.DoesNotContain("ana", block, StringComparison.Ordinal);
            Assert.DoesNotContain("bob", block, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Another_answer_takes_a_report_back()
    {
        await using var v = await AskedAsync();

        await v.Bot.DoAsync("ana> report", "ana> /call answer C1 yes", "bob> report");

        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.ReportedAt != null, Ct)));
        Assert.Equal(1, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.State == AskState.Accepted, Ct)));
    }

    [Fact]
    public async Task On_hold_nobody_is_asked_or_takes_a_place_and_its_asks_take_nothing_from_the_commons_month()
    {
        await using var v = await AskedAsync();
        await v.Bot.DoAsync("gil> /common steward coworking gil", "gil> /common terms coworking asks:3");
        await v.GivesAsync("fay");
        Assert.Contains("used up", await v.Bot.DoAsync("gil> /common show coworking"), StringComparison.Ordinal);
        await v.Bot.DoAsync("ana> report", "bob> report");

        Assert.Contains("far from used up", await v.Bot.DoAsync("gil> /common show coworking"), StringComparison.Ordinal);
        Assert.Equal("call.frozen", await v.Bot.RefusedAsync("eva> /call answer C1 yes"));
        Assert.Equal("call.frozen", await v.Bot.RefusedAsync("zoe> /call answer C1 yes"));
        Assert.Equal("call.frozen", await v.Bot.RefusedAsync("claire> /call answer C1 yes"));
        Assert.Equal("call.frozen", await v.Bot.RefusedAsync("claire> /call widen C1 places:4"));
        Assert.DoesNotContain("→ fay", await v.Bot.WaitAsync(TimeSpan.FromDays(3)), StringComparison.Ordinal);
        await v.Bot.WaitAsync(TimeSpan.FromDays(4));
        Assert.Equal(CallState.Expired, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_keeps_the_method_lets_it_go_on_to_others_and_two_more_would_hold_it_again()
    {
        await using var v = await AskedAsync();
        await v.Bot.DoAsync("ana> report", "bob> report");
        await v.GivesAsync("fay");
        await v.GivesAsync("han");

        var goesOn = await v.Bot.DoAsync("gil> /call answer C1 yes");
        Assert.StartsWith("C1 goes on.", goesOn, StringComparison.Ordinal);
        Assert.Contains("→ claire (private): C1 goes on: gil looked at it.", goesOn, StringComparison.Ordinal);
        Assert.Contains("→ fay", goesOn, StringComparison.Ordinal);
        Assert.DoesNotContain("→ ana", goesOn, StringComparison.Ordinal);
        Assert.DoesNotContain("→ eva", goesOn, StringComparison.Ordinal);

        await v.Bot.DoAsync("fay> report");
        Assert.Equal(CallState.Open, await v.Bot.SeeAsync(db => db.Calls.Select(c => c.State).SingleAsync(Ct)));
    }

    [Fact]
    public async Task Who_keeps_the_method_ends_it_and_yeses_keep_their_place()
    {
        await using var v = await AskedAsync();
        await v.Bot.DoAsync("eva> yes", "ana> report", "bob> report");

        var ended = await v.Bot.DoAsync("gil> /call answer C1 no");

        Assert.StartsWith("C1 is closed", ended, StringComparison.Ordinal);
        Assert.Equal((CallState.Closed, true), await v.Bot.SeeAsync(db => db.Calls.Select(c => new ValueTuple<CallState, bool>(c.State, c.FrozenAt != null)).SingleAsync(Ct)));
        Assert.Equal(AskState.Accepted, await v.Bot.SeeAsync(db => db.Asks.Where(a => db.People.Any(p => p.Id == a.PersonId && p.Name == "eva")).Select(a => a.State).SingleAsync(Ct)));
    }

    /// <summary>Three people who were asked, and Gil, who looks after the space with Claire.</summary>
    private static async Task<Village> AskedAsync()
    {
        var v = await Village.StartAsync();
        foreach (var name in new[] { "ana", "bob", "eva" })
        {
            await v.GivesAsync(name);
        }

        await v.Bot.DoAsync("gil> /call list");
        await v.ChangeAsync("gil", async (db, person) => (await db.Memberships.SingleAsync(m => m.PersonId == person.Id, Ct)).IsAdmin = true);
        await v.Bot.DoAsync(Open);
        Assert.Equal(3, await v.Bot.SeeAsync(db => db.Asks.CountAsync(a => a.State == AskState.Sent, Ct)));
        return v;
    }
}
