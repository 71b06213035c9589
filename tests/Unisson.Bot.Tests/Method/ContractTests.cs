using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Method;

/// <summary>The moral contract: read, accepted for a mission, and by whoever would guarantee missions here.</summary>
public sealed class ContractTests
{
    [Fact]
    public async Task It_is_read_in_either_language_and_says_who_accepted_it()
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.Contains("Accepted by bob (Provider) on ", await bot.DoAsync("ana> /contract read M1"), StringComparison.Ordinal);
        Assert.Contains("On n’use personne", await bot.DoAsync("ana> /contract read language:fr"), StringComparison.Ordinal);
        Assert.Equal("contract.accepted", await bot.RefusedAsync("bob> /contract accept M1"));
        Assert.Equal("contract.role", await bot.RefusedAsync("claire> /contract accept M1"));
        Assert.Equal("contract.not-in-role", await bot.RefusedAsync("bob> /contract accept M1 guarantor"));
    }

    [Fact]
    public async Task Who_would_guarantee_stands_and_a_guarantor_confirms()
    {
        await using var bot = await MethodWorld.OpenedAsync();

        var stood = await bot.DoAsync("ana> /contrat accepter rôle:garant");
        Assert.Contains("→ me (private): ana accepts the moral contract and would like to guarantee missions here.", stood, StringComparison.Ordinal);
        Assert.Equal("contract.waits", await bot.RefusedAsync("ana> /contract accept role:guarantor"));
        Assert.Equal("standing.guarantor", await bot.RefusedAsync("bob> /contract accept person:ana"));
        Assert.Equal("standing.guarantor", await bot.RefusedAsync("ana> /contract accept person:ana"));

        Assert.Contains("→ ana (private): me confirmed it: you guarantee missions here from now on.", await bot.DoAsync("me> /contract accept person:ana"), StringComparison.Ordinal);
        Assert.Equal("contract.guarantor", await bot.RefusedAsync("ana> /contract accept"));
        Assert.Contains("You are in the role", await bot.DoAsync("ana> /mission join M1 guarantor"), StringComparison.Ordinal);
        Assert.Equal(["contract accept"], await bot.SeeAsync(db => db.Audit.Select(a => a.Command).ToListAsync()));
    }

    [Fact]
    public async Task Of_very_many_guarantors_any_confirms()
    {
        await using var bot = await MethodWorld.OpenedAsync();
        await bot.DoAsync([.. Enumerable.Range(10, 12).Select(i => $"g{i}> /help"), "eve> /help", "ana> /contract accept"]);
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.Memberships.Where(m => scope.Db.People.Any(p => p.Id == m.PersonId && EF.Functions.Like(p.Name, "g%")) || scope.Db.People.Any(p => p.Id == m.PersonId && p.Name == "eve")).ExecuteUpdateAsync(u => u.SetProperty(m => m.IsGuarantor, true)));

        Assert.StartsWith("ana guarantees missions here from now on.", await bot.DoAsync("eve> /contract accept person:ana"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_later_it_is_read_again_as_long_as_the_mission_goes_on()
    {
        await using var bot = await MethodWorld.FramedAsync();

        Assert.Contains("→ bob (private): A year ago you accepted the moral contract for “Study” (M1)", await bot.WaitAsync(TimeSpan.FromDays(370)), StringComparison.Ordinal);
        await bot.DoAsync("claire> /mission status M1 abandoned reason:over");
        Assert.DoesNotContain("moral contract", await bot.WaitAsync(TimeSpan.FromDays(370)), StringComparison.Ordinal);
    }
}
