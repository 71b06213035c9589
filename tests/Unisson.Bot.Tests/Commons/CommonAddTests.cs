using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

public sealed class CommonAddTests
{
    [Fact]
    public async Task A_common_is_added_and_found_by_its_words()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.SayAsync("claire> /commun ajouter coworking nom:\"Coworking de Lons\"");

        Assert.Equal(
            "Coworking de Lons est dans l’annuaire, sous le nom coworking.\n  La suite :\n  /expérience ajouter coworking …\n  /mission ouvrir … communs:coworking\n",
            answer);
        Assert.Equal("coworking", await bot.SeeAsync(db => db.Commons.Select(c => c.Slug).SingleAsync()));
        Assert.StartsWith("Pour « lons cowo » :\n  coworking", await bot.DoAsync("claire> /commun chercher lons cowo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/common add", "command.missing")]
    [InlineData("/common add \"à b!\"", "common.slug")]
    [InlineData("/common add coworking", "common.exists")]
    public async Task A_refusal_gives_its_own_reason_and_stores_nothing(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        Assert.Equal(code, await bot.RefusedAsync(line));
        Assert.Equal(1, await bot.SeeAsync(db => db.Commons.CountAsync()));
    }

    [Theory]
    [InlineData("/common add \"Repair Café (Lons)\" licence:CC-BY", "/common add repair-cafe-lons licence:CC-BY")]
    [InlineData("/common add coworking name:\"Le coworking\"", "/common edit coworking name:\"Le coworking\"")]
    public async Task A_refusal_gives_the_line_that_mends_it(string line, string mend)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        Assert.Contains(mend, await bot.SayAsync(line), StringComparison.Ordinal);
        await bot.DoAsync(mend);
    }
}
