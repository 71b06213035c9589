using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionEditTests
{
    [Fact]
    public async Task What_changed_is_said_journalled_and_on_the_card()
    {
        await using var bot = await OpenedAsync();

        var answer = await bot.DoAsync("claire> /mission modifier M1 titre:\"Étude, suite\" limite:20 décembre lieu:Lons");

        Assert.StartsWith("La mission Étude, suite (M1) est à jour : titre, date limite et lieu.\n  Date limite : dimanche 20 décembre\n", answer, StringComparison.Ordinal);
        Assert.Contains("→ #missions: Étude, suite (M1): Open\n", answer, StringComparison.Ordinal);
        Assert.Contains("claire changed: title, deadline and place\n", await bot.SayAsync("bob> /mission show M1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("claire> /mission edit M1 needs:\"a place\"")]
    [InlineData("claire> /mission edit M1 kind:consulting")]
    public async Task The_card_is_left_alone_when_it_says_the_same(string line)
    {
        await using var bot = await OpenedAsync();

        Assert.DoesNotContain("→", await bot.DoAsync(line), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saying_the_same_again_changes_nothing()
    {
        await using var bot = await OpenedAsync();

        Assert.Equal("La mission Étude (M1) le dit déjà ; il n’y avait rien à changer.\n", await bot.DoAsync("claire> /mission modifier M1 titre:Étude genre:conseil"));
        Assert.Equal(1, await bot.SeeAsync(db => db.Journal.CountAsync()));
    }

    [Fact]
    public async Task A_list_of_commons_replaces_the_one_before()
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("/common add coworking", "/common add fablab", "/common add repair-cafe", "claire> /mission edit M1 commons:coworking,fablab");

        await bot.DoAsync("claire> /mission edit M1 commons:fablab,repair-cafe");

        Assert.Equal(["fablab", "repair-cafe"], await bot.SeeAsync(db => db.MissionCommons.Join(db.Commons, m => m.CommonId, c => c.Id, (_, c) => c.Slug).Order().ToListAsync()));
    }

    [Fact]
    public async Task A_guarantor_of_the_community_may_edit_what_they_may_see()
    {
        await using var bot = await OpenedAsync();

        await bot.DoAsync("/mission edit M1 place:Lons");

        Assert.Equal("Lons", await bot.SeeAsync(db => db.Missions.Select(m => m.Place).SingleAsync()));
    }

    [Theory]
    [InlineData("claire> /mission edit M1", "mission.edit.nothing")]
    [InlineData("claire> /mission edit", "command.missing")]
    [InlineData("claire> /mission edit M1 visibility:private", "mission.visibility")]
    [InlineData("claire> /mission edit M1 ends:1 December", "mission.deadline")]
    [InlineData("claire> /mission edit M1 starts:5 January ends:4 January", "mission.ends")]
    [InlineData("claire> /mission edit M1 title:\"  \"", "option.empty")]
    [InlineData("claire> /mission edit M1 place:Lons commons:nothing", "common.unknown")]
    public async Task A_refusal_gives_its_own_reason_and_changes_nothing(string line, string code)
    {
        await using var bot = await OpenedAsync();
        await bot.DoAsync("claire> /mission edit M1 deadline:15 December");

        Assert.Equal(code, await bot.RefusedAsync(line));
        var mission = await bot.SeeAsync(db => db.Missions.SingleAsync());
        Assert.Equal((Visibility.Community, (string?)null, (DateOnly?)null), (mission.Visibility, mission.Place, mission.Ends));
    }

    [Fact]
    public async Task A_private_mission_may_be_opened_up_keeps_its_number_and_gets_its_card_then()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission ouvrir Secret visibilité:private");
        var label = (await bot.SeeAsync(db => db.Missions.SingleAsync())).Label;

        Assert.DoesNotContain("→", await bot.DoAsync($"claire> /mission edit {label} place:Lons"), StringComparison.Ordinal);
        var opened = await bot.DoAsync($"claire> /mission modifier {label} visibilité:\"notre communauté\"");

        Assert.Contains("  D’autres la voient désormais", opened, StringComparison.Ordinal);
        Assert.Contains($"→ #missions: Secret ({label}): Open\n", opened, StringComparison.Ordinal);
        await bot.DoAsync($"bob> /mission show {label}", $"claire> /mission edit {label} visibility:public");
        Assert.Equal("mission.visibility", await bot.RefusedAsync($"claire> /mission edit {label} visibility:community"));
    }

    private static async Task<TestBot> OpenedAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission list", "claire> /mission ouvrir Étude");
        return bot;
    }
}
