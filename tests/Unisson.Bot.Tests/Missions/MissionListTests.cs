using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Missions;

public sealed class MissionListTests
{
    [Fact]
    public async Task Those_that_move_come_first_by_deadline_and_then_those_that_ended()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/mission open Lost", "/mission status 1 answered", "/mission status 1 lost", "/mission open Undated", "/mission open Late deadline:20 December",
            "/mission open Noon deadline:15 December at noon", "/mission open Answered deadline:10 December", "/mission status 5 answered");

        Assert.Equal(
            """
            5 missions, la date limite la plus proche d’abord.
              M5 Answered : Réponse envoyée, à remettre le jeudi 10 décembre
              M4 Noon : Ouverte, à remettre le mardi 15 décembre à 12 h
              M3 Late : Ouverte, à remettre le dimanche 20 décembre
              M2 Undated : Ouverte
              M1 Lost : Non retenue

            """.ReplaceLineEndings("\n"),
            await bot.SayAsync("claire> /mission liste"));
    }

    [Theory]
    [InlineData("state:answered", "M2")]
    [InlineData("state:open", "M1 M3")]
    [InlineData("kind:ao", "M1 M2")]
    [InlineData("common:coworking", "M2 M3")]
    [InlineData("common:coworking kind:tender state:answered", "M2")]
    [InlineData("state:won", "")]
    public async Task It_narrows_by_state_kind_and_common(string options, string labels)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking", "/mission open Un kind:tender", "/mission open Deux kind:tender commons:coworking", "/mission open Trois commons:coworking", "/mission status 2 answered");

        var answer = await bot.DoAsync($"/mission list {options}");

        Assert.Equal(labels, string.Join(' ', answer.Split('\n').Where(l => l.StartsWith("  M", StringComparison.Ordinal)).Select(l => l.Trim().Split(' ')[0]).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Private_missions_of_others_are_in_no_row_and_no_count()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/mission open Un", "claire> /mission open Secret visibility:private deadline:tomorrow", "claire> /mission open Perdu visibility:private");

        Assert.Equal("1 mission, the nearest deadline first.\n  M1 Un: Open\n", await bot.SayAsync("/mission list"));
        Assert.StartsWith("3 missions", await bot.SayAsync("claire> /mission list"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_are_shown_and_what_narrows_the_rest_is_said()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 0; i < 23; i++)
        {
            await bot.DoAsync($"/mission open Mission{i}");
        }

        var answer = await bot.SayAsync("/mission list");

        Assert.Equal(22, answer.TrimEnd('\n').Split('\n').Length);
        Assert.EndsWith("\n  And 3 more; state:, kind: and common: narrow it down.\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/mission list", "There is no mission yet. /mission open opens the first.\n")]
    [InlineData("/mission list state:won", "No mission fits that. /mission list without options shows all that you can see.\n")]
    [InlineData("/mission liste", "Il n’y a pas encore de mission. /mission ouvrir ouvre la première.\n")]
    public async Task An_empty_list_says_what_to_do(string line, string said)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(said, await bot.SayAsync(line));
    }

    [Theory]
    [InlineData("/mission list common:nothing", "common.unknown")]
    [InlineData("/mission list state:dancing", "option.choice")]
    [InlineData("/mission list everything", "line.surplus")]
    public async Task A_filter_that_means_nothing_is_refused(string line, string code)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal(code, await bot.RefusedAsync(line));
    }

    [Fact]
    public async Task Completion_offers_by_number_and_by_title_what_the_asker_may_see()
    {
        await using var bot = await TestBot.StartAsync();
        for (var i = 1; i <= 12; i++)
        {
            await bot.DoAsync($"/mission open \"Étude {i:00}\"");
        }

        await bot.DoAsync("claire> /mission open \"Étude secrète\" visibility:private");

        Assert.Equal("M1 M10 M11 M12", await OfferedAsync(bot, "me", "m1"));
        Assert.Equal("M1 M10 M11 M12", await OfferedAsync(bot, "me", "1"));
        Assert.Equal("M3", await OfferedAsync(bot, "me", "ETUDE 03"));
        Assert.Equal(12, (await OfferedAsync(bot, "me", "étu")).Split(' ').Length);
        Assert.Equal(13, (await OfferedAsync(bot, "claire", "étu")).Split(' ').Length);
        Assert.Equal("", await OfferedAsync(bot, "me", "mp"));
        Assert.StartsWith("MP", await OfferedAsync(bot, "claire", "MP"), StringComparison.Ordinal);
        Assert.Equal("", await OfferedAsync(bot, "me", "99999999999"));
        Assert.Equal(12, (await OfferedAsync(bot, "me", "")).Split(' ').Length);
    }

    private static Task<string> OfferedAsync(TestBot bot, string who, string prefix) => bot.SeeAsync(async db =>
    {
        var caller = await Bot.Communities.Callers.FindAsync(db, new("terminal", "x", who, who, null), 1, null, TestContext.Current.CancellationToken);
        var offered = await CompletingMissions.CompleteAsync(db, caller!, prefix, TestContext.Current.CancellationToken);
        return string.Join(' ', offered.Select(o => o.Label));
    });
}
