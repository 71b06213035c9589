using Unisson.Bot.Tests.Harness;
using Xunit;

namespace Unisson.Bot.Tests.Commons;

public sealed class CommonFindTests
{
    [Theory]
    [InlineData("salle réunion", "salle")] // every word, any order, accents folded, other names too
    [InlineData("reunion salle", "salle")]
    [InlineData("les salles de réunions", "salle")] // small words and plurals do not narrow
    [InlineData("meeting room", "salle")] // the other language
    [InlineData("cowo", "coworking")] // the beginning of a word
    [InlineData("lons", "coworking, fablab")]
    [InlineData("de", "salle, coworking, fablab")] // a small word alone counts, whole words before beginnings
    public async Task Words_find_commons(string words, string slugs)
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync($"/common find {words}");

        Assert.StartsWith($"For “{words}”:", answer, StringComparison.Ordinal);
        Assert.Equal(slugs.Split(", ").Order(), Slugs(answer).Order());
    }

    [Fact]
    public async Task Where_not_all_words_fit_any_word_counts_and_the_answer_says_so()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync("/commun chercher coworking réunion zzz lons");

        Assert.StartsWith("Aucun commun n’a tous les mots de « coworking réunion zzz lons ». Avec certains :", answer, StringComparison.Ordinal);
        Assert.Equal(["coworking", "salle", "fablab"], Slugs(answer)); // two of the words, then the rarer one
    }

    [Fact]
    public async Task Where_nothing_fits_the_answer_says_what_to_do()
    {
        await using var bot = await GivenAsync();

        var answer = await bot.DoAsync("/common find cowroking xyz");
        Assert.Contains("Did you mean coworking?", answer, StringComparison.Ordinal);

        answer = await bot.DoAsync("/common find \"Tiny house!\"");
        Assert.StartsWith("I find no common for “Tiny house!”.", answer, StringComparison.Ordinal);
        Assert.Contains("/common add tiny-house name:\"Tiny house!\"", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("' OR 1=1 --")]
    [InlineData("…")]
    [InlineData("🙂")]
    public async Task Signs_are_no_wildcards(string words)
    {
        await using var bot = await GivenAsync();

        Assert.StartsWith("I find no common", await bot.DoAsync($"/common find \"{words}\""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_common_is_named_by_its_whole_name_or_beginnings_and_asked_back_when_several_fit()
    {
        await using var bot = await GivenAsync();

        Assert.StartsWith("Coworking de Lons (coworking)", await bot.DoAsync("/common show COWO"), StringComparison.Ordinal);
        Assert.StartsWith("Fablab de Lons (fablab)", await bot.DoAsync("/common show fablab de lons"), StringComparison.Ordinal);
        Assert.Contains("fablab and coworking. Which one?", await bot.SayAsync("/common show lons"), StringComparison.Ordinal);
    }

    private static async Task<TestBot> GivenAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.DoAsync(
            "/common add coworking name:\"Coworking de Lons\"",
            "/common add fablab name:\"Fablab de Lons\"",
            "/common add salle name:\"Salle de réunion\" aliases:\"meeting room\"",
            "/common add velo");
        return bot;
    }

    private static List<string> Slugs(string answer)
        => [.. answer.Split('\n').Skip(1).Select(l => l.Trim()).Where(l => !l.StartsWith('/') && l.Contains(':', StringComparison.Ordinal)).Select(l => l.Split(':')[0].Trim())];
}
