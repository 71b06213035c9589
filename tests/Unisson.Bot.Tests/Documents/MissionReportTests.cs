using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Pledges;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>The report of a mission: what was promised, what came, what was learned.</summary>
public sealed class MissionReportTests
{
    [Fact]
    public async Task It_sets_what_came_beside_what_was_promised()
    {
        await using var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);

        var file = Answered.TextIn(await bot.DoAsync("claire> /mission report M1 format:md"));

        Assert.All(
            [
                "Report on the way, 24 November 2026\n", "| Coworking | A how-to about the keys | 2 jours | 30 June 2027 | Kept |\n", "| 5 % | – | Not kept: The sponsor cut the budget |\n", "| 6h | – | Promised, still open |\n",
                "| Coworking | 6 h | – | 1 |\n| Repair café | – | €120 | – |\n",
                "| 24 November 2026 | Coworking | How-to: the keys | 4 h | bob |\n| 24 November 2026 | Coworking | A visit | 2 h | – |\n| 24 November 2026 | Repair café | Tools | €120 | – |\n| 24 November 2026 | Coworking | A room for the visit | place | claire |\n",
                "### Coworking\n\nKeys need a keeper.\n\nA keeper needs a deputy.\n\n- **Where it is written:** <https://wiki.example/keys>\n- **Licence:** CC BY-SA 4.0\n",
                "- **Open:** 24 November 2026\n- **Answer sent:** 24 November 2026\n- **Won:** 24 November 2026\n", "- **Coworking, 3 months later:** the link is alive a little – They meet once a month\n",
            ],
            said => Assert.Contains(said, file, StringComparison.Ordinal));
        Assert.DoesNotContain("Written twice", file, StringComparison.Ordinal);
        Assert.DoesNotContain("12 months later", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_it_cannot_say_yet_is_said_beside_it()
    {
        await using var bot = await Answered.StartAsync();

        var bare = await bot.DoAsync("claire> /mission report M1 format:md");
        await Answered.AgreedAsync(bot);
        var later = await bot.DoAsync("claire> /mission report M1 format:md");

        Assert.Contains("\n  a pledge to a common: there is none\n  contributions: the ledger has none for this mission\n  what was learned about Coworking, Repair café and Shared garden, and where it is written\n", bare, StringComparison.Ordinal);
        Assert.Contains("\n  one pledge of which nobody has said yet what came\n  what was learned about Repair café and Shared garden, and where it is written\n", later, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_pledges_are_all_in_it_and_a_long_ledger_ends_in_a_sum()
    {
        await using var bot = await Answered.StartAsync();
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var (coworking, claire) = (await Answered.CommonAsync(scope.Db, "coworking"), await Answered.IdAsync(scope.Db, "claire"));
            var mission = await scope.Db.Missions.SingleAsync();
            scope.Db.Pledges.AddRange(Enumerable.Range(1, 200).Select(n => new Pledge
            {
                CommunityId = 1,
                Number = n,
                MissionId = mission.Id,
                CommonId = coworking,
                What = $"Promise number {n}.",
                PromisedBy = claire,
                PromisedAt = bot.Now,
                ReleasedAt = n == 200 ? bot.Now : null,
            }));
            await scope.Db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        foreach (var n in Enumerable.Range(1, 43))
        {
            await bot.DoAsync(n == 2 ? "claire> /contribution log coworking 7€ Stamps mission:M1" : $"claire> /contribution log coworking 1h \"Gift {n}\" mission:M1");
        }

        foreach (var form in new[] { "kit", "report" })
        {
            var docx = Answered.SavedIn(await bot.DoAsync($"claire> /mission {form} M1"));

            var words = Answered.WordsOf(docx);

            Assert.Empty(Answered.ErrorsIn(docx));
            Assert.All(Enumerable.Range(1, 199), n => Assert.Contains($"Promise number {n}.", words, StringComparison.Ordinal));
            Assert.Equal(form == "report", words.Contains("Promise number 200.––Released: the mission came to nothing", StringComparison.Ordinal));
        }

        var report = Answered.TextIn(await bot.DoAsync("claire> /mission report M1 format:md"));
        Assert.Contains("\n| Coworking | 42 h | €7 | – |\n", report, StringComparison.Ordinal);
        Assert.Contains("The ledger has 3 older contributions beside these, of 2 h and €7.", report, StringComparison.Ordinal);
        Assert.Contains("| Gift 43 |", report, StringComparison.Ordinal);
        Assert.DoesNotContain("| Gift 3 |", report, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_forgotten_has_no_words_and_no_name()
    {
        await using var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);
        await bot.DoAsync("bob> /my forget account:all");

        var file = Answered.TextIn(await bot.DoAsync("claire> /mission report M1 format:md"));

        Assert.Contains("| A contribution by a person who asked to be forgotten | 4 h | – |\n", file, StringComparison.Ordinal);
    }
}
