using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commons;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

public sealed class CommonEditTests
{
    [Fact]
    public async Task Who_added_it_changes_what_is_said_and_its_words_follow()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync("bob> /commun modifier velo nom:\"Vélo partagé\" autres-noms:\"bike, cargo\" état:\"en sommeil\"");

        Assert.StartsWith("C’est changé pour Vélo partagé (velo).", answer, StringComparison.Ordinal);
        var common = await bot.SeeAsync(db => db.Commons.SingleAsync());
        Assert.Equal(("Vélo partagé", "bike, cargo", CommonState.Asleep), (common.Name, common.Aliases, common.State));
        Assert.StartsWith("Pour « cargo partagés » :", await bot.DoAsync("bob> /commun chercher cargo partagés"), StringComparison.Ordinal);
        var audit = await bot.SeeAsync(db => db.Audit.SingleAsync());
        Assert.Equal("common edit", audit.Command);
    }

    [Fact]
    public async Task The_undo_line_puts_it_back()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync("bob> /common edit velo name:Bikes aliases:cargo about:\"For all\"");
        var undo = answer.Split('\n').Single(l => l.Contains("/common edit", StringComparison.Ordinal)).Trim();
        await bot.DoAsync("bob> " + undo);

        var common = await bot.SeeAsync(db => db.Commons.SingleAsync());
        Assert.Equal(("velo", null, null), (common.Name, common.Aliases, common.About));
        Assert.StartsWith("I find no common", await bot.DoAsync("bob> /common find cargo"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Admins_and_guarantors_may_as_well_and_others_may_not()
    {
        await using var bot = await GivenAsync();
        await bot.DoAsync("me> /common edit velo licence:CC-BY");

        Assert.Contains("velo was added by bob", await bot.SayAsync("cyr> /common edit velo licence:CC0"), StringComparison.Ordinal);
        Assert.Equal("CC-BY", await bot.SeeAsync(db => db.Commons.Select(c => c.Licence).SingleAsync()));
    }

    [Theory]
    [InlineData("cyr> /common edit velo name:x", "common.not-yours")]
    [InlineData("bob> /common edit velo", "common.edit-empty")]
    [InlineData("bob> /common edit", "command.missing")]
    [InlineData("bob> /common edit zzz name:x", "common.unknown")]
    [InlineData("bob> /common edit veol name:x", "common.unknown-near")]
    [InlineData("bob> /common edit velo state:dead", "option.choice")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await GivenAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal("velo", await bot.SeeAsync(db => db.Commons.Select(c => c.Name).SingleAsync()));
        Assert.False(await bot.SeeAsync(db => db.Audit.AnyAsync()));
    }

    private static async Task<TestBot> GivenAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("me> /common list", "bob> /common add velo");
        return bot;
    }
}
