using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Missions;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Documents;

/// <summary>The answer to a tender: all that the mission has, and of people only what they agreed to.</summary>
public sealed class MissionKitTests
{
    /// <summary>Names that are not to leave, pay, and what was agreed with one person.</summary>
    private static readonly string[] Secrets = ["ana<", " ana", "paul", "gus", "hugo", "650", "4000", "Two visits", "Not agreed yet"];

    private static readonly string[] Gone = ["bob", "claire", "\u0001"];

    [Fact]
    public async Task The_answer_says_what_the_mission_has()
    {
        await using var bot = await WholeAsync();

        var file = Answered.TextIn(await bot.DoAsync("claire> /mission kit M1 format:md"));

        Assert.All(
            [
                "# Study for a coworking in Lons\n\nAnswer to the call for tenders, ", "- **Sponsor:** CC Bresse Haute Seille\n- **Reference:** AO 2026-17\n- **Deadline for the answer:** Tuesday 15 December 2026 at 16:00\n",
                "- **Provider:** Atelier Jura and a person of the community\n- **Coordinator:** claire\n- **Guarantor-connector:** a person of the community\n- **Helping commoner:** bob (Coworking) and a person of the common Coworking\n",
                "\nThe town has an empty school and wants people to work there.\n\n### What we will deliver\n\nA study, and a plan for three years.\n", "| Helping commoner | The mission profits ",
                "### Coworking\n\nA place where people work side by side.\n\n- **Witness:** somebody of the team has contributed", "- **Licence:** CC BY-SA 4.0\n- **Link:** <https://coworking.example/>\n- **Resources:**\n  - Two keys (place)\n  - [How-to: opening a place](<https://movilab.example/opening>) (recipe)\n",
                "### Shared garden\n\n- **To build:** this common does not exist yet.", "- **Witness:** so far, nobody who has contributed", "- **Asleep:** ",
                "| Coworking | A how-to about the keys | Documentation | 2 jours | 30 June 2027 |\n| Coworking | Five per cent of the budget | Share of the budget | 5 % | – |\n| Repair café | Two evenings | Time | 6h | – |\n",
                "- a person of the community (guarantor-connector), on 24 November 2026\n- a person of the community (provider), on 24 November 2026\n", "Terms agreed in this mission so far: paid and voluntary.",
            ],
            said => Assert.Contains(said, file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_French_for_who_speaks_French()
    {
        await using var bot = await WholeAsync();

        var file = Answered.TextIn(await bot.DoAsync("claire> /mission dossier M1 format:texte"));

        Assert.All(
            ["Réponse à l’appel d’offres, selon la méthode Unisson « Commoniser les prestations »", "- **Date limite de remise :** mardi 15 décembre 2026 à 16 h\n", "bob (Coworking) et une personne du commun Coworking", "| Commun | Promesse | Nature | Combien | Échéance |\n", "rémunération et bénévolat."],
            said => Assert.Contains(said, file, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("kit")]
    [InlineData("dossier")]
    public async Task What_is_missing_is_said_beside_the_file_and_not_in_it(string verb)
    {
        await using var bot = await Answered.StartAsync();
        await bot.DoAsync("claire> /mission open Bare");

        var block = await bot.DoAsync($"claire> /mission {verb} M2 format:md");
        var (answer, file) = (block[..block.IndexOf("\n--- ", StringComparison.Ordinal)], Answered.TextIn(block));

        Assert.Equal(13, answer.Split('\n').Length);
        Assert.Contains(verb == "kit" ? "\n  the sponsor\n" : "\n  le commanditaire\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("{", file, StringComparison.Ordinal);
        Assert.DoesNotContain("…", file, StringComparison.Ordinal);
        Assert.DoesNotContain(verb == "kit" ? "Sponsor:" : "Commanditaire :", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_not_agree_is_named_in_no_form_of_it_and_pay_is_in_none()
    {
        await using var bot = await WholeAsync();

        foreach (var line in new[] { "/mission kit M1", "/mission dossier M1", "/mission report M1", "/mission bilan M1" })
        {
            foreach (var file in new[] { Answered.TextIn(await bot.DoAsync($"ana> {line} format:md")), Answered.TextIn(await bot.DoAsync($"ana> {line} format:html")), Answered.PartsOf(Answered.SavedIn(await bot.DoAsync($"ana> {line} format:docx"))) })
            {
                Assert.Contains("claire", file, StringComparison.Ordinal);
                Assert.All(Secrets, secret => Assert.DoesNotContain(secret, file, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Who_left_or_asked_to_be_forgotten_is_named_no_more()
    {
        await using var bot = await WholeAsync();
        await bot.Host.Store.Writer.WriteAsync(async scope =>
        {
            var bob = await Answered.IdAsync(scope.Db, "bob");
            await scope.Db.Memberships.Where(m => m.PersonId == bob).ExecuteUpdateAsync(u => u.SetProperty(m => m.LeftAt, bot.Now));
        });

        Assert.Contains("two people of the common Coworking", Answered.TextIn(await bot.DoAsync("paul> /mission kit M1 format:md")), StringComparison.Ordinal);
        await bot.DoAsync("claire> /my forget account:all");
        foreach (var verb in new[] { "kit", "report" })
        {
            var file = Answered.TextIn(await bot.DoAsync($"paul> /mission {verb} M1 format:md"));

            Assert.All(Gone, name => Assert.DoesNotContain(name, file, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_somebody_shows_to_the_community_alone_does_not_stand_beside_their_name()
    {
        await using var bot = await WholeAsync();
        await bot.DoAsync("gus> /my settings visibility:public");

        Assert.Contains("bob (Coworking) and gus\n", Answered.TextIn(await bot.DoAsync("claire> /mission kit M1 format:md")), StringComparison.Ordinal);
        await bot.DoAsync("bob> /experience add coworking contributed visible:private", "bob> /my settings visibility:community");
        Assert.Contains("gus and a person of the community\n", Answered.TextIn(await bot.DoAsync("claire> /mission kit M1 format:md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_team_and_guarantors_get_it()
    {
        await using var bot = await Answered.StartAsync();

        Assert.Equal("standing.team", await bot.RefusedAsync("hugo> /mission kit M1"));
        Assert.Equal("standing.team", await bot.RefusedAsync("zoe> /mission report M1"));
        Assert.Equal("command.missing", await bot.RefusedAsync("claire> /mission kit"));
        await bot.DoAsync("gus> /mission kit M1", "gus> /mission report M1");
        Assert.Equal(Holding.Candidate, await bot.SeeAsync(db => db.RoleHolders.Where(h => h.Role == RoleKind.HelpingCommoner && db.People.Any(p => p.Id == h.PersonId && p.Name == "hugo")).Select(h => h.Holding).SingleAsync()));
    }

    private static async Task<TestBot> WholeAsync()
    {
        var bot = await Answered.StartAsync();
        await Answered.AgreedAsync(bot);
        return bot;
    }
}
