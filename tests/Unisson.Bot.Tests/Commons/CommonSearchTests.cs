using Microsoft.Data.Sqlite;
using Unisson.Bot.Commons;
using Unisson.Bot.Communities;
using Unisson.Bot.Languages;
using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

/// <summary>What the full text of commons finds, and in which order.</summary>
public sealed class CommonSearchTests
{
    [Theory]
    [InlineData("Recette de pain", "recettes")]
    [InlineData("Recettes de pain", "RECETTE")]
    [InlineData("Coworking", "coworkings")]
    [InlineData("Atelier de réparation", "réparations")]
    [InlineData("Atelier de réparation", "reparer")]
    [InlineData("Réparer les vélos", "vélo réparé")]
    [InlineData("Vélos réparés", "reparation")]
    [InlineData("Local associatif", "locaux associatifs")]
    [InlineData("Bureaux associatifs", "bureau associative")]
    [InlineData("Animatrices du réseau", "animateur")]
    [InlineData("Hébergement", "héberger")]
    [InlineData("Culture paysanne", "paysan")]
    [InlineData("Shared tools", "sharing tool")]
    [InlineData("Communities", "community")]
    [InlineData("Documentation", "document")]
    [InlineData("Organisation", "organizing")]
    [InlineData("Repairing bikes", "repaired bike")]
    [InlineData("L’œuvre", "oeuvres")]
    [InlineData("Ecole", "l'école")]
    [InlineData("École", "ecoles")]
    public async Task A_word_finds_its_other_forms_in_french_and_in_english(string name, string words)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync($"/common add c1 name:\"{name}\"", "/common add garden name:Jardin");

