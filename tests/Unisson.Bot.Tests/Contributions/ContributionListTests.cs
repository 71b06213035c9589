using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

public sealed class ContributionListTests
{
    [Fact]
    public async Task Lines_are_listed_newest_first_with_what_they_come_to()
    {
        await using var bot = await WithLinesAsync();

        Assert.Equal(
            """
            4 lines in the ledger, 5 h 30 and €170 in all.
              L4, Tuesday 24 November: €50 by Menuiserie Jura for Garden, “Tools” (https://example.org/t), written down by bob
              L3, Monday 23 November: “Room” by ana for Coworking (place)
              L2, Tuesday 24 November: €120 by bob for Coworking, “Heating”
              L1, Friday 20 November: 5 h 30 by bob for Coworking, “How-to”, for the mission Lons (M1)

            """,
            await bot.SayAsync("ana> /contribution list"));
        Assert.Equal(
            """
            1 ligne au registre, 50 € en tout.
              L4, mardi 24 novembre : 50 € de Menuiserie Jura pour Garden, « Tools » (https://example.org/t), ligne écrite par bob

            """,
            await bot.SayAsync("ana> /contribution liste commun:garden"));
    }

    [Theory]
    [InlineData("common:coworking", "L3 L2 L1")]
    [InlineData("person:bob", "L2 L1")]
    [InlineData("mission:M1", "L1")]
    [InlineData("since:yesterday", "L4 L3 L2")]
    [InlineData("since:0001-01-01", "L4 L3 L2 L1")]
    [InlineData("since:today common:coworking", "L2")]
    [InlineData("since:\"20 November\" person:bob", "L2 L1")]
    [InlineData("person:ana common:garden", "")]
    public async Task Filters_narrow_it(string filters, string labels)
    {
        await using var bot = await WithLinesAsync();

        var block = await bot.DoAsync($"ana> /contribution list {filters}");

        Assert.Equal(labels, string.Join(' ', block.Split('\n').Where(l => l.StartsWith("  L", StringComparison.Ordinal)).Select(l => l.Trim().Split(',')[0])));
    }

    [Theory]
    [InlineData("common:nowhere", "common.unknown")]
    [InlineData("person:zoe", "person.unknown")]
    [InlineData("mission:M9", "mission.unknown")]
    [InlineData("since:tomorrow", "date.ahead")]
    public async Task A_filter_that_names_nothing_is_refused(string filters, string code)
    {
        await using var bot = await WithLinesAsync();

        Assert.Equal(code, await bot.RefusedAsync($"ana> /contribution list {filters}"));
    }

    [Fact]
    public async Task What_was_given_since_a_day_is_found_however_late_it_was_written_down()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("bob> /contribution log coworking 1h first");
        await bot.WaitAsync(TimeSpan.FromDays(10));
        await bot.DoAsync("bob> /contribution log coworking 1h second on:\"26 November\"", "bob> /contribution log coworking 1h third on:\"1 November\"", "bob> /contribution log coworking 1h fourth");

        var block = await bot.DoAsync("bob> /contribution list since:\"25 November\"");

