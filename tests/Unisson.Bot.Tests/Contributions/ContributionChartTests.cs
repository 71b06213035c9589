using System.Globalization;
using Unisson.Bot.Contributions;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Terminal;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Contributions;

/// <summary>Bars say nothing that their numbers do not say, and nobody's money is told where others read along.</summary>
public sealed class ContributionChartTests
{
    [Fact]
    public async Task Time_and_money_stand_apart_by_common_month_and_kind_after_what_was_corrected_and_withdrawn()
    {
        await using var bot = await WithLinesAsync();

        Assert.Equal(
            """
            In the ledger: 8 h and €120.
              Time by common
              ██████████ 6 h, Coworking
              ███▍ 2 h, Garden
              Time by month
              ███▍ 2 h, October 2026
              ██████████ 6 h, November 2026
              Time by kind
              ██████████ 8 h, time
              Money by common
              ██████████ €120, Garden
              Money by month
              ██████████ €120, November 2026
              Money by kind
              ██████████ €120, money

            """,
            await bot.DoAsync("ana> /contribution chart"));
        Assert.Equal(
            """
            Au registre : 6 h.
              Temps par mois
              ██████████ 6 h, novembre 2026
              Temps par genre
              ██████████ 6 h, temps

            """,
            await bot.DoAsync("ana> /contribution graphique commun:coworking"));
    }

    [Theory]
    [InlineData("1 October", "8 h and €120")]
    [InlineData("2 October", "8 h and €120")]
    [InlineData("4 October", "6 h and €120")]
    [InlineData("1 November", "6 h and €120")]
    public async Task Since_a_day_in_the_month_or_its_first_is_to_the_day(string since, string sums)
    {
        await using var bot = await WithLinesAsync();

        Assert.StartsWith($"In the ledger: {sums}.\n", await bot.DoAsync($"ana> /contribution chart since:\"{since}\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_can_be_added_up_is_said_so()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync("ana> /contribution log coworking Room kind:place");

        Assert.Equal("There is neither time nor money in these lines yet.\n", await bot.DoAsync("ana> /contribution chart"));
    }

    [Fact]
    public async Task Money_of_one_person_is_not_told_where_others_read_along()
    {
        await using var bot = await WithLinesAsync();

        Assert.Contains("€120", await bot.DoAsync("ana> /contribution chart person:bob"), StringComparison.Ordinal);
        var open = await InTheOpenAsync(bot, "/contribution chart person:bob");
        Assert.DoesNotContain("120", open, StringComparison.Ordinal);
        Assert.EndsWith("Money of one person is only shown in private.", open, StringComparison.Ordinal);
        Assert.Contains("€120", await InTheOpenAsync(bot, "/contribution chart"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_largest_commons_and_the_newest_months_are_named_and_all_others_are_one_bar()
    {
        await using var bot = await ContributionLogTests.WithCommonAsync();
        for (var i = 1; i <= 12; i++)
        {
            await bot.DoAsync($"ana> /common add common-{i}", $"ana> /contribution log common-{i} {i}h work on:{TestBot.Start.AddMonths(-i):yyyy-MM-dd}");
        }

        await bot.DoAsync("ana> /contribution log coworking 16h work");
        var chart = (await bot.DoAsync("ana> /contribution chart")).Split('\n').ToList();

        Assert.Equal("  ██████████ 16 h, Coworking", chart[chart.IndexOf("  Time by common") + 1]);
        Assert.EndsWith(" 6 h, others", chart[chart.IndexOf("  Time by month") - 1], StringComparison.Ordinal);
        Assert.Equal(11, chart.IndexOf("  Time by month") - chart.IndexOf("  Time by common") - 1);
        Assert.EndsWith(" 12 h, earlier", chart[chart.IndexOf("  Time by month") + 1], StringComparison.Ordinal);
        Assert.Equal(13, chart.IndexOf("  Time by kind") - chart.IndexOf("  Time by month") - 1);
    }

    [Theory]
    [InlineData(1, 1_000_000, "▏")]
    [InlineData(1_000_000, 1_000_000, "██████████")]
    [InlineData(55, 100, "█████▌")]
    public void A_bar_is_as_long_as_its_share_and_never_nothing(long sum, long most, string bar)
        => Assert.Equal($"{bar} {sum}, x", Bars.Of([("all", most), ("x", sum), ("none", 0), ("less", -5)], s => s.ToString(CultureInfo.InvariantCulture)).ElementAt(1));

    [Fact]
    public void A_bar_and_its_name_fit_a_phone()
        => Assert.Equal(30, Bars.Of([(new string('n', 80), 5)], _ => "").Single().Replace(" , ", "", StringComparison.Ordinal).Length);

    private static async Task<TestBot> WithLinesAsync()
    {
        var bot = await ContributionLogTests.WithCommonAsync();
        await bot.DoAsync(
            "ana> /common add garden name:Garden", "ana> /contribution log coworking 5h leaflet", "bob> /contribution log coworking 3h walk", "bob> /contribution correct L2 1h",
            "bob> /contribution log garden 120€ Tools", "bob> /contribution log garden 2h seeds on:\"3 October\"", "ana> /contribution log garden 9h mistake", "ana> /contribution withdraw L6");
        return bot;
    }

    private static async Task<string> InTheOpenAsync(TestBot bot, string line)
    {
        var answer = await bot.Host.Dispatcher.HandleAsync(
            new Incoming(Conversation.Door, line, "ana", "ana", "#missions") { Text = line }, Conversation.Local, TestContext.Current.CancellationToken);
        Assert.Null(answer.Reply.Refused);
        return string.Join('\n', [answer.Reply.First, .. answer.Reply.Lines]);
    }
}