        Assert.Equal(["c1"], await FindAsync(bot, words));
    }

    [Theory]
    [InlineData("Station", "état")]
    [InlineData("Monnaie", "moniteur")]
    [InlineData("Village", "ville")]
    [InlineData("Partition", "partage")]
    [InlineData("Potager", "poste")]
    public async Task Words_that_only_look_alike_stay_apart(string name, string words)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync($"/common add c1 name:\"{name}\"");

        Assert.StartsWith("I find no common", await bot.DoAsync($"/common find {words}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cowroking")]
    [InlineData("ocworking")]
    [InlineData("oworking")]
    [InlineData("voworking")]
    [InlineData("ccoworking")]
    [InlineData("cooworking")]
    [InlineData("couvorking lons")]
    [InlineData("coworkin lnos")]
    public async Task Slips_are_looked_past_and_the_answer_says_so(string words)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add bureau name:\"Coworking de Lons\"", "/common add garden name:\"Jardin de Dole\"");

        var answer = await bot.DoAsync($"/common find {words}");

        Assert.StartsWith($"No common says “{words}”. With words that are near:\n  bureau", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("garden", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_slip_never_changes_the_common_that_a_command_names()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add coworking");

        Assert.Equal("common.unknown-near", await bot.RefusedAsync("/common edit cowroking about:x"));
    }

    [Fact]
    public async Task Names_come_first_then_other_names_then_titles_then_texts()
    {
        await using var bot = await TestBot.StartAsync();
        var filler = string.Join(' ', Enumerable.Range(0, 140).Select(i => $"mot{i}"));
        await bot.DoAsync(
            "/common add d about:\"Levain\"",
            "/common add c",
            "/common resource c Levain",
            "/common add b aliases:\"levain\"",
            $"/common add a name:\"Levain\" about:\"{filler}\"",
            "/common add e about:\"Le pain\"",
            "/common add f", "/common add g", "/common add h", "/common add i", "/common add j");

        Assert.Equal(["a", "b", "c", "d"], await FindAsync(bot, "levain"));
    }

    [Theory]
    [InlineData("velo\"")]
    [InlineData("*velo*")]
    [InlineData("NEAR(velo velo)")]
    [InlineData("velo AND velo")]
    [InlineData("velo OR velo")]
    [InlineData("velo NOT velo")]
    [InlineData("^velo")]
    [InlineData("-velo")]
    [InlineData("Names:velo")]
    [InlineData("{Names} : velo")]
    [InlineData("velo + velo")]
    [InlineData("velo') OR 1=1 --")]
    [InlineData("velo\\ velo")]
    [InlineData("Community:c1 velo")]
    [InlineData("c1 velo")]
    [InlineData("velo 🚲")]
    public async Task Signs_of_the_search_language_are_text(string words)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add velo", "/common add jardin");
        var quoted = words.Replace("\"", "\\\"", StringComparison.Ordinal);

        Assert.Equal(["velo"], await FindAsync(bot, $"\"{quoted}\""));
        await bot.SayAsync($"/common show \"{quoted}\"");
    }

    [Fact]
    public async Task Nothing_of_a_word_that_was_taken_out_stays_in_the_index()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add velo name:Zanzibarovitch", "/common resource velo Quetzalcoatlus", "/common add jardin");
        Assert.True(Holds(bot.File, "zanzibarovitch") && Holds(bot.File, "quetzalcoatl"));

        await bot.DoAsync("/common edit velo name:Autre", "/common resource velo Quetzalcoatlus link:-");

        Assert.False(Holds(bot.File, "zanzibarovitch") || Holds(bot.File, "quetzalcoatl"));
    }

    [Fact]
    public async Task What_a_mission_needs_proposes_commons_that_fit_it_best_first()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking name:\"Coworking de Lons\" aliases:\"bureau partagé\"",
            "/common add repair name:\"Repair café\"",
            "/common resource repair \"Animer un atelier de réparation\"",
            "/common add jardin name:\"Jardin\"");

        var answer = await bot.DoAsync("claire> /mission ouvrir Étude enjeux:\"La ville veut des ateliers pour réparer, avec des bureaux partagés pour les associations\"");

        Assert.Contains("Ses mots parlent de Coworking de Lons et Repair café. Si elle s’y appuie :\n  /mission modifier M1 communs:coworking,repair\n", answer, StringComparison.Ordinal);
        await bot.DoAsync("claire> /mission modifier M1 communs:coworking,repair");
        Assert.Contains("/mission modifier M2 communs:…", await bot.DoAsync("claire> /mission ouvrir \"Tout autre chose\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_words_of_a_mission_propose_further_commons_and_keep_those_it_leans_on()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add jardin name:Jardin", "/common add repair name:\"Repair café\"", "claire> /mission open Étude commons:jardin");

        Assert.Contains(
            "Its words also speak of Repair café. If it leans on them too:\n  /mission edit M1 commons:jardin,repair\n",
            await bot.DoAsync("claire> /mission edit M1 needs:\"repairing things in a garden, un jardin\""),
            StringComparison.Ordinal);
        Assert.DoesNotContain("speak of", await bot.DoAsync("claire> /mission edit M1 budget:\"12 000 €\""), StringComparison.Ordinal);
        Assert.DoesNotContain("speak of", await bot.DoAsync("claire> /mission edit M1 commons:jardin,repair", "claire> /mission edit M1 needs:\"to repair\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Among_commons_that_fit_alike_the_one_of_the_place_comes_first_and_a_better_fit_goes_before_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add dole name:\"Fablab des Tanneurs\" about:\"à Dole\"", "/common add lons name:\"Fablab de la Vallière\" about:\"à Lons-le-Saunier\"", "/common add cafe name:\"Café de Lons\" about:\"un lieu et son outillage\"",
            "/common add jardin", "/common add recettes", "/common add velo", "/common add semences");

        Assert.Contains("speak of Fablab des Tanneurs, Fablab de la Vallière and Café de Lons.", await bot.DoAsync("/mission open Étude needs:\"un fablab et de l’outillage\""), StringComparison.Ordinal);
        Assert.Contains("speak of Fablab de la Vallière, Fablab des Tanneurs and Café de Lons.", await bot.DoAsync("/mission open Plan needs:\"un fablab et de l’outillage\" place:Lons"), StringComparison.Ordinal);
        Assert.Contains("speak of Fablab de la Vallière, Fablab des Tanneurs and Café de Lons.", await bot.DoAsync("/mission edit M1 place:Lons-le-Saunier"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_search_of_a_community_ever_finds_commons_of_another()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.DoAsync("/common add jardin name:\"Jardin secret\"", "/common resource jardin Compost");
        await bot.SeeAsync(async db =>
        {
            var other = db.Communities.Add(new Community { Name = "Elsewhere", Language = Language.English, Zone = "Europe/Paris" }).Entity;
            await db.SaveChangesAsync();
            foreach (var text in (string[])["Jardin secret", "Compost", "compots"])
            {
                Assert.Empty((await CommonSearch.FindAsync(db, other.Id, text, TestContext.Current.CancellationToken)).Commons);
                Assert.Empty(await CommonSearch.FittingAsync(db, other.Id, text, text, 3, TestContext.Current.CancellationToken));
                Assert.Empty(await CommonSearch.NearestAsync(db, other.Id, text, 3, TestContext.Current.CancellationToken));
                Assert.Empty(await CommonSearch.BegunAsync(db, other.Id, text, 3, TestContext.Current.CancellationToken));
            }

            return 0;
        });
    }

    private static async Task<List<string>> FindAsync(TestBot bot, string words)
    {
        var answer = await bot.DoAsync($"/common find {words}");
        return [.. answer.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => l.Contains(" (living)", StringComparison.Ordinal)).Select(l => l.Split(':')[0])];
    }

    private static bool Holds(string file, string word)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM CommonTexts_data WHERE instr(block, CAST($word AS BLOB)) > 0) + (SELECT COUNT(*) FROM CommonTexts_content WHERE c1 || c2 || c3 || c4 LIKE '%' || $word || '%')";
        command.Parameters.AddWithValue("$word", word);
        return (long)command.ExecuteScalar()! > 0;
    }
}