        Assert.Contains("“second”", block, StringComparison.Ordinal);
        Assert.Contains("“fourth”", block, StringComparison.Ordinal);
        Assert.StartsWith("2 lines", block, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twenty_are_shown_and_that_there_are_older_ones()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        for (var i = 0; i < 21; i++)
        {
            await bot.DoAsync("bob> /contribution log coworking 1h work");
        }

        var block = await bot.DoAsync("bob> /contribution list");

        Assert.StartsWith("The 20 newest lines in the ledger, 20 h in all.\n  L21, ", block, StringComparison.Ordinal);
        Assert.Contains("  L2, ", block, StringComparison.Ordinal);
        Assert.EndsWith("  Older lines are not shown: narrow it with common, mission, person or since.\n", block, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Proposals_are_shown_to_their_author_and_to_the_person_named_alone()
    {
        await using var bot = await WithLinesAsync();
        await bot.DoAsync("ana> /contribution log coworking 2h Proofreading person:bob");
        var label = await bot.SeeAsync(async db => (await db.Proposals.SingleAsync()).Label);

        var author = await bot.DoAsync("ana> /contribution list common:coworking");
        var named = await bot.DoAsync("bob> /contribution list");
        var others = await bot.DoAsync("zoe> /contribution list");

        Assert.Contains($"  {label}, Tuesday 24 November: 2 h by bob for Coworking, “Proofreading”: waits for their yes until Thursday 24 December\n", author, StringComparison.Ordinal);
        Assert.Contains($"  {label}, Tuesday 24 November: 2 h by bob for Coworking, “Proofreading”: ana asks for your yes\n", named, StringComparison.Ordinal);
        Assert.Contains($"[1] Confirm {label}", named, StringComparison.Ordinal);
        Assert.DoesNotContain("Proofreading", others + await bot.DoAsync("ana> /contribution list common:garden"), StringComparison.Ordinal);
        Assert.StartsWith("4 lines in the ledger, 5 h 30", named, StringComparison.Ordinal);
        Assert.StartsWith("L5 is in the ledger", await bot.DoAsync("bob> 1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_others_may_read_along_there_are_no_proposals_and_money_has_no_name()
    {
        await using var bot = await WithLinesAsync();
        await bot.DoAsync("ana> /contribution log coworking 2h Proofreading person:bob");

        var answer = await bot.Host.Dispatcher.HandleAsync(
            new Incoming(Conversation.Door, "k", "bob", "bob", "#missions") { Text = "/contribution list common:coworking" }, Conversation.Local, TestContext.Current.CancellationToken);

        Assert.Equal("There are proposals that concern you: ask me in private for the list.", answer.Reply.Lines[0]);
        Assert.Contains("L2, Tuesday 24 November: €120 for Coworking, “Heating”", answer.Reply.Lines);
        Assert.Empty(answer.Reply.Actions);
    }

    [Fact]
    public async Task Others_see_a_line_of_a_private_mission_without_its_title_and_cannot_ask_for_its_lines()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        var opened = await bot.DoAsync("bob> /mission open Vineyard visibility:private commons:coworking");
        var label = opened[..opened.IndexOf(' ', StringComparison.Ordinal)];
        await bot.DoAsync($"bob> /contribution log 2h notes mission:{label}");

        Assert.Contains("“notes”, for a mission that is not public\n", await bot.DoAsync("ana> /contribution list"), StringComparison.Ordinal);
        Assert.Equal("mission.unknown", await bot.RefusedAsync($"ana> /contribution list mission:{label}"));
        Assert.Contains($"“notes”, for the mission Vineyard ({label})\n", await bot.DoAsync($"bob> /contribution list mission:{label}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forgotten_line_keeps_its_place_without_words_or_name()
    {
        await using var bot = await WithLinesAsync();
        await bot.Host.Store.Writer.WriteAsync(scope => scope.Db.LedgerTexts.ExecuteDeleteAsync());

        var list = await bot.DoAsync("ana> /contribution list");

        Assert.Contains("  L1, Friday 20 November: 5 h 30 for Coworking, a contribution by a person who asked to be forgotten\n", list, StringComparison.Ordinal);
        Assert.Contains("  L3, Monday 23 November: a contribution to Coworking by a person who asked to be forgotten\n", list, StringComparison.Ordinal);
        Assert.DoesNotContain("bob", list, StringComparison.Ordinal);
        Assert.Contains("4 texts were forgotten at a person’s wish", await bot.DoAsync("ana> /contribution verify"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ledger_says_so()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();

        Assert.Equal("There is no such line in the ledger yet.\n", await bot.SayAsync("ana> /contribution list"));
        Assert.Equal("Le registre est vide ; sa première ligne sera L1.\n", await bot.SayAsync("ana> /contribution vérifier"));
    }

    private static async Task<TestBot> WithLinesAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync(
            "ana> /common add garden name:Garden",
            "bob> /mission open Lons commons:coworking",
            "bob> /contribution log coworking 5h30 How-to mission:M1 on:\"20 November\"",
            "bob> /contribution log coworking 120€ Heating",
            "ana> /contribution log coworking Room kind:place on:yesterday",
            "bob> /contribution log garden 50€ Tools name:\"Menuiserie Jura\" link:https://example.org/t");
        return bot;
    }
}
